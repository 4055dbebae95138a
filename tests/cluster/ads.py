"""Makes job ads for measuring and proving, always the same ones: `ads.py COUNT [--form jobposting|france-travail|csv]`.

Texts are put together from sentences of our own; nothing of anybody's ads is in them. About three kilobytes each.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from typing import Any, Iterator

TASKS = {
    "cm": [
        "Vous animez notre communauté et répondez chaque jour aux messages de ses membres.",
        "Vous modérez les commentaires, le forum et le serveur Discord.",
        "Vous accueillez les nouveaux membres et organisez leurs rencontres.",
        "Vous faites remonter aux équipes ce que disent les membres de la communauté.",
        "Vous repérez les ambassadeurs et les faites vivre ensemble.",
        "Vous gérez les situations tendues dans les conversations.",
    ],
    "smm": [
        "Vous définissez la stratégie sur les réseaux sociaux et son calendrier éditorial.",
        "Vous pilotez les campagnes sponsorisées sur Instagram et LinkedIn, et leur budget.",
        "Vous suivez les indicateurs de portée et d’engagement, et en rendez compte chaque mois.",
        "Vous concevez les formats de nos comptes sociaux avec le studio.",
        "Vous choisissez les créateurs avec lesquels nous travaillons et négociez leurs contrats.",
        "Vous développez notre présence sur TikTok.",
    ],
    "other": [
        "Vous tenez la comptabilité des fournisseurs et préparez les déclarations de TVA.",
        "Vous rapprochez les comptes bancaires chaque semaine.",
        "Vous préparez les éléments de paie avec le cabinet.",
        "Vous classez et archivez les pièces comptables.",
    ],
}
FILL = [
    "Notre maison réunit une équipe de vingt personnes qui aiment le travail bien fait.",
    "Nous publions des livres illustrés pour les enfants depuis quinze ans.",
    "Les bureaux donnent sur un jardin, et chacun choisit deux jours de télétravail par semaine.",
    "Le recrutement se fait en deux entretiens, le premier par téléphone.",
    "Nous répondons à toutes les candidatures dans les dix jours.",
    "La mutuelle est prise en charge à moitié, les titres-restaurant aussi.",
    "Vous écrivez sans faute et aimez raconter.",
    "Vous savez travailler avec des équipes différentes et tenir des délais.",
    "Une première approche des outils de mesure est un plus.",
    "Nous tenons à la diversité des parcours.",
]
CITIES = [("69003", "Lyon"), ("75011", "Paris"), ("33000", "Bordeaux"), ("59000", "Lille"), ("31000", "Toulouse"), ("35000", "Rennes"), ("44000", "Nantes"), ("13001", "Marseille")]
TITLES = {"cm": "Community manager (H/F)", "smm": "Social media manager (H/F)", "other": "Comptable (H/F)"}


def ads(count: int) -> Iterator[dict[str, Any]]:
    """The ads as offers of the French employment service."""
    for number in range(count):
        draw = random.Random(number)
        role = draw.choices(["cm", "smm", "other"], [5, 4, 2])[0]
        employer = int(draw.paretovariate(0.9)) % 4_000
        years = draw.choice([0, 1, 2, 3, 4, 5, 7])
        middle = {"cm": 26_500, "smm": 31_500, "other": 28_000}[role] * (1 + 0.05 * years) * draw.lognormvariate(0, 0.09)
        low = round(middle * 0.95 / 100) * 100
        high = round(middle * 1.06 / 100) * 100
        code, city = draw.choice(CITIES)
        tasks = draw.sample(TASKS[role], min(4, len(TASKS[role])))
        fill = [draw.choice(FILL) for _ in range(22)]
        pay = draw.random()
        libelle = None
        if pay < 0.35:
            libelle = f"Annuel de {low}.0 Euros à {high}.0 Euros sur 12.0 mois"
        elif pay < 0.55:
            libelle = f"Mensuel de {round(low / 12)}.0 Euros à {round(high / 12)}.0 Euros sur 12.0 mois"
        elif pay < 0.58:
            libelle = f"Horaire de {low / 1820:.2f} Euros"
        paragraphs = [" ".join(fill[:8]), "Vos missions :", *(f"- {task}" for task in tasks), "Votre profil :", " ".join(fill[8:15]),
                      f"Vous avez {years} ans d’expérience." if years else "Débutants acceptés.", "Nous offrons :", " ".join(fill[15:])]
        offer: dict[str, Any] = {
            "id": f"A{number:07}",
            "intitule": TITLES[role],
            "description": "\n".join(paragraphs),
            "dateCreation": f"2026-{draw.randint(6, 10):02}-{draw.randint(1, 28):02}T08:00:00.000Z",
            "lieuTravail": {"libelle": f"{code[:2]} - {city}", "codePostal": code},
            "romeCode": "E1101",
            "entreprise": {"nom": f"Maison {employer}"},
            "typeContrat": draw.choice(["CDI", "CDI", "CDD"]),
            "experienceExige": "E" if years else "D",
            "experienceLibelle": f"{years} An(s)" if years else "Débutant accepté",
            "dureeTravailLibelle": "35H/semaine",
            "dureeTravailLibelleConverti": "Temps plein",
            "alternance": draw.random() < 0.04,
            "salaire": {"libelle": libelle} if libelle else {},
        }
        # A tenth is posted again, word for word, under another number.
        yield offer
        if draw.random() < 0.1:
            yield {**offer, "id": f"B{number:07}", "dateCreation": "2026-11-02T08:00:00.000Z"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--form", choices=["france-travail", "csv"], default="france-travail")
    chosen = parser.parse_args()
    out = sys.stdout
    if chosen.form == "csv":
        rows = csv.writer(out)
        rows.writerow(["id", "title", "text", "employer", "place", "country", "date", "pay", "contract"])
    for number, offer in enumerate(ads(chosen.count)):
        if number >= chosen.count:
            break
        if chosen.form == "csv":
            place = offer["lieuTravail"]
            rows.writerow([offer["id"], offer["intitule"], offer["description"], offer["entreprise"]["nom"],
                           f"{place['codePostal']} {place['libelle'][5:]}", "FR", offer["dateCreation"][:10], offer["salaire"].get("libelle", ""), offer["typeContrat"]])
        else:
            out.write(json.dumps(offer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
