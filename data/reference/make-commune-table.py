#!/usr/bin/env python3
"""Makes src/shared/domain/places/communes.json, the communes of France by department, out of INSEE's.

Usage: make-commune-table.py FILE, a CSV file in UTF-8 with the columns code_insee, nom_ville, code_postal and
code_departement (names and codes of INSEE's Code officiel géographique, Licence Ouverte). The districts of Paris, Lyon
and Marseille are lines of their own there, and postcodes of their town here.

One line a department: communes separated by `;`, each `name|last digits of its code|postcodes separated by ,`.
"""

import csv
import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[2] / "src" / "shared" / "domain" / "places" / "communes.json"

# The file ends at the shores of the mainland: the larger towns beyond them, written down for this project.
ISLANDS = {
    "2A": "Ajaccio|004|20000,20090,20167;Porto-Vecchio|247|20137;Propriano|249|20110;Sartène|272|20100",
    "2B": "Bastia|033|20200,20600;Biguglia|037|20620;Borgo|042|20290;Calvi|050|20260;Corte|096|20250",
    "971": "Les Abymes|01|97139,97142;Baie-Mahault|03|97122;Basse-Terre|05|97100;Le Gosier|13|97190;"
    "Pointe-à-Pitre|20|97110",
    "972": "Fort-de-France|09|97200,97234;Le Lamentin|13|97232;Schœlcher|29|97233",
    "973": "Cayenne|02|97300;Kourou|04|97310;Matoury|07|97351;Saint-Laurent-du-Maroni|11|97320",
    "974": "Saint-Benoît|10|97470;Saint-Denis|11|97400,97417,97490;Saint-Paul|15|97460;Saint-Pierre|16|97410,97432;"
    "Le Tampon|22|97418,97430",
    "976": "Mamoudzou|11|97600",
}


def main() -> None:
    departments: dict[str, dict[str, tuple[str, set[str]]]] = {}
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            department = row["code_departement"]
            # No department has two communes of one name; a town comes before its districts.
            _, postcodes = departments.setdefault(department, {}).setdefault(
                row["nom_ville"], (row["code_insee"][len(department) :], set())
            )
            if row["code_postal"]:
                postcodes.add(row["code_postal"])
    table = {
        department: ";".join(f"{name}|{code}|{','.join(sorted(postcodes))}" for name, (code, postcodes) in communes.items())
        for department, communes in departments.items()
    }
    lines = (f"  {json.dumps(code)}: {json.dumps(text, ensure_ascii=False)}" for code, text in sorted({**table, **ISLANDS}.items()))
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


main()
