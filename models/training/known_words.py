"""Writes known-words.json: the prepared words that job titles and diplomas are made of, those that name a work or a subject apart from those that are in titles of every kind;
and spelt-words.json: the other words of the open texts, which are rightly spelt as they are."""

import argparse
import csv
from collections import Counter
from pathlib import Path

import sources
from export import write_json
from prepare import Preparer

# Words of job titles, diplomas and mails that by themselves name no work and no subject.
GENERAL = frozenset("""
a afin ainsi air alors apres au autre autres aux avant avec bas base beau bien bon bonne bonnes bord bout car ce celle ces cette chaque chez ci comme contre dans de des
deux du elle en encore ensemble entre est et etc etre eu ex fin fois grand grande grands gros haut haute hors ici il je jusque la le les leur leurs libre long lors mais meme mes
moins moyen ni nord nos notre nouveau nouveaux nouvelle nouvelles nul on ou ouest par part partie partir pas petit petite petits peu plein plus point pour pres premier premiere
premieres premiers pres propre puis qu quatre que quel qui rapide sa sans se second selon ses seul si sien six son sont sous sud sur ta te tel ton tous tout toute toutes travers
tres trois un une vers vie voie vos votre vous vue y zone zones
actif action actions activite activites actuel adaptation adjoint administration affaire affaires agence agent agents aide aides alternance ambassadeur amelioration analyse
annee annees annexe an ans appel application applications applique appliques apprenti apprentis apprentissage appui approche arrivee assistant assistants association
associe attente auxiliaire avenir bac bachelier bachelor bep besoin besoins bloc brevet bts bureau but cabinet cadre cadres campus candidat candidats cap capacite capacites caractere
carriere cas cdd cdi centre centres cergy certificat certification chaine champ charge charges chef chefs choix classe client clients collaborateur collaborateurs college collegue
commande compagnon competence competences complementaire complet comite compte comptes conception concept conditions confirme conduite connaissance connaissances conseil
contact contenu contenus continu continue contrat contrats controle coordination couple cours courant creation cursus cycle date debut debutant definition degre demande departement
deug deust developpement different differents diplome diplomes direction directeur disponible dispositif dispositifs divers document documents doctorat domaine domaines dominante
dossier dossiers du dut echange echelle ecole ecoles effet element elements eleve eleves emploi emplois employe employes enjeux entreprise entreprises entree envie equipe equipes
equipement equipements espace espaces essai etablissement etablissements etat etranger etude etudes etudiant etudiants europe europeen evaluation evolution examen execution
experience expert experts expertise externe fait fiche fonction fonctionnement fonctions fonds force formation formations forme formes fort france francais general generale generaux
generaliste gestes gout groupe groupes heure heures ile indefini information ingenieur ingenieurs initial initiale institut integration interet interieur interne
international internationale internationaux intervention interventions jeune jeunes jour jours junior large licence licences lieu lieux ligne lignes liste local locals locaux
lycee lyon main maison maitre maitrise manager mandat marque master masters materiel materiels matiere matieres membre mention mesure mesures methode methodes metier metiers
metropole mineure mise mission missions mode modele modeles modes module mois monde monsieur moyens multi national nationale nationaux niveau niveaux normes nouvel numero objet
objectif objets offre offres operateur operation operationnel operationnels operations option options ordre organisation organisations organisme origine outil outils ouvrier
paris parcours partenaire partenaires particulier particuliers partiel passage pays performance permanent personne personnel personnels personnes perspective phase piece pieces
place plan plans plateau pole polyvalent population populations porteur position poste postes pourvoir pratique pratiques premier preparation prestation prestations
principal principe prise prive pro procede procedes procedure procedures processus produit produits professionnel professionnels profil profession professions programme programmes
progres projet projets promotion public publics qualification rang rapport realisation recherche recherches region regional regle regles relation relations remplacement rentree
reseau responsable responsables ressource ressources reunion role saison salarie science secteur secteurs section semaine semaines semestre senior sens serie service services
session situation situations site sites societe societes soi solution solutions source special specialise specialises specialiste specialistes specialite specifique
specifiques stade stage stages stagiaire stagiaires structure structures suite suivi sujet sup superieur superieurs support supports synthese systeme systemes tache taches taille
technique techniques technicien techniciens temps terme terrain territoire test tests theorie theorique theoriques titre titres titulaire traitement transversal travail travailleur
travaux tronc troisieme type types unite universitaire universitaires universite universites usage usages utilisateur utilisateurs utilisation valeur valeurs valorisation ville visa
vision volontaire volume
accompagne acteur adaptees ambiance aspects aupres avantages cles commun compris concernant condition contexte croissance cv dela demain demarche deplacements direct disposition
diversite elaboration end engage engagements entite entites euros face facon final fixe forte fortes frais informations integre leader lien majeur non oeuvre ouvert ouverts
permis perspectives pleine points prime prix proximite reel remuneration saint salaries sein siege solide solides team tendances
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
bonjour bonsoir cordialement contacter definir envoyer motiver postuler preciser rapidement salutations diffuser diffusion joindre joint madame merci
autonome autonomie dynamique esprit motivation motive organise rigoureux rigueur responsabilite responsabilites relationnel ecoute initiative
""".split())
SHORTEST = 3
# The spelling of shorter words is never corrected (src/shared/domain/text/correct-spelling.ts).
SHORTEST_SPELT = 6
# What many hands wrote has slips, some of them copied: so often must a word be in the sheets of the RNCP and in lists of keywords.
RARE = 12
SKILLS = Path(__file__).parents[2] / "data" / "reference" / "skills.csv"
# Two letters that say what, and tools and short forms that offers name and titles do not.
ADDED = frozenset("""rh ia ux ui 3d c# c++ angular android autocad aws azure catia compta cpp css datascientist dba docker excel figma html indesign java javascript kubernetes
linux matlab nodejs photoshop php postgresql powerbi powerpoint python react revit ruby sap salesforce solidworks sql typescript vba wordpress""".split())


