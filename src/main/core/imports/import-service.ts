import type { z } from 'zod';
import type {
  GoBackCounts,
  ImportPreview,
  ImportRow,
  imports,
  LastGoBack,
  RowOrigin,
  UndoLook,
} from '../../../shared/contract/imports';
import { plainCells } from '../../../shared/domain/cells/formula-guard';
import { columnSynonyms } from '../../../shared/domain/column-wordings';
import { AppError } from '../../../shared/domain/app-error';
import type { FileId, ImportId, JobId } from '../../../shared/domain/ids';
import {
  importFields,
  type ColumnMapping,
  type Import,
  type ImportKind,
  type ImportState,
} from '../../../shared/domain/import';
import { isKeyOf } from '../../../shared/domain/match-key';
import { isJobOver } from '../../../shared/domain/job';
import type { PageRequest } from '../../../shared/domain/page';
import type { WriteDb } from '../db/open';
import type { JobRunner } from '../jobs/job-runner';
import type { FileStore, KeptRow } from '../ports';
import { erasePeople } from './erase-people';
import * as fieldChoices from './field-choices';
import { createImportRecords, type BegunImport, type ImportRecords } from './import-records';
import * as importGroupRepository from './import-group-repository';
import * as importProfileRepository from './import-profile-repository';
import * as importRepository from './import-repository';
import * as importRowListRepository from './import-row-list-repository';
import * as importRowRepository from './import-row-repository';
import { isKnownFile, lookAtFile, type FileLook } from './look-at-file';
import { createPackageImports, type PackageImports } from './package-imports';
import { recogniseFile, type RecognisedFile } from './recognise-file';
import { originOf } from './record-origin';
import { withRepeats } from './repeats';
import { previewReread, rowsOfImport, type RereadRequest } from './reread';
import { createReversals, type ReversalListener } from './reversals';
import { rowsOfFile, runImport, withFileName, type RowsToStore, type RunParts } from './run-import';
import { openStoredImport, type NewImport, type StoredImport } from './stored-import';

type PreviewRequest = z.output<typeof imports.preview.input>;
type StartRequest = z.output<typeof imports.start.input>;

