import type { ContractType, MatchOutcome, OfferStatus } from '../../shared/domain/offer';
import { failuresFr } from '../../shared/texts/failures-fr';
import { backupsFr } from './backups-fr';
import { encryptionFr } from './encryption-fr';
import { healthFr } from './health-fr';
import { updatesFr } from './updates-fr';
import { companiesFr } from './companies-fr';
import { dashboardsFr } from './dashboards-fr';
import { decisionsFr } from './decisions-fr';
import { importFilesFr } from './import-files-fr';
import { offerDuplicatesFr } from './offer-duplicates-fr';
import { packagesFr } from './packages-fr';
import { rereadingFr } from './rereading-fr';
import { romePackFr } from './rome-pack-fr';
import { watchedFolderFr } from './watched-folder-fr';
import { connectorsFr } from './connectors-fr';
import { dueFr } from './due-fr';
import { binFr } from './bin-fr';
import { editorFr } from './editor-fr';
import { newsFr, tourFr, yearFr } from './home-cards-fr';
import { namedViewsFr } from './named-views-fr';
import { kioskFr } from './kiosk-fr';
import { profilesFr } from './profiles-fr';
import { logosFr } from './logos-fr';
import { searchFr } from './search-fr';
import { occupationsFr } from './occupations-fr';
import { studentsFr } from './students-fr';
import { readingFr } from './reading-fr';
import { reasonsFr } from './reasons-fr';
import { managersFr, transmissionsFr } from './transmissions-fr';
import { homeFr } from './home-fr';
import { offersFr } from './offers-fr';
import { importsFr } from './imports-fr';
import { jobsFr } from './jobs-fr';
import { settingsFr } from './settings-fr';

/**
 * Every word of the interface, in French. Spaces before ; : ! ? » and after « are written plainly here and made narrow
 * and unbreakable when the texts are loaded.
 */
