import type { Health } from '../../shared/contract/health';
import type { ErrorDetails } from '../../shared/domain/app-error';
import type { ReadDocument } from '../../shared/domain/document';
import type { FileNotation, NotationWish } from '../../shared/domain/file-notation';
import type { FileId } from '../../shared/domain/ids';
import type {
  ColumnMapping,
  EmptyCellRule,
  FileFormat,
  ImportField,
  ImportKind,
  RowIssue,
  WorkbookLook,
} from '../../shared/domain/import';
import type { PackageOrigin } from '../../shared/domain/package';
import type { ReadRomePack } from '../../shared/domain/rome-pack';
import type { DatedReport } from '../../shared/domain/report';
import type { ImportDraft } from '../../shared/domain/read-import-row';
import type { OccupationProposal } from '../../shared/domain/reading/occupation-proposal';
import type { OccupationParameters, RankingParameters } from '../../shared/domain/score';
import type { MatchText, OfferToPrepare } from '../../shared/domain/text/match-text';
import type { Letter, OfferSheet } from '../../shared/domain/transmission-letter';
import type { KeyVault, ServiceDoor } from './service-ports';
import type {
  BackupFiles,
  DashboardThread,
  SearchThread,
  TopicThread,
  WatchedFiles,
  WriteThread,
} from './thread-ports';

export type * from './service-ports';
export type * from './thread-ports';

/** Where a file of the store lies; `name` is what the user calls it. */
export interface StoredFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** The file of another university that it is a table of; null for any other. */
  readonly packageOrigin: PackageOrigin | null;
}

/** Keeps files that a person handed over or asked for, under handles that only the host can resolve. */
export interface FileStore {
  /** Throws `not-found` with reason `file-expired` for a handle that is unknown or too old. */
  locate(fileId: FileId): StoredFile;
  /** Gives a handle to a file where it lies; it is only read, and never removed. */
  adopt(path: string): FileId;
  /** Removes what was handed over or made; what lies where a person put it stays. Throws nothing: what stays expires. */
  discard(fileId: FileId): void;
  /**
   * Reserves a handle for a file that is being made. The content is written beside its place, synced and renamed, so
   * that a full disk or a crash never leaves half a file. Throws `unavailable` (`disk-full`, `read-only`).
   */
  create(
    name: string,
    packageOrigin?: PackageOrigin,
  ): {
    readonly fileId: FileId;
    write(chunks: AsyncIterable<string | Uint8Array>): Promise<StoredFile>;
  };
}

/** The head of a file, before anything is decided. */
export interface FileInspection {
  readonly format: FileFormat;
  /** Null for a text file. */
  readonly workbook: WorkbookLook | null;
  readonly notation: FileNotation;
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
  /** What is taken as said of how the file is written; the rest is found. */
  readonly notation?: NotationWish | undefined;
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
  /** The version of ROME that these files of its folder hold, or what is wrong with them. Throws `cancelled`. */
  readRome(files: readonly Pick<StoredFile, 'path' | 'name'>[], signal: AbortSignal): Promise<ReadRomePack>;
  /** Gives back what reading took where nobody reads now: a file that is being stored has a reader of its own. */
  rest?(): void;
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
  /** What is compared of offers, in their order: `offerMatchText` of each, beside the core. Throws `cancelled`. */
  prepare(offers: readonly OfferToPrepare[], signal: AbortSignal): Promise<readonly MatchText[]>;
}

/** One text to be compared: what the encoder makes of it has become `vector`, words are counted in `title` and `body`. */
export interface MatchItem {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** These two as in `MatchText`. */
  readonly levels: readonly number[];
  readonly romeCodes: readonly string[];
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
   * model without occupations. Codes that a formation's file gives (a list a row) count as in a ranking.
   */
  occupations(
    vectors: Float32Array,
    parameters: OccupationParameters,
    signal: AbortSignal,
    romeCodes?: readonly (readonly string[])[],
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
  /** A sheet as a PDF: one page, up to six for a long text. */
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

/** What the host knows of its log, disk and system, for who looks after the application. */
export type Diagnose = (
  since: string | null,
) => Promise<
  Pick<Health, 'freeBytes' | 'failures' | 'failureCounts' | 'slow' | 'jobs' | 'workers'> & { readonly system: string }
>;

/** Everything that the core needs from outside. */
export interface Ports {
  /** Without it, nothing is told of failures before and of the disk. */
  readonly diagnose?: Diagnose | undefined;
  readonly csvReader: CsvReader;
  /** Without it, rows of a file are stored by the thread of the core itself. */
  readonly writeThread?: WriteThread | undefined;
  /** Without it, a folder chosen for backups that hangs is waited for. */
  readonly backupFiles?: BackupFiles | undefined;
  /** Without it, a watched folder that hangs is waited for. */
  readonly watchedFiles?: WatchedFiles | undefined;
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
  /** Without it, no service is asked for offers. */
  readonly serviceDoor?: ServiceDoor | undefined;
  /** Without it, keys of services are kept for the run only. */
  readonly keyVault?: KeyVault | undefined;
  /** Has the application end, which asks for what is unsaved, and begin anew; only of a host that can. */
  readonly restart?: (() => void) | undefined;
  readonly fileStore: FileStore;
  readonly clock: Clock;
  readonly log: Log;
}
