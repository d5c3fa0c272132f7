import type { z } from 'zod';
import type { ImportPreview, ImportRow, imports, RowOrigin } from '../../../shared/contract/imports';
import { AppError, type ErrorDetails } from '../../../shared/domain/app-error';
import { plainCells } from '../../../shared/domain/cells/formula-guard';
import { columnSynonyms } from '../../../shared/domain/column-synonyms';
import type { ImportId, JobId } from '../../../shared/domain/ids';
import {
  importFields,
  type ColumnMapping,
  type Import,
  type ImportCounts,
  type ImportKind,
} from '../../../shared/domain/import';
import { isJobOver } from '../../../shared/domain/job';
import type { PageRequest } from '../../../shared/domain/page';
import { stretchesOf } from '../db/in-turns';
import type { Database, WriteDb } from '../db/open';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { MatchingService } from '../matching/matching-service';
import type { Clock, CsvReader, FileStore, KeptRow, Log, StoredFile, StoredFileRows, WriteThread } from '../ports';
import * as fieldChoices from './field-choices';
import type { IntakeServices } from './import-intake';
import { createImportRecords, type ImportRecords } from './import-records';
import * as importProfileRepository from './import-profile-repository';
import * as importRepository from './import-repository';
import * as importRowRepository from './import-row-repository';
import { originOf } from './record-origin';
import { withRepeats } from './repeats';
import { createReversals, type ReversalListener } from './reversals';
import { storeFile, type OnStoreProgress } from './store-file';
import { openStoredImport, rowsABatch, type NewImport, type StoredImport } from './stored-import';

type PreviewRequest = z.output<typeof imports.preview.input>;
type StartRequest = z.output<typeof imports.start.input>;

export interface ImportService {
  /** The head of a file and what its first rows would become. Throws with a `file-…` reason. */
  preview(request: PreviewRequest, signal: AbortSignal): Promise<ImportPreview>;
  start(request: StartRequest): Promise<{ importId: ImportId; jobId: JobId }>;
  list(page: PageRequest): { rows: Import[]; total: number };
  /** Throws `not-found`. */
  get(importId: ImportId): Import;
  rows(request: PageRequest & importRowRepository.RowFilter & { importId: ImportId }): {
    rows: ImportRow[];
    total: number;
  };
  /**
   * Starts the job that takes an import back. Throws `not-found`, and `conflict` with `import-not-undoable` for one that
   * stored nothing or was undone, with `job-running` while it is taken back or put in place.
   */
  undo(importId: ImportId): Promise<JobId>;
  /** Starts the job that puts an undone import in place again; throws alike, with `import-not-redoable`. */
  redo(importId: ImportId): Promise<JobId>;
  /** The rows of an import that were rejected, as they stood in their file. Throws `not-found`. */
  rejected(importId: ImportId): {
    readonly header: readonly string[];
    readonly rows: Iterable<KeptRow>;
    readonly total: number;
  };
  /** The rows of files that a record comes from, the latest first. */
  origin(kind: ImportKind, id: number): RowOrigin[];
  /** Takes the value of a cell in place of what a person wrote. Throws `not-found` and `conflict`. */
  takeFileValue(cell: fieldChoices.Cell): Promise<void>;
  /** Puts back what the person had written; throws alike. */
  keepOwnValue(cell: fieldChoices.Cell): Promise<void>;
  /** Erases what is kept of imports that can no longer be put in place again. */
  eraseOld(): Promise<void>;
  /** Work that has to follow an undo or a redo in the same transaction. */
  onReversal(listener: ReversalListener): void;
  /** Begins an import of rows that the application brings itself, inside of a transaction. */
  openStored(db: WriteDb, begun: Omit<NewImport, 'id'>): StoredImport;
  synonyms(): Record<ImportKind, { field: string; synonyms: string[] }[]>;
}

export interface ImportParts extends IntakeServices {
  readonly database: Database;
  readonly jobRunner: JobRunner;
  readonly csvReader: CsvReader;
  readonly writeThread?: WriteThread | undefined;
  readonly fileStore: FileStore;
  readonly matchingService: MatchingService;
  readonly clock: Clock;
  readonly log: Log;
}

