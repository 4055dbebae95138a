// Employer cost of random situations by the official public model (modele-social, MIT), for comparison with ours.
//
// Prints one JSON object a line: { question, employer_cost, net_before_tax }, EUR a year, unrounded.
// Two corrections to the model. The reduction of contributions (RGDU) keeps the minimum wage of 1 January for all of 2026
// (décret 2026-509; betagouv/mon-entreprise#4621), where release 11.1.0 takes that of 1 June. The payroll tax has the
// bounds of 2026 (décret 2026-562) and a base without the allowance of 1.75 % for expenses, which the law excludes (code
// général des impôts, 231); release 11.1.0 has those of 2025, and the allowance. The model knows neither franchise nor
// discount nor allowance of the payroll tax: what it gives is the tax before them.
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
const payrollTax = "salarié . régimes spécifiques . taxe sur les salaires";
const CEILING = 48060;
const silent = { log() {}, warn() {}, error() {} };
const engine = new Engine({ ...rules, [reduction]: corrected }, { logger: silent });
const yearly = (name) => engine.evaluate({ valeur: name, unité: "€/an" }).nodeValue;

for (let at = 0; at < count; at += 1) {
  const fte = random() < 0.25 ? pick([0.5, 0.6, 0.8, 0.9]) : 1;
  const gross = Math.round((22405 + random() ** 2 * 120000) * fte);
  // A fifth lie in Alsace-Moselle, a fifth are associations outside value-added tax.
  const local = random() < 0.2;
  const association = random() < 0.2;
  const question = {
    ...(local ? { region: pick(["FR-57", "FR-67", "FR-68"]) } : { country: "FR" }),
    ...(association && { employer: "association" }),
    gross,
    fte,
    headcount: pick([1, 4, 9, 10, 11, 30, 49, 50, 120, 249, 250, 900, 1999, 2000, 5000]),
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
    "salarié . régimes spécifiques . alsace moselle": local ? "oui" : "non",
    "entreprise . TVA": association ? "non" : "oui",
    "entreprise . salariés . effectif": `${question.headcount} employé`,
    "établissement . taux ATMP": `${question.accident_rate}%`,
    "établissement . commune . taux versement mobilité": `${question.mobility_rate}%`,
    "salarié . cotisations . prévoyances . santé . montant": `${question.health_cover} €/mois`,
  });
  const tax = association ? yearly(payrollTax) : 0;
  const base = yearly("salarié . cotisations . CSG-CRDS . assiette de base") + 0.0175 * Math.min(gross, 4 * CEILING * fte);
  const lawful = association ? 0.0425 * base + 0.0425 * Math.max(0, base - 9229) + 0.051 * Math.max(0, base - 18423) : 0;
  console.log(
    JSON.stringify({
      question,
      employer_cost: yearly("salarié . coût total employeur") - tax + lawful,
      net_before_tax: yearly("salarié . rémunération . net . à payer avant impôt"),
    }),
  );
}