def known_words(data, preparer):
    """Take the data folder and the Preparer; give {telling, general}, sorted words of ROME's job titles and of the titles and keywords of Certif Info
    and the RNCP, joined by spaces: those that name a work or a subject, and the others."""
    occupations = sources.read_occupations(data)
    parents = {code: occupation.parent for code, occupation in occupations.items()}
    words_of = lambda texts: {word for text in texts for word in preparer(text).split() if len(word) >= SHORTEST and not word[0].isdigit()}
    diplomas = sources.read_certif_info(data, parents) + sources.read_rncp(data, parents)
    # A town in the name of a diploma says where it is taught.
    places = words_of(town for town in sources.read_towns(data) if len(preparer(town).split()) == 1)
    words = words_of(title for occupation in occupations.values() for title in [occupation.label, *occupation.titles]) \
        | words_of(f"{formation.title} {formation.keywords}" for formation in diplomas) - places
    return {"telling": " ".join(sorted(words - GENERAL | ADDED)), "general": " ".join(sorted(words & GENERAL))}


def spelt_words(data, preparer, known):
    """Take the data folder, the Preparer and the words of `known_words`; give the other words of the open texts, of ESCO and of the application's
    skills as a set: what is no job title's word and no mistake either."""
    occupations = sources.read_occupations(data)
    parents = {code: occupation.parent for code, occupation in occupations.items()}
    edited = [text for occupation in occupations.values()
              for text in [*occupation.definition, *occupation.access, *occupation.skills, *occupation.knowledge, *occupation.contexts, *occupation.sectors]]
    edited += [label for preferred, others in sources.read_esco(data) for label in [preferred, *others]]
    many = [block for formation in sources.read_rncp(data, parents) for block in formation.blocks]
    many += [" ".join(words) if isinstance(words, list) else words for words in sources.read_keyword_lists(data)]
    counts = Counter(word for text in many for word in set(preparer(text).split()))
    often = {word for text in edited for word in preparer(text).split()} | {word for word, count in counts.items() if count >= RARE}
    with open(SKILLS, encoding="utf-8", newline="") as handle:
        named = {word for row in csv.reader(handle, delimiter=";") for cell in row for word in preparer(cell.replace("|", " ")).split()}
    return {word for word in often | named
            if len(word) >= SHORTEST_SPELT and word.isascii() and word.isalpha()} - known


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of the open data (README.md says which files)")
    parser.add_argument("--model", required=True, type=Path, help="model folder, for its gender forms")
    parser.add_argument("--out", required=True, type=Path, help="folder of both files")
    options = parser.parse_args()
    preparer = Preparer.load(options.model / "gender-forms.json")
    known = known_words(options.data, preparer)
    spelt = spelt_words(options.data, preparer, {word for words in known.values() for word in words.split()})
    write_json(options.out / "known-words.json", known)
    write_json(options.out / "spelt-words.json", {"words": " ".join(sorted(spelt))})


if __name__ == "__main__":
    main()
