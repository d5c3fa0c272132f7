#!/usr/bin/env python3
"""Makes rome-domains.csv and rome-occupations.csv out of France Travail's ROME files.

Usage: make-rome-tables.py FOLDER, the folder that holds unix_referentiel_code_rome_v460_utf8.csv,
unix_grand_domaine_v460_utf8.csv and unix_domaine_professionnel_v460_utf8.csv (ROME 4.0, version 460, published on
18 September 2025 at https://www.francetravail.org/opendata/, Licence Ouverte 2.0).
Only codes, their official short labels and their parents are carried over.
"""

import csv
import sys
from pathlib import Path

here = Path(__file__).parent


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with open(folder / f"unix_{name}_v460_utf8.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: list[tuple[str, str, str]]) -> None:
    with open(here / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(("code", "label", "parent_code"))
        writer.writerows(sorted(rows))


def main() -> None:
    folder = Path(sys.argv[1])
    wide = [
        (row["code_grand_domaine"], row["libelle_grand_domaine"], "")
        for row in read(folder, "grand_domaine")
    ]
    narrow = [
        (row["code_domaine_professionnel"], row["libelle_domaine_professionnel"], row["code_domaine_professionnel"][0])
        for row in read(folder, "domaine_professionnel")
    ]
    write("rome-domains.csv", wide + narrow)
    write(
        "rome-occupations.csv",
        [
            (row["code_rome"], row["libelle_rome"], row["code_rome_parent"] or row["code_rome"])
            for row in read(folder, "referentiel_code_rome")
        ],
    )


main()
