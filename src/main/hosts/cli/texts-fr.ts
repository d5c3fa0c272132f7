import type { CliTexts } from './texts';

const number = new Intl.NumberFormat('fr-FR');
const n = (value: number): string => number.format(value);
const megabytes = (bytes: number): string => n(Math.max(1, Math.round(bytes / 1e6)));
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
    names: {
      options: 'options',
      command: 'commande',
      file: 'fichier',
      folder: 'dossier',
      kind: 'sorte',
      what: 'contenu',
      id: 'numéro',
      count: 'nombre',
      score: 'score',
      port: 'port',
      format: 'format',
      language: 'langue',
      names: 'noms',
    },
    choices: (list) => `au choix\u00a0: ${list}`,
    otherwise: (value) => `par défaut\u00a0: ${value}`,
    help: 'affiche cette aide',
    helpCommand: 'affiche l’aide d’une commande',
    version: 'affiche la version',
    dataDir: 'dossier des données (ou la variable SMART_RECRUITING_DATA_DIR)',
    lang: 'langue des messages',
    json: 'écrit une ligne JSON par événement, puis le résultat',
    match: 'classe les formations d’un fichier pour chaque offre d’un autre, sans base de données',
    matchOffers: 'fichier CSV ou XLSX des offres (au moins une colonne intitulé, ou title)',
    matchFormations: 'fichier CSV ou XLSX des formations (au moins une colonne intitulé, ou title)',
    matchOutput: 'fichier CSV à écrire',
    matchTop: 'nombre de formations par offre',
    matchMinScore:
      'score minimal, de 0 à 1\u00a0; 0 classe toutes les offres, même celles qui en disent trop peu («\u00a0Stage\u00a0»)\u00a0; sans cette option, le seuil mesuré pour le modèle, et ces offres restent sans formation',
    matchExplain:
      'ajoute une colonne reason\u00a0: une phrase par paire, qui cite les passages, les compétences et le niveau (environ 1\u00a0min de plus pour 100\u00a0000 paires)',
    importFile: 'importe un fichier CSV ou XLSX',
    importKind: 'ce que contient le fichier',
    file: 'fichier CSV ou XLSX',
    dryRun: 'lit tout, n’enregistre rien',
    imports: 'imports enregistrés',
    importsList: 'liste les imports, du plus récent au plus ancien',
    importsUndo: 'annule un import entier',
    importsRedo: 'remet en place un import défait',
    importId: 'numéro de l’import',
    embed: 'calcule les vecteurs de sens qui manquent',
    rank: 'classe les formations des offres qui n’ont pas de classement à jour',
    exportFile: 'écrit un fichier CSV, XLSX ou JSON Lines',
    exportWhat: 'ce que contiendra le fichier',
    exportTarget: 'fichier à écrire',
    exportFormat: 'excel-fr ou xlsx pour un tableur, rfc4180 ou jsonl pour d’autres logiciels',
    exportColumns:
      'colonnes à écrire, séparées par des virgules, par leurs noms français ou anglais\u00a0; sans cette option, toutes',
    serve: 'sert l’application à un navigateur de ce PC',
    port: 'port du serveur local\u00a0; 0 en prend un libre\u00a0; sans cette option, le même à chaque démarrage',
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
    invalidValue: (what, expected) => `Valeur non admise\u00a0: ${what}.${expected === '' ? '' : ` ${expected}`}`,
    expected: {
      'whole-number': 'Il faut un nombre entier, de 1 à 999\u00a0999\u00a0999.',
      ratio: 'Il faut un nombre de 0 à 1, par exemple 0,35.',
      port: 'Il faut un port, de 0 à 65535.',
      folder: 'Il faut le nom d’un dossier.',
      names: 'Il faut au moins un nom de colonne.',
    },
    oneOf: (choices) => `Il faut l’une de celles-ci\u00a0: ${choices}.`,
    didYouMean: (what) => `Vouliez-vous dire ${what}\u00a0?`,
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
    undone: 'défait',
  },
  issues: {
    'missing-required': 'valeur obligatoire absente',
    'too-long': 'texte trop long',
    'bad-date': 'date incompréhensible',
    'bad-number': 'nombre incompréhensible',
    'bad-siret': 'SIRET faux',
    'siret-of-other': 'SIRET connu sous un autre nom',
    'bad-level': 'niveau d’études incompréhensible',
    'bad-email': 'courriel incompréhensible',
    'unknown-word': 'mot inconnu',
    'extra-fields': 'plus de cellules que de titres',
    'missing-fields': 'moins de cellules que de titres',
    'stray-quote': 'ligne abîmée, guillemet sans son pendant',
    'torn-line': 'ligne abîmée, colonnes présentes sur colonnes attendues',
    'duplicate-id': 'identifiant déjà présent plus haut',
    'merged-into': 'même formation, année plus récente à la ligne',
    'kept-by-hand': 'conservé, modifié à la main',
  },
  timeLeft: (duration) => `encore ${duration}`,
  imported: (file, counts, importId) =>
    `${file}\u00a0: ${n(counts.read)} ligne${s(counts.read)} lue${s(counts.read)}, ${details(counts)}. Import n° ${importId}.`,
  tried: (file, counts) =>
    `${file}\u00a0: ${n(counts.read)} ligne${s(counts.read)} lue${s(counts.read)}, ${details(counts)}. Essai\u00a0: rien n’a été enregistré.`,
  rowIssue: ({ file, line, column, severity, issue, value }) =>
    `  ${severity === 'error' ? 'rejet' : 'avertissement'},${file === null ? '' : ` ${file},`} ligne ${line}${column === null ? '' : `, colonne «\u00a0${column}\u00a0»`}\u00a0: ${issue}${value === null ? '' : ` («\u00a0${value}\u00a0»)`}`,
  duplicateOf: (line) => `même identifiant qu’à la ligne ${line}`,
  moreWarnings: (count) => `  … et ${n(count)} autre${s(count)} avertissement${s(count)}`,
  moreRejected: (count) => `  … et ${n(count)} autre${s(count)} ligne${s(count)} rejetée${s(count)}`,
  rankHint: 'Pour mettre les correspondances à jour\u00a0: la commande «\u00a0rank\u00a0».',
  undone: (importId, { removed, restored, kept }) =>
    `Import n° ${importId} défait\u00a0: ${n(removed)} retirée${s(removed)}, ${n(restored)} rétablie${s(restored)}, ${n(kept)} gardée${s(kept)} car modifiée${s(kept)} depuis.`,
  redone: (importId, { restored, kept }) =>
    `Import n° ${importId} refait\u00a0: ${n(restored)} rétablie${s(restored)}, ${n(kept)} laissée${s(kept)} de côté car modifiée${s(kept)} ou remplacée${s(kept)} depuis.`,
  noImports: 'Aucun import.',
  importHeadings: ['n°', 'date', 'quoi', 'état', 'lues', 'créées', 'modifiées', 'rejetées', 'fichier'],
  embedded: (count) => `${n(count)} texte${s(count)} analysé${s(count)}.`,
  ranked: (count) => `${n(count)} offre${s(count)} classée${s(count)}.`,
  nothingStale: 'Tout est à jour.',
  exported: (rows, file) =>
    rows === null ? `${file} est écrit.` : `${file} est écrit\u00a0: ${n(rows)} ligne${s(rows)}.`,
  sampleLoaded: 'L’université d’exemple est chargée.',
  reasons: {
    nothing: 'Rien en commun',
    little: 'Peu de rapport',
    shares: ({ meaning, occupation, words }) =>
      `sens ${meaning}\u00a0%, métier ${occupation}\u00a0%, mots ${words}\u00a0%`,
    mostly: {
      meaning: 'Proches surtout par le sens',
      occupation: 'Proches surtout par le métier',
      words: 'Proches surtout par les mots',
    },
    quote: (text) => `«\u00a0${text}\u00a0»`,
    passages: (offer, formation) => `${offer} rejoint ${formation}`,
    noPassage: 'aucun passage commun',
    occupation: (label) => `même métier\u00a0: ${label}`,
    shared: (skills) => `en commun\u00a0: ${skills}`,
    missing: (skills) => `demandé, non cité par la formation\u00a0: ${skills}`,
    level: {
      below: (offer, formation) => `l’offre vise ${offer}, la formation s’arrête à ${formation}`,
      above: (offer, formation) => `l’offre vise ${offer}, la formation, qui mène à ${formation}, commence au-delà`,
      apart: (offer, formation) => `l’offre vise ${offer}, la formation mène à ${formation}`,
    },
    bac: (years) => (years === 0 ? 'le bac' : `Bac+${years}`),
    colon: '\u00a0: ',
    semicolon: '\u00a0; ',
  },
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
    size: 'Place',
    sizes: (database, free) =>
      `${megabytes(database)}\u00a0Mo${free === null ? '' : `, ${megabytes(free)}\u00a0Mo libres`}`,
    backup: 'Sauvegarde',
    noBackup: 'aucune',
    failures: 'Incidents au journal',
    failureCount: (failures, slow) =>
      `${n(failures)} incident${s(failures)}, ${n(slow)} requête${s(slow)} de plus de 50\u00a0ms`,
    model: 'Modèle de langue',
    modelStates: { ready: 'prêt', missing: 'absent', damaged: 'endommagé' },
    contents: 'Contenu',
    inUse: 'Utilisation',
    inUseBy: 'l’application, ou une autre commande, est ouverte sur ces données',
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
