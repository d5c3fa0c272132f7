#!/usr/bin/env python3
"""Makes rome-sheets.csv out of France Travail's ROME files and skills.csv.

Usage: make-rome-sheets.py FOLDER, the folder that holds unix_coherence_item_v460_utf8.csv and
unix_rubrique_mobilite_v460_utf8.csv (ROME 4.0, version 460, published on 18 September 2025 at
https://www.francetravail.org/opendata/, Licence Ouverte 2.0).
Only codes are carried over: of each occupation its personal qualities and knowledge as far as skills.csv names them, and
the occupations that ROME calls near, in ROME's order.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

here = Path(__file__).parent


def read(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def main() -> None:
    folder = Path(sys.argv[1])
    kinds = {
        row["code"]: row["kind"]
        for row in read(here / "skills.csv", ";")
        if row["source"] in ("rome-savoir", "rome-savoir-etre")
    }
    soft, knowledge, near = (defaultdict(list) for _ in range(3))
    for row in read(folder / "unix_coherence_item_v460_utf8.csv"):
        kind = kinds.get(row["code_ogr"])
        if kind is not None:
            (soft if kind == "soft" else knowledge)[row["code_rome"]].append(row["code_ogr"])
    moves = read(folder / "unix_rubrique_mobilite_v460_utf8.csv")
    for row in sorted(moves, key=lambda row: int(row["numero_ordre"] or 999)):
        near[row["code_rome"]].append(row["code_rome_cible"])
    with open(here / "rome-sheets.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(("code", "soft", "knowledge", "near"))
        for occupation in read(here / "rome-occupations.csv", ";"):
            code = occupation["code"]
            writer.writerow((code, *("|".join(dict.fromkeys(kept[code])) for kept in (soft, knowledge, near))))


main()
