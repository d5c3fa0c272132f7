import type { CompanyList } from '../../shared/contract/dashboard-companies';
import type { Topics } from '../../shared/contract/dashboard-topics';
import type { DashboardTabName, DashboardTabs, FacetValue } from '../../shared/contract/dashboards';
import type { ImportProfile } from '../../shared/contract/import-profiles';
import type { SearchFacets, TypedValues } from '../../shared/contract/search';
import type { CompanyStanding } from '../../shared/domain/dashboard/company-standing';
import type { DashboardFacet, DashboardQuery } from '../../shared/domain/dashboard/dashboard-filter';
import type { FileNotation } from '../../shared/domain/file-notation';
import type { ImportId } from '../../shared/domain/ids';
import type {
  ColumnMapping,
  ConflictRule,
  EmptyCellRule,
  FileFormat,
  ImportCounts,
  ImportKind,
  ImportRowState,
  RecognitionCounts,
  RowIssue,
} from '../../shared/domain/import';
import type { MatchKey } from '../../shared/domain/match-key';
import type { PageRequest } from '../../shared/domain/page';
import type { RowTrial } from '../../shared/domain/row-trial';
import type { DatabaseContent } from './db/copy-database';
import type { Salvage, SalvagePlace } from './db/salvage';
import type { FoundCompany, SearchAnswer, SearchedText, SearchPlace, SearchQuestion } from './search/search-question';

export type { FoundCompany, SearchAnswer, SearchedText, SearchPlace, SearchQuestion } from './search/search-question';

// Work on the database that has a thread of its own, so that nobody waits for it.

/** Rows that are to be stored as an import that has its record already. */
export interface StoreOrder {
  /** A file, or the kept lines of an earlier import, which are read again. */
  readonly source: { readonly path: string } | { readonly rereadOf: ImportId };
  readonly importId: ImportId;
  readonly kind: ImportKind;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  readonly notation: FileNotation;
  readonly emptyCells: EmptyCellRule;
  readonly conflicts: ConflictRule;
  readonly matchKey: MatchKey;
  /** The source of offers whose row names none. */
  readonly fileSource: string | null;
  /** What the next file under the same header takes over, kept together with the rows; null where it takes over nothing. */
  readonly profile: ImportProfile | null;
  /** Counts what the rows would become, and stores none. */
  readonly dryRun: boolean;
}

/** One line of a file and what became of it. */
export interface StoredRow {
  readonly line: number;
  readonly state: ImportRowState;
  readonly issues: readonly RowIssue[];
  /** What a trial found of it. */
  readonly trial?: RowTrial | null;
}

/** The same with the cells of the line as they stand in the file. */
export interface KeptRow extends StoredRow {
  readonly cells: readonly string[];
}

export interface StoredFileRows {
  readonly counts: ImportCounts;
  readonly recognised: RecognitionCounts;
  /** How many pairs of offers would be proposed as one; null for whatever is no trial of offers. */
  readonly alikePairs: number | null;
  /** The first rows of each outcome; only of a dry run. */
  readonly kept: readonly KeptRow[];
}

/** Writes to the database of the application from a thread of its own, so that nobody waits for the core meanwhile. */
export interface WriteThread {
  /**
   * Reads a file and stores its rows in one transaction. Told to cancel, it resolves or throws only when its
   * transaction is over. Nobody else may write until then. Throws what reading and storing throw.
   */
  store(
    databasePath: string,
    order: StoreOrder,
    progress: {
      readonly signal: AbortSignal;
      readonly onProgress: (step: 'read' | 'commit', bytesRead: number) => void;
    },
  ): Promise<StoredFileRows>;
  /** Brings the journal of the database into its file, as far as nobody reads or writes it just now. */
  checkpoint(databasePath: string): Promise<void>;
  /** Copies the database, checked and whole, to `target`; others may go on using it. Throws as `copyDatabase`. */
  copy(databasePath: string, target: string): Promise<DatabaseContent>;
  /** Replaces a plain backup by an encrypted one. Throws as the function of that name. */
  encryptBackup(path: string, keyId: string): Promise<void>;
  /** Tries at `place` whether a backup could be restored. Throws as `rehearseRestore`. */
  rehearse(backupPath: string, place: string): Promise<DatabaseContent>;
  /** What SQLite's whole check says of the database: `ok`, or the first thing that is wrong. */
  integrity(databasePath: string): Promise<string>;
  /** Where a file differs from what it was closed with, in bytes from its beginning; null when it does not. */
  findChangedBlock(databasePath: string): Promise<number | null>;
  /** Reads what can be read of a damaged database into a new one. Throws as `salvageDatabase`. */
  salvage(place: SalvagePlace): Promise<Salvage>;
}

/** A file of a folder of backups, by what it looks like from outside. */
export interface BackupFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** The id of the key that it is under; null for a plain one. */
  readonly keyId: string | null;
}

/**
 * The files of the folder that the office chose for its backups. It may be a share that hangs: each of these throws
 * `unavailable` with `folder-silent` when it does not answer in time, and whoever asked goes on; with `folder-away`, `disk-full`
 * or `read-only` when it answers so.
 */