export const fr = {
  app: {
    name: 'Smart Recruiting',
    skipToContent: 'Aller au contenu',
    navigation: 'Navigation principale',
    notices: 'Messages',
    foldNavigation: 'Replier le menu',
    unfoldNavigation: 'Déplier le menu',
    noUniversityName: 'Université sans nom',
    academicYear: 'Année universitaire en cours',
    switchLanguage: 'Switch to English',
    toDark: 'Passer au thème sombre',
    toLight: 'Passer au thème clair',
    connectionLost: 'L’application ne répond plus. Rien de ce qui est enregistré n’est perdu ; nouvel essai en cours…',
    safeMode:
      'Mode sans échec : ni la comparaison des offres ni le dossier surveillé ne reprennent d’eux-mêmes. Vos données sont intactes ; pour en sortir, fermez l’application et relancez-la normalement.',
    notFoundTitle: 'Cette page n’existe pas',
    notFoundText: 'L’adresse ne mène à aucune page de l’application.',
    goHome: 'Revenir à l’accueil',
    crashTitle: 'Cette page a rencontré une erreur',
    crashText:
      'Vos données n’ont pas été touchées. Rechargez la page pour reprendre ; si l’erreur revient, notez ce que vous faisiez.',
    reload: 'Recharger la page',
  },
  nav: {
    home: 'Accueil',
    offers: 'Offres',
    dashboards: 'Tableaux de bord',
    formations: 'Formations',
    companies: 'Entreprises',
    transmissions: 'Transmissions',
    imports: 'Imports',
    jobs: 'Tâches',
    search: 'Recherche',
    students: 'Étudiants',
    settings: 'Réglages',
  },
  common: {
    unsavedTitle: 'Ce qui est écrit n’est pas enregistré',
    unsavedText: 'En allant ailleurs, vous le perdriez.',
    discard: 'Abandonner la saisie',
    goOnWriting: 'Continuer la saisie',
    places: { area: 'Département ou région', region: 'Régions', department: 'Départements', city: 'Villes' },
    formationsLoading: 'Recherche…',
    formationsNone: 'Aucune formation ne correspond',
    retry: 'Réessayer',
    cancel: 'Annuler',
    save: 'Enregistrer',
    close: 'Fermer',
    closePanel: 'Fermer le volet',
    clear: 'Effacer',
    searchIn: 'Rechercher : {{fields}}',
    filters: 'Filtres',
    labelled: '{{label}} : {{value}}',
    chartKeys: '{{title}} : flèches pour passer de l’un à l’autre, Entrée pour ouvrir les offres',
    columns: 'Colonnes',
    usualColumns: 'Colonnes habituelles',
    clearFilters: 'Effacer les filtres',
    all: 'Tous',
    allFeminine: 'Toutes',
    notGiven: 'Non renseigné',
    showAll: 'Tout afficher',
    showLess: 'Réduire',
    yes: 'Oui',
    no: 'Non',
    ofTotal: '{{from}}–{{to}} sur {{total}}',
    ofMore: '{{from}}–{{to}} sur plus de {{total}}',
    rowsPerPage: 'Lignes par page',
    pagination: 'Pages',
    noRowMatches: 'Aucune ligne ne correspond à ces critères',
    noRowMatchesHint: 'Élargissez la recherche ou effacez les filtres.',
    outOf100: 'sur 100',
    bac: 'Bac+{{years}}',
    bacOnly: 'Bac',
    table: 'Tableau',
    chart: 'Graphique',
    viewAs: 'Présentation',
  },
  contractTypes: {
    internship: 'Stage',
    'work-study': 'Alternance',
    'fixed-term': 'CDD',
    permanent: 'CDI',
    'student-job': 'Job étudiant',
    other: 'Autre',
  } satisfies Record<ContractType, string>,
  statuses: {
    draft: 'Brouillon',
    published: 'Publiée',
    transmitted: 'Transmise',
    filled: 'Pourvue',
    archived: 'Archivée',
  } satisfies Record<OfferStatus, string>,
  outcomes: {
    pending: 'En attente',
    ranked: 'Formations proposées',
    'no-suitable-formation': 'Aucune formation adaptée',
    'insufficient-text': 'Texte insuffisant',
  } satisfies Record<MatchOutcome, string>,
  remote: { none: 'Sur place', partial: 'Télétravail partiel', full: 'Télétravail complet' },
  seniority: { beginner: 'Débutant', junior: 'Junior', experienced: 'Expérimenté', senior: 'Senior' },
  companySizes: {
    TPE: 'TPE (moins de 10 salariés)',
    PME: 'PME (10 à 249)',
    ETI: 'ETI (250 à 4\u00a0999)',
    GE: 'Grande entreprise (5\u00a0000 et plus)',
  },
  home: homeFr,
  offers: offersFr,
  reading: readingFr,
  reasons: reasonsFr,
  transmissions: transmissionsFr,
  managers: managersFr,
  decisions: decisionsFr,
  dashboards: dashboardsFr,
  importFiles: importFilesFr,
  offerDuplicates: offerDuplicatesFr,
  packages: packagesFr,
  rereading: rereadingFr,
  romePack: romePackFr,
  watchedFolder: watchedFolderFr,
  connectors: connectorsFr,
  backups: backupsFr,
  encryption: encryptionFr,
  health: healthFr,
  updates: updatesFr,
  due: dueFr,
  bin: binFr,
  editor: editorFr,
  search: searchFr,
  namedViews: namedViewsFr,
  kiosk: kioskFr,
  profiles: profilesFr,
  news: newsFr,
  year: yearFr,
  tour: tourFr,
  students: studentsFr,
  occupations: occupationsFr,
  formations: {
    title: 'Formations',
    count_one: '{{count, number}} formation',
    count_other: '{{count, number}} formations',
    searchLabel: 'Intitulé, diplôme, composante',
    columns: {
      title: 'Intitulé',
      diplomaType: 'Diplôme',
      level: 'Niveau',
      component: 'Composante',
      capacity: 'Effectif',
      managerName: 'Gestionnaire',
      matchedOffers: 'Offres',
      firstPlaces: 'En tête',
    },
    columnHints: {
      matchedOffers: 'Offres auxquelles elle convient : proposée et non écartée, ou choisie par une personne',
      firstPlaces: 'Offres dont elle est la première formation : par le choix d’une personne, sinon par le classement',
    },
    filters: { component: 'Composante', level: 'Niveau' },
    emptyTitle: 'Aucune formation pour l’instant',
    emptyText:
      'Ici s’affichent les diplômes de l’université. Ce sont eux que l’application compare à chaque offre : commencez par les importer.',
    emptyAction: 'Importer des formations',
    panelLabel: 'Formation : {{title}}',
    description: 'Ce que l’on y apprend',
    prerequisites: 'Prérequis',
    prerequisitesHint:
      'Attendus, diplômes ou connaissances demandés à l’entrée. Ils ne comptent pas dans les comparaisons.',
    edit: 'Modifier',
    editPrerequisites: 'Modifier les prérequis',
    prerequisitesSaved: 'Prérequis enregistrés : {{title}}',
    noDescription: 'Cette formation n’a pas de description. En donner une rend les comparaisons plus justes.',
    skills: 'Compétences',
    jobs: 'Débouchés',
    keywords: 'Mots-clés',
    romeCodes: 'Codes ROME',
    component: 'Composante',
    manager: 'Gestionnaire de scolarité',
    capacity: 'Effectif',
    students_one: '{{count, number}} étudiant',
    students_other: '{{count, number}} étudiants',
    facts: 'Informations',
    offers: 'Offres pour lesquelles elle est proposée',
    noOffers: 'Cette formation n’est proposée pour aucune offre.',
    seeAllOffers_one: 'Voir {{count, number}} offre',
    seeAllOffers_other: 'Voir les {{count, number}} offres',
  },
  companies: companiesFr,
  imports: importsFr,
  jobs: jobsFr,
  exports: {
    button: 'Exporter',
    formats: {
      'excel-fr': 'CSV pour Excel',
      xlsx: 'Classeur Excel (.xlsx)',
      jsonl: 'JSON Lines',
      rfc4180: 'CSV standard',
    },
    formatHints: {
      xlsx: 'Dates, nombres et SIRET typés, première ligne figée',
      jsonl: 'Pour d’autres logiciels : un objet par ligne',
      'excel-fr': 'Points-virgules, virgule décimale, accents lisibles par Excel',
      rfc4180: 'Virgules, UTF-8, pour les autres logiciels',
    },
    matches: 'Correspondances de ces offres',
    rows: 'Ces lignes',
    chooseColumns: 'Choisir les colonnes…',
    columnsTitle: 'Choisir les colonnes du fichier',
    columnsLabel: 'Colonnes',
    columnsHint:
      'Les lignes sont celles de la liste affichée ; les colonnes portent le nom qu’elles auront dans le fichier.',
    format: 'Format',
    allColumns: 'Toutes',
    noColumns: 'Aucune',
    preparing: 'Préparation du fichier…',
    cutCells_one:
      '{{count, number}} texte dépasse ce qu’une cellule peut contenir et finit par « … » : le CSV le donne en entier.',
    cutCells_other:
      '{{count, number}} textes dépassent ce qu’une cellule peut contenir et finissent par « … » : le CSV les donne en entier.',
    done: 'Le fichier est prêt ; il s’enregistre dans vos téléchargements.',
    cancelled: 'L’export a été annulé.',
  },
  logos: logosFr,
  settings: settingsFr,
  errors: {
    title: 'Cela n’a pas fonctionné',
    loadTitle: 'Impossible d’afficher cette page',
    ...failuresFr,
  },
} as const;

/** The shape of `fr`: what every other language must fill, key by key. */
export type Texts = Widened<typeof fr>;
type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };
