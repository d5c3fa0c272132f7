// Above 300 lines: everything that the core needs from outside is read in one place.
import type { DashboardTabName, DashboardTabs, FacetValue } from '../../shared/contract/dashboards';
import type { CompanyList } from '../../shared/contract/dashboard-companies';
import type { ErrorDetails } from '../../shared/domain/app-error';
import type { CompanyStanding } from '../../shared/domain/dashboard/company-standing';
import type { Topics } from '../../shared/contract/dashboard-topics';
import type { DashboardFacet, DashboardQuery } from '../../shared/domain/dashboard/dashboard-filter';
import type { ReadDocument } from '../../shared/domain/document';
import type { FileId, ImportId } from '../../shared/domain/ids';
import type {
  ColumnMapping,
  EmptyCellRule,
  FileFormat,
  ImportCounts,
  ImportField,
  ImportKind,
  ImportRowState,
  RowIssue,
  WorkbookLook,
} from '../../shared/domain/import';
import type { PageRequest } from '../../shared/domain/page';
import type { ImportDraft } from '../../shared/domain/read-import-row';
import type { OccupationProposal } from '../../shared/domain/reading/occupation-proposal';
import type { OccupationParameters, RankingParameters } from '../../shared/domain/score';
import type { DatedReport } from '../../shared/domain/report';
import type { Letter, OfferSheet } from '../../shared/domain/transmission-letter';
import type { DatabaseContent } from './db/copy-database';
import type { OfferingCompany, SearchFacets } from '../../shared/contract/search';
import type { SearchAnswer, SearchedText, SearchPlace, SearchQuestion } from './search/search-question';

export type { SearchAnswer, SearchedText, SearchPlace, SearchQuestion } from './search/search-question';

/** Where a file of the store lies; `name` is what the user calls it. */
export interface StoredFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** Keeps files that a person handed over or asked for, under handles that only the host can resolve. */
export interface FileStore {
  /** Throws `not-found` with reason `file-expired` for a handle that is unknown or too old. */
  locate(fileId: FileId): StoredFile;
  /** Removes what was handed over or made; what lies where a person put it stays. Throws nothing: what stays expires. */
  discard(fileId: FileId): void;
  /**
   * Reserves a handle for a file that is being made. The content is written beside its place, synced and renamed, so
   * that a full disk or a crash never leaves half a file. Throws `unavailable` (`disk-full`, `read-only`).
   */
  create(name: string): {
    readonly fileId: FileId;
    write(chunks: AsyncIterable<string | Uint8Array>): Promise<StoredFile>;
  };
}

/** The head of a file, before anything is decided. */
export interface FileInspection {
  readonly format: FileFormat;
  /** Null for a text file. */
  readonly workbook: WorkbookLook | null;
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly rows: readonly HeadRow[];
}

export type { ImportDraft };

/** One line of a file, turned into a draft when nothing forbids it. `line` counts from 1 and is where the row begins. */
export interface ReadRow {
  readonly line: number;
  readonly issues: readonly RowIssue[];
  readonly draft: ImportDraft | null;
  /** Fields that the row empties; left out where empty cells leave what is known. */
  readonly cleared?: readonly ImportField[] | undefined;
}

/** A row of the head of a file, with its cells as they stand there. */
export interface HeadRow extends ReadRow {
  readonly cells: readonly string[];
}

export interface RowBatch {
  readonly rows: readonly ReadRow[];
  /** The cells of all rows as they stand in the file, ready to be stored; null unless they were asked for. */
  readonly packedCells: Uint8Array | null;
  /** Bytes of the file behind this batch. */
  readonly bytesRead: number;
}

export interface ReadOptions {
  readonly kind: ImportKind;
  readonly format: FileFormat | null;
  readonly mapping: ColumnMapping | null;
  /** What an empty cell of a mapped column does; leaves what is known unless told. */
  readonly emptyCells?: EmptyCellRule | undefined;
  /** Whether the raw cells of each row are wanted as well. */
  readonly keepsCells?: boolean | undefined;
  /**
   * Told `damaged`, lines with a quote that has no partner become rejected rows. Otherwise that is found in the head of
   * the file; further down, `read` throws `file-unclosed-quote` with `closedLine`.
   */
  readonly quotes?: 'damaged' | undefined;
}

/** Packs the cells of rows that follow each other into as few bytes as is quick, for a database to keep. */
export interface CellPacker {
  packCells(rows: readonly (readonly string[])[]): Uint8Array;
  /** Also reads what earlier versions packed. */
  unpackCells(packed: Uint8Array): readonly (readonly string[])[];
}

/** Reads files of rows. `inspect` and `read` throw `invalid-input` or `not-found` with a `file-…` or `column-…` reason. */
export interface CsvReader extends CellPacker {
  inspect(path: string, options: ReadOptions, rowLimit: number, signal: AbortSignal): Promise<FileInspection>;
  /** All rows in batches, pulled one by one. */
  read(path: string, options: ReadOptions, signal: AbortSignal): AsyncIterable<RowBatch>;
}

/** A file whose rows are to be stored as an import that has its record already. */
export interface StoreOrder {
  readonly path: string;
  readonly importId: ImportId;
  readonly kind: ImportKind;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  readonly emptyCells: EmptyCellRule;
  /** Counts what the rows would become, and stores none. */
  readonly dryRun: boolean;
}

/** One line of a file and what became of it. */
export interface StoredRow {
  readonly line: number;
  readonly state: ImportRowState;
  readonly issues: readonly RowIssue[];
}

/** The same with the cells of the line as they stand in the file. */
export interface KeptRow extends StoredRow {
  readonly cells: readonly string[];
}

