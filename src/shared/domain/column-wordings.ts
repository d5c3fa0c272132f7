import type { CompanyField, FormationField, ImportKind, OfferField } from './import';

// Wordings of headers, the clearest first: when two columns of a file would fill the same field, the earlier wording
// wins. Compared after `fold`, so accents, case, dashes and underscores do not matter. Sources: France Travail's offer
// files, Certif Info, the ministry's open data on masters, RNCP, ONISEP's list of formations, and what offices and their
// partners write. For ESUP-Stage (PStage) and JobTeaser no export is public: their wordings are guessed from the fields
// that the tools show and, for the former, name in their code.

/** Wordings between bars. */
function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' | '));
}

const offerSynonyms: Record<OfferField, readonly string[]> = {
  externalId: words(
    'id | référence | réf | identifiant | référence de l’offre | numéro d’offre | n° d’offre',
    'id de l’offre | offer id | reference | ref | external id | job id | numéro | code offre',
    'id offre | référence offre établissement',
  ),
  source: words('source | origine | provenance | origin | site source | canal'),
  title: words(
    'intitulé | titre | intitulé de l’offre | titre de l’offre | intitulé du poste | titre du poste',
    'title | job title | offer title | intitulé du stage | titre du stage | sujet du stage | sujet',
    'poste | nom de l’offre | offre | libellé | objet | position',
  ),
  description: words(
    'description | descriptif | description de l’offre | description du poste | descriptif du poste',
    'description du stage | missions | mission | contenu | détail | texte | job description | text',
    'tâches | profil | profil recherché | profil du candidat | responsabilités | requirements',
  ),
  companyName: words(
    'entreprise | raison sociale | nom de l’entreprise | société | employeur | organisme',
    'organisme d’accueil | structure d’accueil | company | company name | employer | organization',
    'organisation | structure | établissement | nom structure | nom de la structure',
  ),
  companySiret: words('siret | siret entreprise | siret de l’entreprise | n° siret | numéro siret | company siret'),
  contactName: words(
    'contact | nom du contact | interlocuteur | correspondant | recruteur | chargé de recrutement',
    'contact name | recruiter | responsable | maître de stage | tuteur | nom contact',
  ),
  contactEmail: words(
    'courriel | email | e-mail | mail | adresse e-mail | adresse mail | courriel du contact',
    'email du contact | mail du contact | contact email | adresse électronique | mél | mail contact',
  ),
  contactPhone: words(
    'téléphone | tél | tel | phone | téléphone du contact | contact phone | numéro de téléphone',
    'portable | mobile | tel contact',
  ),
  city: words(
    'ville | lieu | commune | localisation | lieu de travail | lieu du stage | lieu de stage | city',
    'location | town | localité | place | commune lieu stage | commune du lieu de stage | lieu stage',
  ),
  postcode: words(
    'code postal | cp | codepostal | postcode | postal code | zip | zip code | code postal lieu stage',
    'code postal du lieu de stage',
  ),
  area: words(
    'département | département ou région | code département | numéro de département | dept | département du lieu',
    'département du lieu de travail | département lieu stage | région | region | nom région | région du lieu',
    'department | area | state | province | nom département | libellé département',
  ),
  country: words('pays | country | pays lieu stage | pays du lieu de stage'),
  contractType: words(
    'type de contrat | contrat | typecontrat | naturecontrat | nature du contrat | alternance',
    'type d’offre | contract | contract type | employment type | nature | type | type offre',
    'contrat offre',
  ),
  levels: words(
    'niveau visé | niveau | niveau d’études | niveau d’étude | niveaux | niveau de formation',
    'niveau requis | niveau de diplôme | diplôme requis | formation requise | level | levels',
    'study level | degree | diplôme | année d’études | bac+ | niveau formation',
  ),
  domain: words(
    'domaine | secteur | secteur d’activité | domaine professionnel | filière | spécialité | métier',
    'domain | field | sector | industry | category | catégorie | fonction | job function | function',
  ),
  romeCode: words('code rome | rome | romecode | rome code | code métier'),
  seniority: words(
    'expérience | expérience requise | séniorité | ancienneté | experience | seniority',
    'niveau d’expérience',
  ),
  skills: words(
    'compétences | compétences requises | compétences attendues | compétence | savoir-faire | skills',
    'required skills | technologies | mots-clés | keywords | outils',
  ),
  start: words(
    'début | date de début | début au plus tôt | date de démarrage | début du stage | démarrage',
    'date de prise de poste | prise de poste | date début | start | start date | disponibilité',
    'à partir de | période | dates',
  ),
  startTo: words(
    'début au plus tard | début maximum | date de début au plus tard | start to | latest start',
    'start until',
  ),
  duration: words(
    'durée | durée du stage | durée du contrat | durée en mois | duration | length',
    'durée hebdomadaire et totale | durée stage',
  ),
  weeklyHours: words(
    'heures par semaine | heures hebdomadaires | durée hebdomadaire | temps de travail',
    'volume horaire | horaire hebdomadaire | weekly hours | hours per week | nb heures hebdo',
  ),
  pay: words(
    'gratification | rémunération | salaire | indemnité | indemnités | gratification mensuelle | pay',
    'salary | wage | compensation | stipend | salaire brut | montant gratification',
    'montant de la gratification',
  ),
  remote: words(
    'télétravail | distanciel | travail à distance | remote | remote work | remote mode | remote policy',
    'teletravail possible',
  ),
  language: words('langue | langues | langue de l’offre | langue de travail | language | languages'),
  disabilityFriendly: words(
    'handicap | accessible handicap | accessible aux personnes en situation de handicap',
    'ouvert aux personnes en situation de handicap | accessible th | rqth | disability friendly',
    'accessibletravailleurhandicape',
  ),
  places: words(
    'places | nombre de places | nombre de postes | postes | nb postes | nb places | nombrepostes',
    'positions | number of places | openings',
  ),
  postedOn: words(
    'publiée le | date de publication | date de création | datecreation | publié le',
    'date de parution | date de dépôt | déposée le | reçue le | posted on | posted | posted date',
    'date posted | published | publication date | date diffusion | date de diffusion | created',
    'created at | date',
  ),
  expiresOn: words(
    'expire le | date d’expiration | date limite | date limite de candidature',
    'date de fin de publication | date de clôture | clôture | valable jusqu’au | expires on | expires',
    'deadline | closing date | application deadline | date fin diffusion | date de fin de diffusion',
  ),
  status: words(
    'statut | statut de l’offre | état de l’offre | état | status | offer status | statut offre | état offre',
  ),
  closingReason: words('motif de clôture | raison de clôture | motif d’archivage | closing reason'),
  closedOn: words('clôturée le | pourvue le | archivée le | date de pourvoi | closed on | filled on'),
};

