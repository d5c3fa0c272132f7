"""Makes skills.csv anew: the rows of this project's own stay as they are, those of ROME are drawn from the published files.

python3 make-skill-table.py ROME_FOLDER KEYWORD_LISTS.jsonl.gz

ROME_FOLDER holds unix_referentiel_savoir_*.csv of ROME 4.0 (France Travail, Licence Ouverte 2.0). The keyword lists of
apprenticeship offers (MIT) only decide which words that stand alone people write as a skill; nothing of them is copied.
"""

import collections
import csv
import glob
import gzip
import json
import os
import re
import sys
import unicodedata

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "skills.csv")
COLUMNS = ["code", "label", "kind", "source", "forms"]

# Certificates are no skills, and goods, vehicles and animals are what offers talk about anyway.
CATEGORIES = {
    "Domaines d'expertise",
    "Normes et procédés",
    "Techniques professionnelles",
}
# Written as keywords, and yet only the setting of an offer or the manner of every job.
SETTINGS = set(
    """administration centrale|analyse de performance|analyse des risques|animation de reseaux sociaux|assembleur|assurances
    |batiments neufs|c|chaine du froid|commerce|communication professionnelle|contrats commerciaux|contrats de travail
    |construction|controle technique|controle visuel|coordination inter-services|creativite|culture generale|decoration
    |design|developpement personnel|disques|ecoute active|esprit d'initiative|esthetique|evenementiel|fonction publique
    |formation des employes|formation des salaries|formation professionnelle|francais|grande distribution|industrie
    |informatique|medias|normes de securite|normes qualite|obligations|ordre de fabrication|peche|poids lourds|presse
    |pret-a-porter|prevention|prise de decision|procedures administratives|production|produits alimentaires
    |produits culturels|protection des biens|protection des personnes|quincaillerie|qualite de service|r|reglementation
    |regles de securite|respect des delais|responsabilite civile|restauration|ressources humaines|route|sacs|sciences
    |sciences humaines|secteur public|securite des installations|securite publique|service clientele|service public
    |service client|son|sport|suivi de dossiers|suivi des depenses|technologie|technologies|temps plein|tous corps d'etat
    |transport scolaire|travail en equipe|vente|vidange|code de la route|production animale|milieux naturels
    |techniques professionnelles|gestion des rendez-vous|risques naturels|haute couture|coiffure|travail de nuit
    |travail a distance|plan de travail|taux de disponibilite|questions juridiques|droit general|mesures de securite
    |recrutement de membres|communication patient|tranchage|langage c++|langage c#|application web|gestion de budget|gestion des budgets
    |coordination d'equipe|management de projet|secret professionnel|sante|eau|etude de cas|vie quotidienne""".replace("\n", "").replace("    ", "").split("|")
)
GENERIC_HEADS = {
    "types", "type", "specificites", "caracteristiques", "regles", "fonctionnement", "utilisation", "typologie", "notions", "principes",
    "elements", "connaissance", "connaissances", "acteurs", "circuit", "circuits", "organisation", "consignes", "indicateurs",
    "modalites", "procedures", "procedure", "contexte", "equipements", "materiel", "produits", "propriete", "proprietes", "normes", "norme",
    "respect", "conditions", "suivi", "codes", "cadre", "services", "marche", "marches", "reglementation", "reglementations", "gestes",
    "manipulation", "politique", "politiques", "offre", "sens", "vocabulaire", "outils", "logiciels", "logiciel", "appareils",
}
FIELDS = set(
    """anatomie anglais archeologie biochimie biologie chimie communication comptabilite didactique droit ecologie economie
    electronique ergonomie fiscalite genetique genie geographie geologie histoire informatique ingenierie langage
    linguistique litterature logistique management marketing mathematiques mecanique medecine microbiologie pathologies
    pedagogie pharmacologie philosophie physiologie physique psychologie sciences sociologie statistiques theorie""".split()
)
ACCENTS = [
    (r"^E(?=cout|colog|conom|coconc|co-|coute|criture|ditio|ducat|lect|lev|lev|nerg|pid|qui|quip|rgo(?!n)|thiqu|tanch|tat|tude|valu|ven|tiqu|tre |clair|bénist|mail|pilat)", "É"),
]


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("’", "'"))
    return "".join(letter for letter in text if not unicodedata.combining(letter)).strip()


def key(form):
    return re.sub(r"[^a-z0-9+#]+", " ", fold(form.lstrip("=!~"))).strip()


def typeset(label):
    label = label.replace("'", "’")
    for pattern, letter in ACCENTS:
        label = re.sub(pattern, letter, label)
    return label


def own_rows():
    with open(TABLE, encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE) if row["source"] != "rome-savoir"]


def keyword_counts(path):
    counts = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            counts.update({key(word) for word in json.loads(line)["k"]})
    return counts


def rome_rows(folder, counts, known):
    (path,) = glob.glob(os.path.join(folder, "unix_referentiel_savoir_*.csv"))
    taken = set(known)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            label = re.sub(r"\s*\([A-Z][A-Za-z&0-9 ]*\)$", "", row["libelle_savoir"].strip())
            words = key(label).split()
            form = " ".join(words)
            if row["categorie_savoir"] not in CATEGORIES or form in taken or fold(label) in SETTINGS:
                continue
            if not words or len(words) > 4 or len(form) > 30 or re.search(r"[(),;/:\d|]|\.\.\.", label):
                continue
            if words[0] in GENERIC_HEADS or (len(words) == 1 and (counts[form] < 3 or len(form) < 5)):
                continue
            # A phrase that nobody writes as a keyword stays only if it names a field and not a circumstance.
            if len(words) > 1 and counts[form] < 2 and words[0] not in FIELDS:
                continue
            taken.add(form)
            yield {"code": row["code_ogr_savoir"], "label": typeset(label), "kind": "knowledge", "source": "rome-savoir", "forms": f"?{label}" if len(words) == 1 else ""}


def main():
    folder, keywords = sys.argv[1:]
    own = own_rows()
    known = {key(form) for row in own for form in [row["label"], *row["forms"].split("|")]}
    rows = own + sorted(rome_rows(folder, keyword_counts(keywords), known), key=lambda row: int(row["code"]))
    with open(TABLE, "w", encoding="utf-8", newline="\n") as file:
        file.write(";".join(COLUMNS) + "\n")
        file.writelines(";".join(row[column] for column in COLUMNS) + "\n" for row in rows)


if __name__ == "__main__":
    main()