const previewRows = 20;
const dryRunsKeptMs = 24 * 3_600_000;

/** Opens the imports of an application; those that an earlier run left unfinished become `failed`. */
export async function createImportService(parts: ImportParts): Promise<ImportService> {
  const { database, csvReader, fileStore, clock } = parts;
  if (!database.isReadOnly) await database.write(importRepository.failUnfinished);
  const records = createImportRecords(database);
  const reversals = createReversals(parts);

  return {
    async preview({ fileId, kind, format, mapping, usesProfile }, signal) {
      const file = fileStore.locate(fileId);
      const look = (wanted: ColumnMapping | null) =>
        withFileName(file, () => csvReader.inspect(file.path, { kind, format, mapping: wanted }, previewRows, signal));
      const first = await look(mapping);
      const profile = usesProfile === false ? null : importProfileRepository.find(database.read, kind, first.header);
      const inspection = profile && mapping === null ? await look(profile.mapping) : first;
      const { rows, header, ...head } = inspection;
      return {
        fileName: file.name,
        sizeBytes: file.sizeBytes,
        ...head,
        header: [...header],
        profile: profile && { name: profile.name, usedAt: profile.usedAt, emptyCells: profile.emptyCells },
        rows: withRepeats(rows, { kind, header, mapping: inspection.mapping }).map(({ line, cells, issues }) => ({
          line,
          cells: [...cells],
          issues: [...issues],
        })),
      };
    },

    async start(request) {
      const file = fileStore.locate(request.fileId);
      const now = clock.now();
      // Beside the instance that writes, this throws what there is to say.
      if (database.isReadOnly) await database.write(() => undefined);
      const { kind, dryRun } = request;
      const createdAt = now.toISOString();
      const { importId, stored } = records.begin({ kind, fileName: file.name, dryRun, createdAt });
      // The failure is thrown when the job has its turn; until then nobody listens.
      stored.catch(() => undefined);
      const jobId = await parts.jobRunner.start({
        kind: 'import',
        subject: file.name,
        changes: request.dryRun ? ['imports'] : ['imports', 'offers', 'formations', 'companies', 'university'],
        backup: dryRun ? undefined : 'import',
        run: async (context) => {
          await stored;
          const longAgo = new Date(now.getTime() - dryRunsKeptMs).toISOString();
          await database.write((db) => importRepository.removeDryRuns(db, longAgo));
          return await runImport(parts, importId, file, request, context);
        },
      });
      void endWithJob(parts, records, importId, jobId);
      return { importId, jobId };
    },

    list: (page) => records.list(page),
    get: (importId) => records.get(importId),

    rows({ importId, ...request }) {
      records.get(importId);
      return importRowRepository.rows(database.read, csvReader, importId, request);
    },

    undo: (importId) => reversals.start('undo-import', records.get(importId)),
    redo: (importId) => reversals.start('redo-import', records.get(importId)),
    eraseOld: () => reversals.eraseOld(),
    onReversal: (listener) => reversals.onReversal(listener),

    rejected(importId) {
      const { header, format } = importRowRepository.readingOf(database.read, importId);
      const { rows, total } = importRowRepository.rejectedRows(database.read, csvReader, importId);
      function* plain(): Iterable<KeptRow> {
        for (const row of rows) yield { ...row, cells: plainCells(row.cells, format) };
      }
      return { header, rows: plain(), total };
    },

    origin: (kind, id) => originOf(database.read, csvReader, kind, id),

    takeFileValue: (cell) => database.write((db) => fieldChoices.takeFileValue(db, parts, cell)),
    keepOwnValue: (cell) =>
      database.write((db) => fieldChoices.keepOwnValue(db, parts, clock.now().toISOString(), cell)),

    openStored: (db, begun) => openStoredImport(db, parts, { ...begun, id: records.newId() }),

    synonyms() {
      const of = (kind: ImportKind) =>
        importFields[kind].map((field) => ({ field, synonyms: [...(columnSynonyms[kind][field] ?? [])] }));
      return { offers: of('offers'), formations: of('formations'), companies: of('companies') };
    },
  };
}