const formationSynonyms: Record<FormationField, readonly string[]> = {
  externalId: words(
    'id | code | identifiant | code formation | code de la formation | code diplôme | code_diplome',
    'référence | code étape | code apogée | code vet',
    'identifiant navette de la mention (inm) de master | formation id | external id | reference | ref',
    'url et id onisep | id onisep | code rncp | codercnp | codernccp | CodeRNCP | numero fiche',
  ),
  title: words(
    'intitulé | titre | intitulé de la formation | nom de la formation | libellé | libellé diplôme',
    'libelle_diplome | intitulé du diplôme | intituleDiplome | intitulé de la mention de master',
    'mention | title | formation title | name | programme | program | formation | nom | diplôme',
    'libellé de la formation | intitule | libellé formation principal',
  ),
  diplomaType: words(
    'type de diplôme | diplôme préparé | libelle_type_diplome | type diplôme | typecertif',
    'type de formation | nature du diplôme | diploma type | diploma | degree | degree type | type',
    'libellé type formation',
    'cycle',
  ),
  level: words(
    'niveau | niveau d’études | niveau de sortie | niveau de diplôme | code_niveau_europeen',
    'niveau européen | niveaueurope | niveau europe | niveau cec | european level | eqf level | level',
    'bac+ | study level | niveau de sortie indicatif',
  ),
  component: words(
    'composante | composante de rattachement | ufr | faculté | école | institut',
    'établissement | nom officiel (long) de l’établissement accrédité | component | school | faculty',
    'department | département | etablissement',
  ),
  description: words(
    'description | descriptif | présentation | objectifs | contenu | contenu de la formation',
    'programme détaillé | résumé | text | objectives | content | texte | presentation',
  ),
  prerequisites: words(
    'prérequis | pré-requis | attendus | attendus nationaux | attendus locaux | attendus de la formation',
    'prérequis obligatoires | prérequis recommandés | conditions d’admission | conditions d’accès',
    'modalités d’admission | critères d’admission | public concerné | conditions d’inscription',
    'prerequisites | prerequisite | admission requirements | entry requirements | admission conditions',
    'admission criteria | requirements',
  ),
  keywords: words(
    'mots-clés | mots clés | mot-clé | libelle_formacode | formacode | domaine | domaines',
    'domaine(s) de la mention de master | spécialité | thèmes | keywords | tags | topics | domain',
    'disciplines',
  ),
  skills: words(
    'compétences | compétences visées | compétences acquises | compétences attestées | savoir-faire',
    'skills | competencies | learning outcomes | compétence',
  ),
  jobs: words(
    'débouchés | métiers | métiers visés | emplois accessibles | débouchés professionnels',
    'insertion professionnelle | jobs | careers | occupations | types d’emplois accessibles',
  ),
  romeCodes: words(
    'codes rome | code rome | rome | code_rome_1 | code_rome_2 | code_rome_3 | code_rome_4',
    'code_rome_5 | code rome 6 | rome codes | rome code | codes_rome | rome_codes',
  ),
  capacity: words(
    'effectif | effectifs | capacité d’accueil | capacité',
    'capacité d’accueil limitée au 1er semestre | places | nombre de places | nombre d’étudiants',
    'capacity | students | headcount',
  ),
  managerName: words(
    'gestionnaire | gestionnaire de scolarité | nom du gestionnaire | responsable',
    'responsable de formation | secrétariat | contact | manager | manager name | contact name',
  ),
  managerEmail: words(
    'courriel du gestionnaire | email du gestionnaire | e-mail du gestionnaire | mail du gestionnaire',
    'courriel | email | e-mail | mail | manager email | contact email | courriel du responsable',
    'mail du responsable',
  ),
};

