import type { CliTexts } from './texts';

const number = new Intl.NumberFormat('fr-FR');
const n = (value: number): string => number.format(value);
const s = (value: number): string => (value > 1 ? 's' : '');

export const french: CliTexts = {
  help: {
    program: 'Rapproche des offres de stage, d’alternance et d’emploi des formations d’une université.',
    titles: {
      'Usage:': 'Utilisation\u00a0:',
      'Arguments:': 'Arguments\u00a0:',
      'Options:': 'Options\u00a0:',
      'Global Options:': 'Options générales\u00a0:',
      'Commands:': 'Commandes\u00a0:',
    },
    help: 'affiche cette aide',
    helpCommand: 'affiche l’aide d’une commande',
    version: 'affiche la version',
    dataDir: 'dossier des données (ou la variable SMART_RECRUITING_DATA_DIR)',
    lang: 'langue des messages\u00a0: fr ou en',
    json: 'écrit une ligne JSON par événement, puis le résultat',
    match: 'classe les formations d’un fichier pour chaque offre d’un autre, sans base de données',
    matchOffers: 'fichier CSV des offres (colonnes id et title, au moins)',
    matchFormations: 'fichier CSV des formations (colonnes id et title, au moins)',
    matchOutput: 'fichier CSV à écrire',
    matchTop: 'nombre de formations par offre',
    matchMinScore: 'score minimal, de 0 à 1\u00a0; 0 garde toutes les paires',
    importFile: 'importe un fichier CSV',
    importKind: 'ce que contient le fichier\u00a0: offers, formations ou companies',
    file: 'fichier CSV',
    dryRun: 'lit tout, n’enregistre rien',
    imports: 'imports enregistrés',
    importsList: 'liste les imports, du plus récent au plus ancien',
    importsUndo: 'annule un import entier',
    importId: 'numéro de l’import',
    embed: 'calcule les vecteurs de sens qui manquent',
    rank: 'classe les formations des offres qui n’ont pas de classement à jour',
    exportFile: 'écrit un fichier CSV',
    exportWhat: 'quoi\u00a0: matches, offers, formations ou companies',
    exportTarget: 'fichier à écrire',
    exportFormat: 'excel-fr (tableur français) ou rfc4180 (autres logiciels)',
    serve: 'sert l’application à un navigateur de ce PC',
    port: 'port du serveur local\u00a0; 0 en prend un libre',
    doctor: 'vérifie l’installation\u00a0: versions, modèle, base de données',
    sample: 'université d’exemple',
    sampleLoad: 'remplit une base vide avec une université inventée',
  },
  usage: {
    unknownOption: (what) => `Option inconnue\u00a0: ${what}.`,
    unknownCommand: (what) => `Commande inconnue\u00a0: ${what}.`,
    missingArgument: (what) => `Il manque l’argument ${what}.`,
    missingOption: (what) => `Il manque l’option ${what}.`,
    missingValue: (what) => `Il manque une valeur à l’option ${what}.`,
    excessArguments: 'Il y a trop d’arguments.',
    invalidValue: (what) => `Valeur non admise\u00a0: ${what}.`,
    seeHelp: 'Voir --help.',
  },
  steps: {
    read: 'Lecture',
    commit: 'Enregistrement',
    embed: 'Analyse des textes',
    match: 'Comparaison',
    understand: 'Lecture des offres',
    write: 'Écriture',
  },
  kinds: { offers: 'offres', formations: 'formations', companies: 'entreprises' },
  importStates: {
    reading: 'en cours',
    checked: 'essayé',
    committed: 'enregistré',
    failed: 'échoué',
    cancelled: 'annulé avant la fin',
    undone: 'annulé',
  },
  issues: {
    'missing-required': 'valeur obligatoire absente',
    'too-long': 'texte trop long',
    'bad-date': 'date incompréhensible',
    'bad-number': 'nombre incompréhensible',
    'bad-siret': 'SIRET faux',
    'bad-level': 'niveau d’études incompréhensible',
    'bad-email': 'courriel incompréhensible',
    'unknown-word': 'mot inconnu',
    'extra-fields': 'plus de cellules que de titres',
    'missing-fields': 'moins de cellules que de titres',
    'duplicate-id': 'identifiant déjà présent plus haut',
  },
  timeLeft: (duration) => `encore ${duration}`,
  imported: (file, counts, importId) =>
    `${file}\u00a0: ${n(counts.read)} ligne${s(counts.read)} lue${s(counts.read)}, ${details(counts)}. Import n° ${importId}.`,
  tried: (file, counts) =>
    `${file}\u00a0: ${n(counts.read)} ligne${s(counts.read)} lue${s(counts.read)}, ${details(counts)}. Essai\u00a0: rien n’a été enregistré.`,
  rejectedRow: (line, column, issue, value) =>
    `  ligne ${line}${column === null ? '' : `, colonne «\u00a0${column}\u00a0»`}\u00a0: ${issue}${value === null || value === '' ? '' : ` («\u00a0${value}\u00a0»)`}`,
  moreRejected: (count) => `  … et ${n(count)} autre${s(count)} ligne${s(count)} rejetée${s(count)}`,
  rankHint: 'Pour mettre les correspondances à jour\u00a0: la commande «\u00a0rank\u00a0».',
  undone: (importId, { removed, restored, kept }) =>
    `Import n° ${importId} annulé\u00a0: ${n(removed)} retirée${s(removed)}, ${n(restored)} rétablie${s(restored)}, ${n(kept)} gardée${s(kept)} car modifiée${s(kept)} depuis.`,
  noImports: 'Aucun import.',
  importHeadings: ['n°', 'date', 'quoi', 'état', 'lues', 'créées', 'modifiées', 'rejetées', 'fichier'],
  embedded: (count) => `${n(count)} texte${s(count)} analysé${s(count)}.`,
  ranked: (count) => `${n(count)} offre${s(count)} classée${s(count)}.`,
  nothingStale: 'Tout est à jour.',
  exported: (rows, file) =>
    rows === null ? `${file} est écrit.` : `${file} est écrit\u00a0: ${n(rows)} ligne${s(rows)}.`,
  sampleLoaded: 'L’université d’exemple est chargée.',
  matched: ({ offers, formations, pairs, noSuitableFormation, insufficientText, rejectedRows }, file) =>
    `${n(offers)} offre${s(offers)} × ${n(formations)} formation${s(formations)}\u00a0: ${n(pairs)} correspondance${s(pairs)} dans ${file}. Sans formation adaptée\u00a0: ${n(noSuitableFormation)}\u00a0; texte insuffisant\u00a0: ${n(insufficientText)}\u00a0; lignes inutilisables\u00a0: ${n(rejectedRows)}.`,
  error: (text) => `Erreur\u00a0: ${text}`,
  cancelled: 'Annulé\u00a0: rien n’a été enregistré.',
  cancelledMidway: 'Annulé\u00a0: ce qui était déjà fait est gardé, et la commande rank fait le reste.',
  doctor: {
    application: 'Application',
    system: 'Système',
    database: 'Base de données',
    dataDir: 'Dossier des données',
    pragmas: 'Réglages de la base',
    integrity: 'Intégrité',
    model: 'Modèle de langue',
    modelStates: { ready: 'prêt', missing: 'introuvable', damaged: 'abîmé' },
    contents: 'Contenu',
    counts: (offers, formations, companies) =>
      `${n(offers)} offre${s(offers)}, ${n(formations)} formation${s(formations)}, ${n(companies)} entreprise${s(companies)}`,
    allWell: 'Tout va bien.',
    notWell: 'Quelque chose ne va pas\u00a0: voir ci-dessus.',
  },
};

function details(counts: {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: number;
}): string {
  const { created, updated, unchanged, rejected, warnings } = counts;
  const parts = [
    `${n(created)} créée${s(created)}`,
    `${n(updated)} modifiée${s(updated)}`,
    `${n(unchanged)} inchangée${s(unchanged)}`,
    `${n(rejected)} rejetée${s(rejected)}`,
  ];
  return `${parts.join(', ')} (${n(warnings)} avertissement${s(warnings)})`;
}