/** A job that is cancelled before its turn never runs: its import ends here. */
async function endWithJob(
  { jobRunner, log }: ImportParts,
  records: ImportRecords,
  importId: ImportId,
  jobId: JobId,
): Promise<void> {
  try {
    for await (const job of jobRunner.watch(jobId, new AbortController().signal)) {
      if (!isJobOver(job.state) || job.state === 'succeeded') continue;
      const state = job.state === 'cancelled' ? 'cancelled' : 'failed';
      await records.giveUp(importId, state);
    }
  } catch (error) {
    // The application closes; its next start finds the import unfinished.
    log.error('the end of an import was not stored', error, { importId });
  }
}

/** The job. Its rows are stored all together or not at all. */
async function runImport(
  parts: ImportParts,
  importId: ImportId,
  file: StoredFile,
  request: StartRequest,
  context: JobContext,
): Promise<ErrorDetails> {
  const { counts, kept } = await withFileName(file, () => readAndStore(parts, importId, file, request, context));
  if (request.dryRun) await storeDryRun(parts, importId, counts, kept);
  else if (counts.updated + (request.kind === 'companies' ? 0 : counts.created) > 0) {
    await parts.matchingService.refresh();
  }
  return { importId, ...counts };
}

async function readAndStore(
  parts: ImportParts,
  importId: ImportId,
  file: StoredFile,
  request: StartRequest,
  context: JobContext,
): Promise<StoredFileRows> {
  const { csvReader, database, writeThread } = parts;
  const { signal, progress } = context;
  progress('read', 0, file.sizeBytes);
  const { kind, dryRun, usesProfile } = request;
  const asked = { kind, format: request.format, mapping: request.mapping };
  const inspection = await csvReader.inspect(file.path, asked, 0, signal);
  const { format, header } = inspection;
  const profile = usesProfile === false ? null : importProfileRepository.find(database.read, kind, header);
  const mapping = request.mapping ?? profile?.mapping ?? inspection.mapping;
  const emptyCells = request.emptyCells ?? profile?.emptyCells ?? 'leave';
  // Outside of the transaction, so that also an import that fails says how it understood the file.
  await database.write((db) => importRepository.setReading(db, importId, { format, mapping, header, emptyCells }));
  const order = { path: file.path, importId, kind, format, mapping, emptyCells, dryRun };
  const onProgress: OnStoreProgress = (step, done) => progress(step, done, step === 'read' ? file.sizeBytes : null);
  const stored = writeThread
    ? await database.lend((path) => writeThread.store(path, order, { signal, onProgress }))
    : await storeFile(parts, order, { signal, onProgress });
  const hasChosen = request.mapping !== null || emptyCells !== 'leave' || profile !== null;
  if (!dryRun && hasChosen) {
    const kept = { name: file.name, mapping, emptyCells, usedAt: parts.clock.now().toISOString() };
    await database.write((db) => importProfileRepository.save(db, kind, header, kept));
  }
  return stored;
}

/** What a dry run found stays to be looked at, without a row of the application itself. */
async function storeDryRun(
  { database, csvReader }: ImportParts,
  importId: ImportId,
  counts: ImportCounts,
  kept: readonly KeptRow[],
): Promise<void> {
  await database.write((db) => {
    const intake = importRowRepository.openRowIntake(db, importId, csvReader);
    for (const rows of stretchesOf(kept, rowsABatch)) {
      intake.put(rows, csvReader.packCells(rows.map(({ cells }) => cells)));
    }
    importRepository.finish(db, importId, { state: 'checked', counts, committedAt: null });
  });
}

/** Names the file in the errors that its content causes: a reader of files knows paths, people know names. */
async function withFileName<T>(file: StoredFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !/^(?:file|column)-/.test(error.reason ?? '')) throw error;
    const details = { file: file.name, ...error.details };
    throw new AppError(error.code, error.message, error.reason, details, { cause: error });
  }
}