const companySynonyms: Record<CompanyField, readonly string[]> = {
  externalId: words(
    'id | identifiant | code | référence | code entreprise | numéro | company id | external id',
    'reference | ref | code client',
  ),
  name: words(
    'raison sociale | nom | nom de l’entreprise | entreprise | société | dénomination',
    'dénomination sociale | enseigne | organisme | employeur | company | company name | name',
    'organization | organisation | structure',
  ),
  siret: words('siret | n° siret | numéro siret | numéro de siret | siret siège | siret number'),
  naf: words('naf | code naf | ape | code ape | activité principale | naf code'),
  size: words(
    'taille | taille de l’entreprise | catégorie d’entreprise | effectif | effectifs',
    'tranche d’effectif | catégorie | size | company size | headcount | employees',
  ),
  address: words('adresse | adresse postale | rue | voie | adresse ligne 1 | address | street | street address'),
  postcode: words('code postal | cp | codepostal | postcode | postal code | zip | zip code'),
  city: words('ville | commune | localité | lieu | city | town | location'),
  country: words('pays | country'),
  website: words('site | site web | site internet | url | web | website | homepage'),
  contactName: words(
    'contact | nom du contact | interlocuteur | correspondant | chargé de recrutement | recruteur',
    'contact name | recruiter',
  ),
  contactRole: words(
    'fonction | fonction du contact | poste | qualité | rôle | role | contact role | job title',
    'position | function',
  ),
  contactEmail: words(
    'courriel | email | e-mail | mail | adresse e-mail | adresse mail | courriel du contact',
    'email du contact | contact email | mél',
  ),
  contactPhone: words(
    'téléphone | tél | tel | phone | téléphone du contact | contact phone | numéro de téléphone',
    'portable | mobile | standard',
  ),
  contactAccess: words(
    'montré aux étudiants | visible par les étudiants | visible des étudiants | visible étudiants',
    'communicable aux étudiants | diffusable aux étudiants | contact diffusable | contact visible',
    'accès étudiants | candidature spontanée | candidatures spontanées | shown to students',
    'visible to students | student access | contact access | unsolicited applications',
  ),
};

/** The wordings by kind of import and field, as people may read them in a help text. */
export const columnSynonyms: Record<ImportKind, Readonly<Record<string, readonly string[]>>> = {
  offers: offerSynonyms,
  formations: formationSynonyms,
  companies: companySynonyms,
};