export interface StoredFileRows {
  readonly counts: ImportCounts;
  /** The first rows of which something is to be said; only of a dry run. */
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
  /** Reads the offers now, so that the first question does not wait for it. */
  prepare(databasePath: string): Promise<void>;
}

/** The offers to group by what they are about, by their ids: of the year and of the one before. */
export interface TopicQuestion {
  readonly now: readonly number[];
  readonly before: readonly number[];
  readonly smallNumber: number;
  /** Names of what people are like and no formation teaches: no skills here. */
  readonly manners: readonly string[];
}

/** Groups offers by their meaning in a thread with a connection of its own, beside the one that counts. */
export interface TopicThread {
  topics(databasePath: string, question: TopicQuestion, signal: AbortSignal): Promise<Topics>;
}

/** Looks for offers in a thread with a connection of its own and an index of their words, which nobody else writes. */
export interface SearchThread {
  /** Each answer is of the database as it is, but for what has just come in where that is much (`isComplete`). */
  search(place: SearchPlace, question: SearchQuestion, signal: AbortSignal): Promise<SearchAnswer>;
  companies(place: SearchPlace, searched: SearchedText, signal: AbortSignal): Promise<OfferingCompany[]>;
  facets(place: SearchPlace, searched: SearchedText, signal: AbortSignal): Promise<SearchFacets>;
  /** Brings the index up to the database, for about so many milliseconds. */
  update(place: SearchPlace, forMs: number, signal: AbortSignal): Promise<{ readonly isComplete: boolean }>;
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

export interface EmbeddingModel {
  readonly id: string;
  readonly dimensions: number;
  /** How vectors of this model are best ranked. */
  readonly ranking: RankingParameters;
}

/** Turns texts into vectors of meaning. */
export interface Embedder {
  /** What the model folder says of itself; throws `unavailable` (`model-missing`, `model-damaged`), and `cancelled`. */
  model(signal?: AbortSignal): Promise<EmbeddingModel>;
  /** One unit vector a text (prepared), row after row in one array of `texts.length × dimensions`; zeros for no text. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array>;
}

/** One text to be compared: what the encoder makes of it has become `vector`, words are counted in `title` and `body`. */
export interface MatchItem {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** As in `MatchText`. */
  readonly levels: readonly number[];
  readonly vector: Float32Array;
}

export interface RankedFormation {
  readonly formationId: number;
  readonly score: number;
  readonly semantic: number;
  readonly lexical: number;
}

/** Formations to compare with. */
export interface MatchCorpus {
  /** Tells one corpus from the next: two of one version hold the same formations and parameters. */
  readonly version: string;
  readonly formations: readonly MatchItem[];
  readonly parameters: RankingParameters;
}

/** Compares offers with all formations, exactly. */
export interface Matcher {
  /**
   * For each offer its `top` best formations of the corpus, best first, ties by formation id. What the last corpus took
   * to prepare is kept for the next call with its version.
   */
  rank(
    corpus: MatchCorpus,
    offers: readonly MatchItem[],
    top: number,
    signal: AbortSignal,
  ): Promise<readonly { readonly offerId: number; readonly formations: readonly RankedFormation[] }[]>;
  /**
   * The occupations of ROME that each of the unit vectors (row after row) is about, the largest part first; null for a
   * model without occupations.
   */
  occupations(
    vectors: Float32Array,
    parameters: OccupationParameters,
    signal: AbortSignal,
  ): Promise<readonly (readonly OccupationProposal[])[] | null>;
}

/** Turns documents that people hand over into plain text. */
export interface DocumentReader {
  /**
   * Reads the document at `path`, which a person calls `name`, within bounds of size, memory and time. Throws
   * `invalid-input` with a `document-…` reason, and `cancelled`.
   */
  read(path: string, name: string, signal: AbortSignal): Promise<ReadDocument>;
}

/** Writes what a person takes along: e-mails to send, sheets of offers. */
export interface LetterWriter {
  /** An e-mail draft with its sheets inside, as the text of an .eml file: ASCII only, lines end in CRLF. */
  writeDraft(letter: Letter, signal: AbortSignal): Promise<string>;
  /** A sheet as a PDF of exactly one page. */
  drawSheet(sheet: OfferSheet, signal: AbortSignal): Promise<Uint8Array>;
  /** A report as a PDF of as many pages as it takes. */
  drawReport(report: DatedReport, signal: AbortSignal): Promise<Uint8Array>;
}

export interface Clock {
  now(): Date;
}

/** Structured log lines in English. Never personal data. */
export interface Log {
  info(message: string, details?: ErrorDetails): void;
  warn(message: string, details?: ErrorDetails): void;
  error(message: string, error: unknown, details?: ErrorDetails): void;
}

/** Everything that the core needs from outside. */
export interface Ports {
  readonly csvReader: CsvReader;
  /** Without it, rows of a file are stored by the thread of the core itself. */
  readonly writeThread?: WriteThread | undefined;
  /** Without it, dashboards are counted by the thread of the core itself. */
  readonly dashboardThread?: DashboardThread | undefined;
  /** Without it, offers are grouped by the thread of the core itself. */
  readonly topicThread?: TopicThread | undefined;
  /** Without it, offers are looked for by the thread of the core itself. */
  readonly searchThread?: SearchThread | undefined;
  readonly documentReader: DocumentReader;
  readonly letterWriter: LetterWriter;
  readonly embedder: Embedder;
  readonly matcher: Matcher;
  readonly fileStore: FileStore;
  readonly clock: Clock;
  readonly log: Log;
}
