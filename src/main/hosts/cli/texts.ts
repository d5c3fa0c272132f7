import type { WaitingReason } from '../../../shared/domain/watched-folder';
import type { RowIssue, RowIssueCode } from '../../../shared/domain/import';
import type {
  ImportCounts,
  ImportKind,
  ImportState,
  Recognition,
  RedoCounts,
  UndoCounts,
} from '../../../shared/domain/import';
import type { JobStep } from '../../../shared/domain/job';
import type { Language } from '../language';
import { english } from './texts-en';
import { french } from './texts-fr';
import type { ReasonTexts } from './reason-sentence';

type ValueName =
  | 'day'
  | 'options'
  | 'command'
  | 'file'
  | 'files'
  | 'folder'
  | 'kind'
  | 'what'
  | 'id'
  | 'count'
  | 'score'
  | 'port'
  | 'format'
  | 'language'
  | 'names'
  | 'rule'
  | 'mark'
  | 'line'
  | 'order'
  | 'sign'
  | 'text';

/** The names of the commands' descriptions and options, in the order of the help. */
export interface HelpTexts {
  readonly program: string;
  readonly titles: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:' | 'Global Options:' | 'Commands:', string>>;
  /** The names that stand for values in the help. */
  readonly names: Readonly<Record<ValueName, string>>;
  readonly choices: (list: string) => string;
  readonly otherwise: (value: string) => string;
  readonly help: string;
  readonly helpCommand: string;
  readonly version: string;
  readonly dataDir: string;
  readonly passphraseFile: string;
  readonly lang: string;
  readonly json: string;
  readonly match: string;
  readonly matchOffers: string;
  readonly matchFormations: string;
  readonly matchOutput: string;
  readonly matchTop: string;
  readonly matchMinScore: string;
  readonly matchExplain: string;
  readonly importFile: string;
  readonly importKind: string;
  readonly file: string;
  readonly dryRun: string;
  readonly conflicts: string;
  readonly matchKey: string;
  readonly fileSource: string;
  readonly quoteMark: string;
  readonly headerLine: string;
  readonly dayOrder: string;
  readonly decimal: string;
  readonly imports: string;
  readonly importsList: string;
  readonly importsUndo: string;
  readonly importsRedo: string;
  readonly importId: string;
  readonly importsReread: string;
  readonly importsGoBack: string;
  readonly goBackDay: string;
  readonly embed: string;
  readonly rank: string;
  readonly exportFile: string;
  readonly exportWhat: string;
  readonly exportTarget: string;
  readonly exportFormat: string;
  readonly exportColumns: string;
  readonly exportPackage: string;
  readonly exportPersonalData: string;
  readonly exportLicence: string;
  readonly serve: string;
  readonly port: string;
  readonly watch: string;
  readonly watchedFolder: string;
  readonly watchOff: string;
  readonly fetch: string;
  readonly fetchService: string;
  readonly fetchWords: string;
  readonly fetchPlace: string;
  readonly fetchContract: string;
  readonly fetchDays: string;
  readonly fetchRefresh: string;
  readonly fetchOn: string;
  readonly fetchOff: string;
  readonly rome: string;
  readonly romeFolder: string;
  readonly romeDryRun: string;
  readonly romeShipped: string;
  readonly romeFormer: string;
  readonly doctor: string;
  readonly doctorRestore: string;
  readonly doctorLostKey: string;
  readonly doctorSalvage: string;
  readonly sample: string;
  readonly sampleLoad: string;
}

/** What a value was expected to be. */
export type Expected = 'whole-number' | 'ratio' | 'port' | 'folder' | 'names' | 'day' | 'header-line';

/** What is wrong with a command line. `what` is the option, argument or value that is meant. */
export interface UsageTexts {
  readonly unknownOption: (what: string) => string;
  readonly unknownCommand: (what: string) => string;
  readonly missingArgument: (what: string) => string;
  readonly missingOption: (what: string) => string;
  readonly missingValue: (what: string) => string;
  readonly excessArguments: string;
  /** `expected` says what would do, and may be empty. */
  readonly invalidValue: (what: string, expected: string) => string;
  readonly expected: Readonly<Record<Expected, string>>;
  readonly oneOf: (choices: string) => string;
  readonly didYouMean: (what: string) => string;
  readonly seeHelp: string;
}

/** What became of the rows of a one-shot match. */
export interface MatchCounts {
  readonly offers: number;
  readonly formations: number;
  readonly pairs: number;
  readonly noSuitableFormation: number;
  readonly insufficientText: number;
  readonly rejectedRows: number;
}

/** Something about one row of a file, for people. */
export interface ShownIssue {
  /** Null where there is one file only. */
  readonly file: string | null;
  readonly line: number;
  readonly column: string | null;
  readonly severity: RowIssue['severity'];
  readonly issue: string;
  readonly value: string | null;
}

