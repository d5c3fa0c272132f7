"""Readers of the open data files that training may use. Offers are deliberately not among them."""

import csv
import gzip
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

csv.field_size_limit(10**9)

KNOW_HOW, SOFT_SKILL, KNOWLEDGE = "1", "2", "3"


@dataclass
class Occupation:
    """One ROME code with everything the repertory says about it."""

    code: str
    parent: str
    label: str
    titles: list[str] = field(default_factory=list)
    definition: list[str] = field(default_factory=list)
    access: list[str] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    knowledge: list[str] = field(default_factory=list)
    soft_skills: list[str] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    domain: str = ""
    mobility: list[str] = field(default_factory=list)


@dataclass
class Formation:
    """One diploma: its title, its type, its keywords and the ROME parents it leads to."""

    title: str
    kind: str
    keywords: str
    parents: frozenset[str]
    blocks: list[str] = field(default_factory=list)


def _rows(path, delimiter=",", encoding="utf-8-sig"):
    with open(path, encoding=encoding, newline="") as handle:
        return [{key: (value or "").replace("''", "'").strip() for key, value in row.items() if isinstance(value, str) or value is None}
                for row in csv.DictReader(handle, delimiter=delimiter)]


def _rome(data, name):
    return _rows(Path(data) / "rome" / f"unix_{name}_v460_utf8.csv")


def read_occupations(data):
    """Take the data folder; give {ROME code: Occupation}, in the order of the codes."""
    occupations = {
        row["code_rome"]: Occupation(row["code_rome"], row["code_rome_parent"], row["libelle_rome"])
        for row in sorted(_rome(data, "referentiel_code_rome"), key=lambda row: row["code_rome"])
    }
    for row in _rome(data, "referentiel_appellation"):
        occupations[row["code_rome"]].titles.append(row["libelle_appellation_long"])
    for row in sorted(_rome(data, "texte"), key=lambda row: (row["code_rome"], row["libelle_type_texte"], int(row["position_phrase"]))):
        occupation = occupations.get(row["code_rome"])
        if occupation is not None:
            (occupation.definition if row["libelle_type_texte"] == "definition" else occupation.access).append(row["libelle_texte"])
    items = {row["code_ogr"]: (row["libelle"], row["code_rubrique"]) for row in _rome(data, "item")}
    for row in _rome(data, "coherence_item"):
        occupation = occupations.get(row["code_rome"])
        label, section = items.get(row["code_ogr"], ("", ""))
        if occupation is None or not label:
            continue
        target = {KNOW_HOW: occupation.skills, KNOWLEDGE: occupation.knowledge, SOFT_SKILL: occupation.soft_skills}.get(section, occupation.contexts)
        target.append(label)
    for row in _rome(data, "arborescence_secteur_activite"):
        if row["code_rome"] in occupations and row["principal"] == "oui":
            occupations[row["code_rome"]].sectors += [part for part in (row["libelle_sect_activite"], row["libelle_ss_sect_activite"]) if part]
    for row in _rome(data, "cr_gd_dp"):
        if row["code_rome"] in occupations:
            occupations[row["code_rome"]].domain = row["libelle_domaine_professionel"]
    for row in _rome(data, "rubrique_mobilite"):
        if row["code_rome"] in occupations and row["code_rome_cible"] in occupations:
            occupations[row["code_rome"]].mobility.append(row["code_rome_cible"])
    return occupations


def read_sector_blurbs(data):
    """Take the data folder; give the prose that presents each sector of activity, one text a sector."""
    return [row["definition_sect_activite"] for row in _rome(data, "secteur_activite") if len(row["definition_sect_activite"]) > 80]


def read_certif_info(data, parents):
    """Take the data folder and {code: parent}; give Certif Info's formations, those without a ROME code too."""
    formations = []
    for row in _rows(Path(data) / "formations" / "certif_info.csv", ";"):
        codes = [row[f"Code_Rome_{index}"] for index in range(1, 6)]
        formations.append(Formation(row["Libelle_Diplome"], row["Libelle_Type_Diplome"], row["Libelle_FormaCode"],
                                    frozenset(parents[code] for code in codes if code in parents)))
    return formations


def read_rncp(data, parents):
    """Take the data folder and {code: parent}; give RNCP's certifications (the broken records of the file are left out)."""
    folder = Path(data) / "rncp"
    links, blocks = {}, {}
    with open(folder / "rncp_rome.csv", encoding="cp1252", newline="") as handle:
        for row in csv.reader(handle, delimiter=";"):
            if len(row) > 2 and row[2] in parents:
                links.setdefault(row[0], set()).add(parents[row[2]])
    with open(folder / "rncp_blocs_competences.csv", encoding="cp1252", newline="") as handle:
        for row in csv.reader(handle, delimiter=";"):
            if len(row) > 2 and re.fullmatch(r"RNCP\d+", row[0]) and len(row[2]) > 12:
                blocks.setdefault(row[0], []).append(row[2].replace("''", "'"))
    subjects = {}
    with open(folder / "rncp_nsf.csv", encoding="cp1252", newline="") as handle:
        for row in csv.reader(handle, delimiter=";"):
            if len(row) > 2 and re.fullmatch(r"RNCP\d+", row[0]):
                subjects.setdefault(row[0], []).append(row[2].replace("''", "'"))
    formations = []
    with open(folder / "rncp_info.csv", encoding="cp1252", newline="") as handle:
        for row in csv.reader(handle, delimiter=";"):
            if len(row) < 8 or not re.fullmatch(r"RNCP\d+", row[0]) or len(row[1]) < 4:
                continue
            formations.append(Formation(" ".join(row[1].replace("''", "'").split()), row[7], " ".join(subjects.get(row[0], [])[:1]),
                                        frozenset(links.get(row[0], ())), blocks.get(row[0], [])))
    return formations


def read_esco(data):
    """Take the data folder; give (preferred label, other labels) of every ESCO skill."""
    return [(row["preferredLabel"], [part.strip() for part in re.split(r"[|\n]", row["altLabels"]) if part.strip()])
            for row in _rows(Path(data) / "skills" / "esco_skills_fr.csv")]


def read_keyword_lists(data):
    """Take the data folder; give the keyword lists of apprenticeship offers."""
    with gzip.open(Path(data) / "skills" / "lba_keywords.jsonl.gz", "rt", encoding="utf-8") as handle:
        return [json.loads(line)["k"] for line in handle]


def read_master_titles(data):
    """Take the data folder; give the distinct titles of the masters of Grenoble's universities, with their field."""
    rows = _rows(Path(data) / "formations" / "masters_grenoble.csv", ";")
    return sorted({(row["Intitulé de la mention de master"], row["Domaine(s) de la mention de master"]) for row in rows})


def read_towns(data):
    """Take the data folder; give the names of French communes (noise for training views)."""
    with open(Path(data) / "geo" / "communes.csv", encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        name = next(column for column in reader.fieldnames if column.lower() in ("nom_ville", "nom_commune", "nom", "libelle", "name", "commune"))
        return sorted({row[name] for row in reader})
