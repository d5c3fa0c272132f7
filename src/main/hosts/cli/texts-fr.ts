import { doctorFr } from './doctor-texts-fr';
import { romeFr, romeHelpFr } from './rome-texts-fr';
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
    names: {
      rule: 'règle',
      mark: 'signe',
      line: 'ligne',
      order: 'ordre',
      sign: 'signe',
      text: 'texte',
      options: 'options',
      command: 'commande',
      file: 'fichier',
      files: 'fichiers',
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
      day: 'jour',
    },
    choices: (list) => `au choix\u00a0: ${list}`,
    otherwise: (value) => `par défaut\u00a0: ${value}`,
    help: 'affiche cette aide',
    helpCommand: 'affiche l’aide d’une commande',
    version: 'affiche la version',
    dataDir: 'dossier des données (ou la variable SMART_RECRUITING_DATA_DIR)',
    passphraseFile: 'fichier dont la première ligne est la phrase de passe de données chiffrées',
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
    importFile: 'importe des fichiers CSV ou XLSX, ou le fichier .smartrecruiting d’une autre université',
    importKind: 'ce que contiennent les fichiers\u00a0; auto le reconnaît pour chacun, à ses colonnes',
    file: 'fichier CSV, XLSX ou JSON (France Travail, Adzuna), ou dossier de fichiers, ou de pages JSON',
    dryRun: 'lit tout, n’enregistre rien',
    matchKey:
      'ce qui fait reconnaître une ligne (offres : reference, title-company, title-company-town ; formations : code, title-component ; entreprises : siret, reference, name)',
    fileSource:
      'la source des offres dont la ligne n’en dit pas\u00a0: deux fichiers numérotés de même ne se mêlent plus',
    conflicts:
      'ce qui reste quand le fichier dit autre chose que la base\u00a0: ce que nous avons (ours) ou ce qu’il dit (theirs)\u00a0; sans cette option, comme pour le dernier fichier de même en-tête, sinon theirs, et ours pour package',
    quoteMark: 'ce qui entoure les cellules\u00a0: guillemets (double), apostrophes (single) ou rien (none)',
    headerLine: 'ligne qui porte les noms des colonnes\u00a0; 0 s’il n’y en a pas',
    dayOrder: 'ordre des dates\u00a0: jour puis mois (day-first) ou mois puis jour (month-first)',
    decimal: 'ce qui précède les décimales\u00a0: virgule (comma), point (point) ou selon chaque nombre (either)',
    imports: 'imports enregistrés',
    importsList: 'liste les imports, du plus récent au plus ancien',
    importsUndo: 'annule un import entier',
    importsRedo: 'remet en place un import défait',
    importId: 'numéro de l’import',
    importsReread: 'relit les lignes gardées d’un import avec les règles et la correspondance d’aujourd’hui',
    importsGoBack: 'annule d’un coup tous les imports faits après un jour',
    goBackDay: 'jour auquel revenir, comme 14/03/2026',
    embed: 'calcule les vecteurs de sens qui manquent',
    rank: 'classe les formations des offres qui n’ont pas de classement à jour',
    exportFile: 'écrit un fichier CSV, XLSX ou JSON Lines',
    exportWhat: 'ce que contiendra le fichier',
    exportTarget: 'fichier à écrire',
    exportFormat: 'excel-fr ou xlsx pour un tableur, rfc4180 ou jsonl pour d’autres logiciels',
    exportColumns:
      'colonnes à écrire, séparées par des virgules, par leurs noms français ou anglais\u00a0; sans cette option, toutes',
    exportPackage:
      'fichier pour une autre université (.smartrecruiting)\u00a0; les offres y vont avec leurs entreprises',
    exportPersonalData: 'avec --package\u00a0: y met aussi les données personnelles',
    exportLicence: 'avec --package\u00a0: conditions d’utilisation, obligatoires',
    serve: 'sert l’application à un navigateur de ce PC',
    port: 'port du serveur local\u00a0; 0 en prend un libre\u00a0; sans cette option, le même à chaque démarrage',
    watch: 'dit quel dossier est surveillé et ce qui y attend, ou en surveille un autre',
    watchedFolder: 'dossier dont les fichiers sont importés tant que l’application est ouverte',
    watchOff: 'ne surveille plus aucun dossier',
    fetch:
      'cherche des offres auprès d’un service en ligne et les importe\u00a0; ses clés sont lues dans SMART_RECRUITING_KEY_ID et SMART_RECRUITING_KEY_SECRET, et ne sont gardées que le temps de la commande',
    fetchService: 'service interrogé',
    fetchWords: 'métier ou compétence\u00a0; une virgule entre deux expressions',
    fetchPlace: 'commune, département ou région',
    fetchContract: 'contrat voulu',
    fetchDays: 'parues depuis ce nombre de jours au plus',
    fetchRefresh: 'demande ce que sont devenues les offres déjà prises\u00a0; clôt celles qui ont disparu',
    fetchOn: 'active d’abord ce service, qui le reste',
    fetchOff: 'désactive ce service et ne demande rien',
    ...romeHelpFr,
    doctor: 'vérifie l’installation\u00a0: versions, modèle, base de données',
    doctorRestore:
      'si la base est endommagée\u00a0: reprend la dernière sauvegarde saine\u00a0; le fichier endommagé est gardé',
    doctorLostKey:
      'si ni la phrase de passe ni la feuille de secours ne sont plus là\u00a0: reprend la dernière sauvegarde qui s’ouvre sans elles\u00a0; le fichier chiffré est gardé',
    doctorSalvage:
      'si la base est endommagée\u00a0: récupère ce qui se lit encore, table par table\u00a0; le fichier endommagé est gardé',
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
      'header-line': 'Il faut un numéro de ligne, de 0 à 200.',
      port: 'Il faut un port, de 0 à 65535.',
      day: 'Il faut un jour, comme 14/03/2026 ou 2026-03-14.',
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
    'code-of-other': 'code porté aussi par une autre composante, prise comme une formation de plus',
    'ambiguous-match': 'plusieurs fiches correspondent',
    'bad-level': 'niveau d’études incompréhensible',
    'bad-email': 'courriel incompréhensible',
    'unknown-word': 'mot inconnu',
    'extra-fields': 'plus de cellules que de titres',
    'missing-fields': 'moins de cellules que de titres',
    'stray-quote': 'ligne abîmée, guillemet sans son pendant',
    'torn-line': 'ligne abîmée, colonnes présentes sur colonnes attendues',
    'reference-of-other':
      'référence, code ou SIRET d’une autre fiche\u00a0: corrigez-les, ou indiquez --key ou, pour des offres, --source',
    'duplicate-key': 'même clé qu’à la ligne',
    'duplicate-id': 'identifiant déjà présent plus haut',
    'merged-into': 'même formation, année plus récente à la ligne',
    'open-place': 'plusieurs communes de ce nom',
    'kept-by-hand': 'conservé, modifié à la main',
    'kept-known': 'conservé, le fichier dit autre chose',
    withdrawn: 'retirée par sa source, l’offre est close',
    'said-later': 'un import plus récent parle aussi de cette fiche\u00a0: relisez celui-là',
    'record-gone': 'la fiche a été supprimée depuis',
    'date-as-title': 'une date à la place de l’intitulé\u00a0: les cellules ont glissé',
  },
  timeLeft: (duration) => `encore ${duration}`,
  imported: (file, counts, importId) =>
    `${file}\u00a0: ${n(counts.read)} ligne${s(counts.read)} lue${s(counts.read)}, ${details(counts)}. Import n° ${importId}.`,
  tried: (file, counts) =>
    `${file}\u00a0: ${n(counts.read)} ligne${s(counts.read)} lue${s(counts.read)}, ${details(counts)}. Essai\u00a0: rien n’a été enregistré.`,
  knownAgain: ({ key, matched, keyless }) =>
    `  ${n(matched)} ligne${s(matched)} déjà connue${s(matched)}${key === 'automatic' ? '' : ` (--key ${key})`}${keyless === 0 ? '' : `\u00a0; ${n(keyless)} sans valeur pour cette clé, comparée${s(keyless)} comme d’ordinaire`}.`,
  rowIssue: ({ file, line, column, severity, issue, value }) =>
    `  ${severity === 'error' ? 'rejet' : 'avertissement'},${file === null ? '' : ` ${file},`} ligne ${line}${column === null ? '' : `, colonne «\u00a0${column}\u00a0»`}\u00a0: ${issue}${value === null ? '' : ` («\u00a0${value}\u00a0»)`}`,
  duplicateOf: (line) => `même identifiant qu’à la ligne ${line}`,
  moreWarnings: (count) => `  … et ${n(count)} autre${s(count)} avertissement${s(count)}`,
  moreRejected: (count) => `  … et ${n(count)} autre${s(count)} ligne${s(count)} rejetée${s(count)}`,
  formationsLeft: (file) =>
    `Les formations de ce fichier n’ont pas été reprises\u00a0; pour les reprendre\u00a0: import formations "${file}".`,
  rankHint: 'Pour mettre les correspondances à jour\u00a0: la commande «\u00a0rank\u00a0».',
  wentBack: (imports, { removed, restored, kept }, isTrial) =>
    `${isTrial ? 'Rien n’a été changé. À défaire' : 'Défaits'}\u00a0: ${n(imports)} import${s(imports)}\u00a0; ${n(removed)} ligne${s(removed)} retirée${s(removed)}, ${n(restored)} rétablie${s(restored)}, ${n(kept)} gardée${s(kept)} car modifiée${s(kept)} depuis.`,
  undone: (importId, { removed, restored, kept }) =>
    `Import n° ${importId} défait\u00a0: ${n(removed)} retirée${s(removed)}, ${n(restored)} rétablie${s(restored)}, ${n(kept)} gardée${s(kept)} car modifiée${s(kept)} depuis.`,
  redone: (importId, { restored, kept }) =>
    `Import n° ${importId} refait\u00a0: ${n(restored)} rétablie${s(restored)}, ${n(kept)} laissée${s(kept)} de côté car modifiée${s(kept)} ou remplacée${s(kept)} depuis.`,
  noImports: 'Aucun import.',
  importHeadings: ['n°', 'date', 'quoi', 'état', 'lues', 'créées', 'mises à jour', 'inchangées', 'rejetées', 'fichier'],
  embedded: (count) => `${n(count)} texte${s(count)} analysé${s(count)}.`,
  ranked: (count) => `${n(count)} offre${s(count)} classée${s(count)}.`,
  nothingStale: 'Tout est à jour.',
  cutCells: (count) =>
    `${n(count)} texte${s(count)} plus long${s(count)} qu’une cellule de classeur, coupé${s(count)} et terminé${s(count)} par «\u00a0…\u00a0»\u00a0: un CSV ${count > 1 ? 'les' : 'le'} donne en entier.`,
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
    occupation: (label) => `les deux touchent à ${label}`,
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
  watched: {
    none: 'Aucun dossier n’est surveillé.',
    folder: (folder) => `Dossier surveillé\u00a0: ${folder}`,
    away: 'Il n’est pas accessible pour l’instant.',
    waiting: (count) => (count === 0 ? 'Aucun fichier n’y attend.' : `Fichiers qui attendent\u00a0: ${count}`),
    reasons: {
      arriving: 'encore en cours d’écriture, ou tout juste arrivé',
      locked: 'ouvert dans un autre programme, ou illisible pour l’instant',
      'not-copied': 'pas encore copié sur ce PC, nouvel essai bientôt',
      'unknown-header': 'colonnes encore inconnues\u00a0: à importer une fois depuis la page',
      'several-kinds': 'colonnes connues pour plusieurs contenus\u00a0: à importer depuis la page',
      doubtful: 'plus d’une ligne sur dix serait rejetée',
      package: 'paquet d’une autre université',
      'being-imported': 'import en cours',
      'not-imported': 'import échoué, annulé ou défait',
      'not-moved': 'importé, sera rangé une fois fermé',
    },
  },
  fetched: {
    off: (service) => `${service} est désactivé.`,
    nothing: (service) => `${service} n’a rien.`,
    found: (service, { found, taken, gone, left }) =>
      `${service}\u00a0: ${n(found)} offre${s(found)} trouvée${s(found)}, ${n(taken)} prise${s(taken)}, ${n(gone)} disparue${s(gone)}${left > 0 ? `, ${n(left)} à redemander plus tard` : ''}.`,
    asking: 'questions posées',
  },
  rome: romeFr,
  doctor: doctorFr,
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