export interface BackupFiles {
  /** The files that are called as backups are; none where there is no folder. */
  list(folder: string): Promise<readonly BackupFile[]>;
  /** Makes the folder where there is none, and makes sure that it can be written to. */
  check(folder: string): Promise<void>;
  /**
   * Removes what kills left half-way of the backups of one database, where it is older than an hour: another PC may be at work
   * there on data with the same id. Throws where there is no such folder.
   */
  tidy(folder: string, databaseId: string): Promise<void>;
  /** Copies a file into the folder and reads it again; what stands at `to` is the whole of it, or what stood there before. */
  bring(from: string, to: string): Promise<void>;
  /** The same out of the folder. */
  fetch(from: string, to: string): Promise<void>;
  /** Removes files of one folder, as far as they are there. */
  remove(paths: readonly string[]): Promise<void>;
  /** The text of a small file; null where there is none. */
  read(path: string): Promise<string | null>;
  /** Writes a small file in one step, into a folder that is there. */
  write(path: string, text: string): Promise<void>;
  /** What a backup says of itself without a look at its pages. Throws as `examineDatabase`. */
  peek(path: string): Promise<{
    /** How many migrations it has seen. */
    readonly version: number;
    /** The highest id that each table ever gave. */
    readonly lastIds: readonly (readonly [table: string, id: number])[];
  }>;
}

/** A file as it lies in the watched folder: another size or time makes it another file. */
export interface FolderFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/**
 * The files of the watched folder, which may lie on a share that hangs: each of these throws `unavailable` with
 * `watched-folder-silent` when it does not answer in time, and `cancelled` at once when the signal aborts.
 */
export interface WatchedFiles {
  /**
   * The files that lie directly in the folder and that no program is at, and its subfolders but those of files that were put
   * away, by name. Throws `unavailable` (`watched-folder-away`) when it cannot be read.
   */
  list(
    folder: string,
    signal?: AbortSignal,
  ): Promise<{ readonly files: readonly FolderFile[]; readonly subfolders: readonly string[] }>;
  /** Throws `invalid-input` (`folder-unwatchable`) for a folder that is not there or in which files cannot be put away. */
  check(folder: string): Promise<void>;
  /** The bytes of a file. Throws `unavailable` (`file-unreadable`) while somebody has it open, or when it is gone. */
  read(folder: string, name: string, signal?: AbortSignal): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Puts a file that was imported away. Throws `unavailable` (`file-unreadable`): it then stays where it is. */
  putAway(folder: string, name: string, signal?: AbortSignal): Promise<void>;
  /** Puts a file that is refused away, with a note that says why. Throws alike. */
  putAside(folder: string, name: string, note: string, signal?: AbortSignal): Promise<void>;
}

/** Counts offers for dashboards in a thread with a connection of its own, which keeps them in memory. */
export interface DashboardThread {
  /** Each answer is of the database at `databasePath` as it is when the question comes. */
  tab<Name extends DashboardTabName>(
    databasePath: string,
    question: TabQuestion<Name>,
    signal: AbortSignal,
  ): Promise<DashboardTabs[Name]>;
  companyList(databasePath: string, question: CompanyQuestion, signal: AbortSignal): Promise<CompanyList>;
  values(databasePath: string, search: FacetSearch, signal: AbortSignal): Promise<FacetValue[]>;
  /** The skills that offers ask for and no formation teaches; null where no formation says what it teaches. */
  untaughtSkills(databasePath: string, signal: AbortSignal): Promise<readonly string[] | null>;
  /** Reads the offers now, so that the first question does not wait for it. */
  prepare(databasePath: string): Promise<void>;
}

/** The offers to group by what they are about, by their ids: of the year and of the one before. */
export interface TopicQuestion {
  readonly now: readonly number[];
  readonly before: readonly number[];
  readonly smallNumber: number;
  /** The keys of the skills that no formation teaches; null where no formation says what it teaches. */
  readonly untaughtSkills: readonly string[] | null;
}

/** Groups offers by their meaning in a thread with a connection of its own, beside the one that counts. */
export interface TopicThread {
  topics(databasePath: string, question: TopicQuestion, signal: AbortSignal): Promise<Topics>;
}

/** Looks for offers in a thread with a connection of its own and an index of their words, which nobody else writes. */
export interface SearchThread {
  /** Each answer is of the database as it is, but for what has just come in where that is much (`isComplete`). */
  search(place: SearchPlace, question: SearchQuestion, signal: AbortSignal): Promise<SearchAnswer>;
  /** All that a question finds, in its order, whatever its page. */
  ids(place: SearchPlace, question: SearchQuestion, signal: AbortSignal): Promise<readonly number[]>;
  companies(place: SearchPlace, searched: SearchedText, signal: AbortSignal): Promise<FoundCompany[]>;
  facets(place: SearchPlace, searched: SearchedText, signal: AbortSignal): Promise<SearchFacets>;
  /** Of skills and companies those whose names have some words. */
  values(place: SearchPlace, searched: SearchedText, typed: string, signal: AbortSignal): Promise<TypedValues>;
  /** Brings the index up to the database, for about so many milliseconds. */
  update(place: SearchPlace, forMs: number, signal: AbortSignal): Promise<{ readonly isComplete: boolean }>;
  /** Takes what remains of deleted offers out of a complete index, once a day, for about so many milliseconds. */
  tidy(place: SearchPlace, forMs: number, signal: AbortSignal): Promise<{ readonly isDone: boolean }>;
}

/** A question for what a tab shows. */
export interface TabQuestion<Name extends DashboardTabName> {
  readonly name: Name;
  readonly query: DashboardQuery;
}

/** A question for a page of the companies of one standing. */
export interface CompanyQuestion {
  readonly query: DashboardQuery;
  readonly standing: CompanyStanding;
  readonly page: PageRequest;
}

/** A question for the values that one criterion can take. */
export interface FacetSearch {
  readonly query: DashboardQuery;
  readonly facet: DashboardFacet;
  readonly text: string;
}