export interface ImportService {
  /** The head of a file and what its first rows would become. Throws with a `file-…` reason. */
  preview(request: PreviewRequest, signal: AbortSignal): Promise<ImportPreview>;
  /** The head of a file as the kind that it is best understood as, or as the one that somebody says. Throws alike. */
  recognise(request: z.output<typeof imports.recognise.input>, signal: AbortSignal): Promise<RecognisedFile>;
  start(request: StartRequest): Promise<{ importId: ImportId; jobId: JobId }>;
  /** The kept lines of an import as they would be read now. Throws `not-found`, and `conflict` where there are none. */
  previewReread(request: RereadRequest): ImportPreview;
  /** Reads the kept lines of an import again, as an import of its own. Throws alike. */
  startReread(request: RereadRequest & { readonly dryRun: boolean }): Promise<{ importId: ImportId; jobId: JobId }>;
  list(page: PageRequest): { rows: Import[]; total: number };
  /** Throws `not-found`. */
  get(importId: ImportId): Import;
  rows(request: PageRequest & importRowListRepository.RowFilter & { importId: ImportId }): {
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
  /** What `undo` would do. Throws alike, and `cancelled`. */
  previewUndo(importId: ImportId, signal: AbortSignal): Promise<UndoLook>;
  /** What `goBack` would do. Throws `cancelled`. */
  previewGoBack(at: string, signal: AbortSignal): Promise<GoBackCounts>;
  /** Starts the job that takes back all imports after an instant. Throws `conflict` (`import-not-undoable`) for none. */
  goBack(at: string): Promise<JobId>;
  /** Starts the job that puts in place again what one `goBack` took back. Throws `conflict` (`import-not-redoable`). */
  goForward(undoneAt: string): Promise<JobId>;
  /** The last time that several imports were taken back together and still can come again; null for none. */
  lastGoBack(): LastGoBack | null;
  /** The tables of one package together. */
  readonly packages: PackageImports;
  /** The rows of an import that were rejected, as they stood in their file. Throws `not-found`. */
  rejected(importId: ImportId): RejectedRows;
  /** The rows of files that a record comes from, the latest first. */
  origin(kind: ImportKind, id: number): RowOrigin[];
  /** Takes the value of a cell in place of what a person wrote. Throws `not-found` and `conflict`. */
  takeFileValue(cell: fieldChoices.Cell): Promise<void>;
  /** Puts back what the person had written; throws alike. */
  keepOwnValue(cell: fieldChoices.Cell): Promise<void>;
  /** Says that a handle is a file of the watched folder, before it is imported. */
  tellWatched(fileId: FileId, file: importRepository.WatchedFile): void;
  /** How far the last import of such a file is; null where none was begun. */
  watchedState(file: importRepository.WatchedFile): ImportState | null;
  /** The head of a file as one of a kind, read by the choices for its header where there are any. Throws alike. */
  readonly look: (path: string, kind: ImportKind, rowLimit: number, signal: AbortSignal) => Promise<FileLook>;
  /** Whether files like it were imported before. */
  readonly isKnown: (kind: ImportKind, look: FileLook) => boolean;
  /** Changes when somebody chooses how files under a header are imported, or forgets it. */
  choicesMade(): string;
  /** Erases what is kept of imports that can no longer be put in place again, but for what records still come from. */
  eraseOld(): Promise<void>;
  /** Erases removed people from what files said of them, once they cannot be put back; whether it erased anybody. */
  erasePeople(signal: AbortSignal): Promise<boolean>;
  /** Work that has to follow an undo or a redo in the same transaction. */
  onReversal(listener: ReversalListener): void;
  /** Begins an import of rows that the application brings itself, inside of a transaction. */
  openStored(db: WriteDb, begun: Omit<NewImport, 'id'>): StoredImport;
  synonyms(): Record<ImportKind, { field: string; synonyms: string[] }[]>;
}

export interface RejectedRows {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  /** Reads them anew each time. */
  readonly rows: () => Iterable<KeptRow>;
  readonly total: number;
}

export interface ImportParts extends RunParts {
  readonly jobRunner: JobRunner;
  readonly fileStore: FileStore;
}

const previewRows = 20;
const dryRunsKeptMs = 24 * 3_600_000;

/** Opens the imports of an application; those that an earlier run left unfinished become `failed`. */
export async function createImportService(parts: ImportParts): Promise<ImportService> {
  const { database, csvReader, fileStore, clock } = parts;
  if (!database.isReadOnly) await database.write(importRepository.failUnfinished);
  const records = createImportRecords(database);
  const reversals = createReversals(parts);
  const watched = new Map<FileId, importRepository.WatchedFile>();
  const packages = createPackageImports(database, records, reversals);

  const begin = async (
    rows: RowsToStore,
    from: Pick<BegunImport, 'watchedFile' | 'rereadOf' | 'packageOrigin' | 'takenWith' | 'conflicts'>,
  ): Promise<{ importId: ImportId; jobId: JobId }> => {
    const now = clock.now();
    // Beside the instance that writes, this throws what there is to say.
    if (database.isReadOnly) await database.write(() => undefined);
    const { kind, dryRun, name: fileName } = rows;
    const { importId, stored } = records.begin({ kind, fileName, dryRun, createdAt: now.toISOString(), ...from });
    // The failure is thrown when the job has its turn; until then nobody listens.
    stored.catch(() => undefined);
    const jobId = await parts.jobRunner.start({
      kind: 'import',
      subject: fileName,
      changes: dryRun ? ['imports'] : ['imports', 'offers', 'formations', 'companies', 'university'],
      backup: dryRun ? undefined : 'import',
      run: async (context) => {
        await stored;
        const longAgo = new Date(now.getTime() - dryRunsKeptMs).toISOString();
        await database.write((db) => importRepository.removeDryRuns(db, longAgo));
        return await runImport(parts, importId, rows, context);
      },
    });
    void endWithJob(parts, records, importId, jobId);
    return { importId, jobId };
  };

  const preview: ImportService['preview'] = async (request, signal) => {
    const { fileId, kind } = request;
    const file = fileStore.locate(fileId);
    const rowLimit = previewRows;
    const { inspection, profile, wish } = await withFileName(file, () =>
      lookAtFile(parts, file.path, request, { rowLimit, signal }),
    );
    const { rows, header, ...head } = inspection;
    return {
      fileName: file.name,
      sizeBytes: file.sizeBytes,
      ...head,
      wish,
      header: [...header],
      profile: profile && {
        name: profile.name,
        usedAt: profile.usedAt,
        emptyCells: profile.emptyCells,
        matchKey: profile.matchKey,
        conflicts: profile.conflicts,
        fileSource: profile.fileSource,
      },
      rows: withRepeats(rows, { kind, header, mapping: inspection.mapping }).map(({ line, cells, issues }) => ({
        line,
        cells: [...cells],
        issues: [...issues],
      })),
    };
  };

  return {
    preview,
    recognise: async ({ kind, ...request }, signal) => {
      const as = (each: ImportKind) => preview({ ...request, kind: each, format: null, mapping: null }, signal);
      return kind === null ? await recogniseFile(as) : { ...(await as(kind)), kind };
    },

    async start(request) {
      const file = fileStore.locate(request.fileId);
      const watchedFile = request.dryRun ? null : (watched.get(request.fileId) ?? null);
      const { kind, matchKey } = request;
      if (matchKey && !isKeyOf(kind, matchKey)) {
        throw new AppError('invalid-input', `${kind} by ${matchKey}?`, 'match-key-unsuitable', { kind, matchKey });
      }
      const { packageOrigin } = file;
      const takenWith = packages.firstOf(request.takenWith ?? null, packageOrigin);
      const isFrom = { isRemembered: watchedFile !== null, isOfPackage: packageOrigin !== null };
      const rows = rowsOfFile(parts, file, { ...request, ...isFrom });
      const conflicts = request.conflicts ?? 'theirs';
      return await begin(rows, { watchedFile, rereadOf: null, packageOrigin, takenWith, conflicts });
    },

    previewReread: (request) => previewReread(parts, records.get(request.importId), request),

    async startReread(request) {
      const item = records.get(request.importId);
      const { id, packageOrigin, rereadOf } = item;
      const takenWith = request.dryRun ? null : packages.groupOf(item);
      const conflicts = request.conflicts ?? item.conflicts;
      const from = { watchedFile: null, rereadOf: rereadOf ?? id, packageOrigin, takenWith, conflicts };
      return await begin(rowsOfImport(parts, item, request), from);
    },

    list: (page) => records.list(page),
    get: (importId) => records.get(importId),

    rows({ importId, ...request }) {
      records.get(importId);
      return importRowListRepository.rows(database.read, csvReader, importId, request);
    },

    undo: (importId) => reversals.start('undo-import', records.get(importId)),
    redo: (importId) => reversals.start('redo-import', records.get(importId)),
    previewUndo: (importId, signal) => reversals.previewUndo(records.get(importId), signal),
    previewGoBack: (at, signal) =>
      reversals.previewUndoAll((db) => importGroupRepository.committedAfter(db, at), signal),
    goBack: (at) => reversals.undoAll((db) => importGroupRepository.committedAfter(db, at)),
    goForward: (undoneAt) => reversals.redoAll((db) => importGroupRepository.undoneTogether(db, undoneAt)),
    packages,
    lastGoBack: () => importGroupRepository.lastGoBack(database.read),
    eraseOld: () => reversals.eraseOld(),
    erasePeople: (signal) => erasePeople(parts, signal),
    onReversal: (listener) => reversals.onReversal(listener),

    rejected(importId) {
      const { header, mapping, format } = importRowRepository.readingOf(database.read, importId);
      const rejected = importRowListRepository.rejectedRows(database.read, csvReader, importId);
      function* rows(): Iterable<KeptRow> {
        for (const row of rejected.rows()) yield { ...row, cells: plainCells(row.cells, format) };
      }
      return { header, mapping, rows, total: rejected.total };
    },

    tellWatched: (fileId, file) => void watched.set(fileId, file),
    watchedState: (file) => importRepository.watchedState(database.read, file),
    look: (path, kind, rowLimit, signal) =>
      lookAtFile(parts, path, { kind, format: null, mapping: null }, { rowLimit, signal }),
    isKnown: (kind, look) => isKnownFile(database.read, kind, look),
    choicesMade: () => importProfileRepository.choicesMade(database.read),
    origin: (kind, id) => originOf(database.read, csvReader, kind, id),

    takeFileValue: (cell) =>
      database.write((db) => fieldChoices.takeFileValue(db, parts, clock.now().toISOString(), cell)),
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
      // What was interrupted stays unfinished for the next start to find.
      if (!isJobOver(job.state) || job.state === 'succeeded' || job.state === 'interrupted') continue;
      const state = job.state === 'cancelled' ? 'cancelled' : 'failed';
      await records.giveUp(importId, state);
    }
  } catch (error) {
    // The application closes; its next start finds the import unfinished.
    log.error('the end of an import was not stored', error, { importId });
  }
}
