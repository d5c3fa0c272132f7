import type { CliTexts } from './texts';

const number = new Intl.NumberFormat('en-GB');
const n = (value: number): string => number.format(value);
const megabytes = (bytes: number): string => n(Math.max(1, Math.round(bytes / 1e6)));
const s = (value: number): string => (value === 1 ? '' : 's');

export const english: CliTexts = {
  help: {
    program: 'Matches internship, work-study and job offers with a university’s formations.',
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Global Options:': 'Global options:',
      'Commands:': 'Commands:',
    },
    names: {
      options: 'options',
      command: 'command',
      file: 'file',
      folder: 'folder',
      kind: 'kind',
      what: 'what',
      id: 'number',
      count: 'count',
      score: 'score',
      port: 'port',
      format: 'format',
      language: 'language',
      names: 'names',
    },
    choices: (list) => `one of: ${list}`,
    otherwise: (value) => `default: ${value}`,
    help: 'show this help',
    helpCommand: 'show the help of a command',
    version: 'show the version',
    dataDir: 'folder of the data (or the variable SMART_RECRUITING_DATA_DIR)',
    lang: 'language of messages',
    json: 'write one line of JSON an event, then the result',
    match: 'rank the formations of one file for each offer of another, without a database',
    matchOffers: 'CSV or XLSX file of offers (with a column title, at least)',
    matchFormations: 'CSV or XLSX file of formations (with a column title, at least)',
    matchOutput: 'CSV file to write',
    matchTop: 'number of formations an offer',
    matchMinScore:
      'least score, 0 to 1; 0 ranks every offer, even one that says too little (“Stage”); without it, the threshold measured for the model, and such offers get no formation',
    matchExplain:
      'add a column reason: a sentence a pair that cites passages, skills and level (about 1 min more for 100,000 pairs)',
    importFile: 'import a CSV or XLSX file',
    importKind: 'what the file holds',
    file: 'CSV or XLSX file',
    dryRun: 'read everything, store nothing',
    imports: 'stored imports',
    importsList: 'list the imports, newest first',
    importsUndo: 'take a whole import back',
    importsRedo: 'put an import in place again that was taken back',
    importId: 'number of the import',
    embed: 'compute the missing vectors of meaning',
    rank: 'rank formations for the offers that have no valid ranking',
    exportFile: 'write a CSV, XLSX or JSON Lines file',
    exportWhat: 'what the file is to hold',
    exportTarget: 'file to write',
    exportFormat: 'excel-fr or xlsx for spreadsheets, rfc4180 or jsonl for other programs',
    exportColumns: 'columns to write, between commas, by their French or English names; without it, all of them',
    serve: 'serve the application to a browser on this computer',
    port: 'port of the local server; 0 takes any free one; without it, the same at each start',
    doctor: 'check the installation: versions, model, database',
    sample: 'sample university',
    sampleLoad: 'fill an empty database with an invented university',
  },
  usage: {
    unknownOption: (what) => `Unknown option: ${what}.`,
    unknownCommand: (what) => `Unknown command: ${what}.`,
    missingArgument: (what) => `The argument ${what} is missing.`,
    missingOption: (what) => `The option ${what} is missing.`,
    missingValue: (what) => `The option ${what} needs a value.`,
    excessArguments: 'There are too many arguments.',
    invalidValue: (what, expected) => `This value cannot be used: ${what}.${expected === '' ? '' : ` ${expected}`}`,
    expected: {
      'whole-number': 'A whole number is expected, from 1 to 999,999,999.',
      ratio: 'A number from 0 to 1 is expected, such as 0.35.',
      port: 'A port is expected, from 0 to 65535.',
      folder: 'The name of a folder is expected.',
      names: 'The name of one column, at least, is needed.',
    },
    oneOf: (choices) => `One of these is expected: ${choices}.`,
    didYouMean: (what) => `Did you mean ${what}?`,
    seeHelp: 'See --help.',
  },
  steps: {
    read: 'Reading',
    commit: 'Storing',
    embed: 'Reading texts for meaning',
    match: 'Comparing',
    understand: 'Reading the offers',
    write: 'Writing',
  },
  kinds: { offers: 'offers', formations: 'formations', companies: 'companies' },
  importStates: {
    reading: 'running',
    checked: 'tried out',
    committed: 'stored',
    failed: 'failed',
    cancelled: 'cancelled',
    undone: 'undone',
  },
  issues: {
    'missing-required': 'a required value is missing',
    'too-long': 'the text is too long',
    'bad-date': 'not a date',
    'bad-number': 'not a number',
    'bad-siret': 'wrong SIRET',
    'siret-of-other': 'SIRET known under another name',
    'bad-level': 'not a level of study',
    'bad-email': 'not an e-mail address',
    'unknown-word': 'unknown word',
    'extra-fields': 'more cells than headings',
    'missing-fields': 'fewer cells than headings',
    'stray-quote': 'damaged line, a quote without its partner',
    'torn-line': 'damaged line, columns there out of columns expected',
    'duplicate-id': 'this id stands further up already',
    'merged-into': 'same formation, more recent year on line',
    'kept-by-hand': 'kept, changed by hand',
  },
  timeLeft: (duration) => `${duration} left`,
  imported: (file, counts, importId) =>
    `${file}: ${n(counts.read)} row${s(counts.read)} read, ${details(counts)}. Import no. ${importId}.`,
  tried: (file, counts) =>
    `${file}: ${n(counts.read)} row${s(counts.read)} read, ${details(counts)}. Dry run: nothing was stored.`,
  rowIssue: ({ file, line, column, severity, issue, value }) =>
    `  ${severity === 'error' ? 'rejected' : 'warning'},${file === null ? '' : ` ${file},`} line ${line}${column === null ? '' : `, column “${column}”`}: ${issue}${value === null ? '' : ` (“${value}”)`}`,
  duplicateOf: (line) => `the same id as line ${line}`,
  moreRejected: (count) => `  … and ${n(count)} more rejected row${s(count)}`,
  moreWarnings: (count) => `  … and ${n(count)} more warning${s(count)}`,
  rankHint: 'To bring the matches up to date: the command “rank”.',
  undone: (importId, { removed, restored, kept }) =>
    `Import no. ${importId} undone: ${n(removed)} removed, ${n(restored)} restored, ${n(kept)} kept because changed since.`,
  redone: (importId, { restored, kept }) =>
    `Import no. ${importId} redone: ${n(restored)} restored, ${n(kept)} left out because changed or replaced since.`,
  noImports: 'No imports.',
  importHeadings: ['no.', 'date', 'what', 'state', 'read', 'created', 'updated', 'rejected', 'file'],
  embedded: (count) => `${n(count)} text${s(count)} read for meaning.`,
  ranked: (count) => `${n(count)} offer${s(count)} ranked.`,
  nothingStale: 'Everything is up to date.',
  exported: (rows, file) => (rows === null ? `${file} is written.` : `${file} is written: ${n(rows)} row${s(rows)}.`),
  sampleLoaded: 'The sample university is loaded.',
  reasons: {
    nothing: 'Nothing in common',
    little: 'Little in common',
    shares: ({ meaning, occupation, words }) => `meaning ${meaning}%, occupation ${occupation}%, words ${words}%`,
    mostly: {
      meaning: 'Close mostly by meaning',
      occupation: 'Close mostly by occupation',
      words: 'Close mostly by words',
    },
    quote: (text) => `“${text}”`,
    passages: (offer, formation) => `${offer} meets ${formation}`,
    noPassage: 'no passage in common',
    occupation: (label) => `same occupation: ${label}`,
    shared: (skills) => `in common: ${skills}`,
    missing: (skills) => `asked for, not named by the formation: ${skills}`,
    level: {
      below: (offer, formation) => `the offer aims at ${offer}, the formation ends at ${formation}`,
      above: (offer, formation) =>
        `the offer aims at ${offer}, the formation, which leads to ${formation}, begins beyond`,
      apart: (offer, formation) => `the offer aims at ${offer}, the formation leads to ${formation}`,
    },
    bac: (years) => (years === 0 ? 'the baccalauréat' : `Bac+${years}`),
    colon: ': ',
    semicolon: '; ',
  },
  matched: ({ offers, formations, pairs, noSuitableFormation, insufficientText, rejectedRows }, file) =>
    `${n(offers)} offer${s(offers)} × ${n(formations)} formation${s(formations)}: ${n(pairs)} match${pairs === 1 ? '' : 'es'} in ${file}. No suitable formation: ${n(noSuitableFormation)}; insufficient text: ${n(insufficientText)}; unusable rows: ${n(rejectedRows)}.`,
  error: (text) => `Error: ${text}`,
  cancelled: 'Cancelled: nothing was stored.',
  cancelledMidway: 'Cancelled: what was done is kept, and the command rank does the rest.',
  doctor: {
    application: 'Application',
    system: 'System',
    database: 'Database',
    dataDir: 'Data folder',
    pragmas: 'Database settings',
    integrity: 'Integrity',
    size: 'Room',
    sizes: (database, free) => `${megabytes(database)} MB${free === null ? '' : `, ${megabytes(free)} MB free`}`,
    backup: 'Backup',
    noBackup: 'none',
    failures: 'Failures in the log',
    failureCount: (failures, slow) =>
      `${n(failures)} failure${s(failures)}, ${slow === 1 ? '1 query' : `${n(slow)} queries`} of more than 50 ms`,
    model: 'Language model',
    modelStates: { ready: 'ready', missing: 'missing', damaged: 'damaged' },
    contents: 'Contents',
    inUse: 'In use',
    inUseBy: 'the application, or another command, is open on these data',
    counts: (offers, formations, companies) =>
      `${n(offers)} offer${s(offers)}, ${n(formations)} formation${s(formations)}, ${companies === 1 ? '1 company' : `${n(companies)} companies`}`,
    allWell: 'All is well.',
    notWell: 'Something is wrong: see above.',
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
  return `${n(created)} created, ${n(updated)} updated, ${n(unchanged)} unchanged, ${n(rejected)} rejected (${n(warnings)} warning${s(warnings)})`;
}
