// Employer cost of random situations by the official public model (modele-social, MIT), for comparison with ours.
//
// Prints one JSON object a line: { question, employer_cost, net_before_tax }, EUR a year, unrounded.
// The one correction to the model: the reduction of contributions (RGDU) keeps the minimum wage of 1 January for all
// of 2026 (décret 2026-509; betagouv/mon-entreprise#4621), where release 11.1.0 takes that of 1 June.
import rules from "modele-social";
import Engine from "publicodes";

const count = Number(process.argv[2] ?? 200);
let state = Number(process.argv[3] ?? 20261121);
// mulberry32: the same points every time.
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const reduction = "salarié . cotisations . exonérations . RGDU";
const corrected = JSON.parse(
  JSON.stringify(rules[reduction]).replaceAll("temps de travail . SMIC", "temps de travail . SMIC * 12.02 / 12.31"),
);
const silent = { log() {}, warn() {}, error() {} };
const engine = new Engine({ ...rules, [reduction]: corrected }, { logger: silent });
const yearly = (name) => engine.evaluate({ valeur: name, unité: "€/an" }).nodeValue;

for (let at = 0; at < count; at += 1) {
  const fte = random() < 0.25 ? pick([0.5, 0.6, 0.8, 0.9]) : 1;
  const gross = Math.round((22405 + random() ** 2 * 120000) * fte);
  const question = {
    country: "FR",
    gross,
    fte,
    headcount: pick([1, 4, 9, 10, 11, 30, 49, 50, 120, 249, 250, 900]),
    executive: random() < 0.4,
    mobility_rate: pick([0, 0.15, 0.6, 1.2, 1.75, 2.0, 2.95, 3.2]),
    accident_rate: pick([0.64, 0.9, 1.1, 2.08, 3.5]),
    health_cover: pick([0, 30, 40, 62, 100]),
  };
  engine.setSituation({
    "salarié": "oui",
    "salarié . contrat": "'CDI'",
    "salarié . contrat . salaire brut": `${gross} €/an`,
    "salarié . contrat . temps de travail . temps partiel": fte < 1 ? "oui" : "non",
    ...(fte < 1 && {
      "salarié . contrat . temps de travail . temps partiel . heures par semaine": `${35 * fte} heures/semaine`,
    }),
    "salarié . contrat . statut cadre": question.executive ? "oui" : "non",
    "entreprise . salariés . effectif": `${question.headcount} employé`,
    "établissement . taux ATMP": `${question.accident_rate}%`,
    "établissement . commune . taux versement mobilité": `${question.mobility_rate}%`,
    "salarié . cotisations . prévoyances . santé . montant": `${question.health_cover} €/mois`,
  });
  console.log(
    JSON.stringify({
      question,
      employer_cost: yearly("salarié . coût total employeur"),
      net_before_tax: yearly("salarié . rémunération . net . à payer avant impôt"),
    }),
  );
}