export interface CliTexts {
  readonly help: HelpTexts;
  readonly usage: UsageTexts;
  readonly steps: Readonly<Record<JobStep, string>>;
  readonly kinds: Readonly<Record<ImportKind, string>>;
  readonly importStates: Readonly<Record<ImportState, string>>;
  readonly issues: Readonly<Record<RowIssueCode, string>>;
  readonly timeLeft: (duration: string) => string;
  readonly imported: (file: string, counts: ImportCounts, importId: number) => string;
  readonly tried: (file: string, counts: ImportCounts) => string;
  /** How many rows were known again; by which key where somebody chose one. */
  readonly knownAgain: (recognition: Recognition) => string;
  readonly rowIssue: (issue: ShownIssue) => string;
  /** Of a reference that another line has already. */
  readonly duplicateOf: (line: string) => string;
  readonly moreRejected: (count: number) => string;
  readonly moreWarnings: (count: number) => string;
  readonly rankHint: string;
  /** Of a package, by the name of its file. */
  readonly formationsLeft: (file: string) => string;
  readonly wentBack: (imports: number, counts: UndoCounts, isTrial: boolean) => string;
  readonly undone: (importId: number, counts: UndoCounts) => string;
  readonly redone: (importId: number, counts: RedoCounts) => string;
  readonly noImports: string;
  readonly importHeadings: readonly string[];
  readonly embedded: (count: number) => string;
  readonly ranked: (count: number) => string;
  readonly nothingStale: string;
  readonly cutCells: (count: number) => string;
  readonly exported: (rows: number | null, file: string) => string;
  readonly sampleLoaded: string;
  readonly reasons: ReasonTexts;
  readonly matched: (summary: MatchCounts, file: string) => string;
  readonly error: (text: string) => string;
  readonly cancelled: string;
  /** For commands whose work is stored bit by bit. */
  readonly cancelledMidway: string;
  /** What `watch` answers. */
  readonly watched: {
    readonly none: string;
    readonly folder: (folder: string) => string;
    readonly away: string;
    readonly waiting: (count: number) => string;
    readonly reasons: Readonly<Record<WaitingReason, string>>;
  };
  /** What `fetch` answers. */
  readonly fetched: {
    readonly off: (service: string) => string;
    readonly nothing: (service: string) => string;
    readonly found: (
      service: string,
      counts: { readonly found: number; readonly taken: number; readonly gone: number; readonly left: number },
    ) => string;
    readonly asking: string;
  };
  /** What `rome` answers. */
  readonly rome: {
    readonly shipped: string;
    readonly inUse: (title: string, publishedOn: string | null) => string;
    readonly former: (title: string) => string;
    readonly noFormer: string;
    readonly looked: (title: string, occupations: number, added: number, removed: number) => string;
    readonly moved: (code: string, to: string, offers: number, formations: number) => string;
    readonly left: (code: string, mayBe: readonly string[], offers: number, formations: number) => string;
    readonly changed: (offers: number, formations: number) => string;
    readonly refused: string;
  };
  readonly doctor: {
    readonly rehearsal: string;
    readonly foundDamaged: string;
    readonly backupsFail: (since: string) => string;
    readonly unsaved: (days: number) => string;
    readonly rehearsed: (at: string, offers: number | null) => string;
    readonly noRehearsal: string;
    readonly jobs: string;
    readonly jobUse: (kind: string, count: number, cpuSeconds: number, memoryBytes: number | null) => string;
    readonly nothingToRescue: string;
    readonly rescued: string;
    readonly application: string;
    readonly system: string;
    readonly database: string;
    readonly dataDir: string;
    readonly encryption: string;
    readonly encrypted: (cipher: string, number: string, openers: string) => string;
    readonly openers: Readonly<Record<'passphrase' | 'system' | 'recovery', string>>;
    /** Between two of them. */
    readonly and: string;
    readonly notEncrypted: string;
    readonly pending: Readonly<Record<'encrypt' | 'decrypt', string>>;
    readonly pragmas: string;
    readonly integrity: string;
    readonly size: string;
    /** Both in bytes; `free` is null where the system does not say. */
    readonly sizes: (database: number, free: number | null) => string;
    readonly backup: string;
    readonly noBackup: string;
    readonly failures: string;
    readonly failureCount: (failures: number, slow: number) => string;
    readonly model: string;
    readonly modelStates: Readonly<Record<'ready' | 'missing' | 'damaged', string>>;
    readonly contents: string;
    readonly inUse: string;
    readonly onNetwork: string;
    readonly inUseBy: string;
    readonly counts: (offers: number, formations: number, companies: number) => string;
    readonly allWell: string;
    readonly notWell: string;
  };
}

export function textsOf(language: Language): CliTexts {
  return language === 'fr' ? french : english;
}
