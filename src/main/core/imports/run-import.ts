import type { z } from 'zod';
import type { imports } from '../../../shared/contract/imports';
import { AppError, type ErrorDetails } from '../../../shared/domain/app-error';
import { saysAnything, type FileNotation, type NotationWish } from '../../../shared/domain/file-notation';
import type { ImportId } from '../../../shared/domain/ids';
import type { ColumnMapping, ConflictRule, EmptyCellRule, FileFormat, ImportKind } from '../../../shared/domain/import';
import type { MatchKey } from '../../../shared/domain/match-key';
import { stretchesOf } from '../db/in-turns';
import type { Database, ReadDb } from '../db/open';
import type { JobContext } from '../jobs/job-runner';
import type { MatchingService } from '../matching/matching-service';
import type { Clock, CsvReader, Log, StoredFile, StoredFileRows, StoreOrder, WriteThread } from '../ports';
import type { IntakeServices } from './import-intake';
import * as importProfileRepository from './import-profile-repository';
import * as importRepository from './import-repository';
import * as importRowRepository from './import-row-repository';
import { isOfRejected, lookAtFile } from './look-at-file';
import { refreshRankings } from './refresh-rankings';
import { storeFile, type OnStoreProgress } from './store-file';
import { rowsABatch } from './stored-import';

export interface RunParts extends IntakeServices {
  readonly database: Database;
  readonly csvReader: CsvReader;
  readonly writeThread?: WriteThread | undefined;
  readonly matchingService: MatchingService;
  readonly clock: Clock;
  readonly log: Log;
}

/** How rows are read. */
export interface Understanding {
  readonly format: FileFormat;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly emptyCells: EmptyCellRule;
  readonly notation: FileNotation;
  readonly matchKey: MatchKey;
  readonly conflicts: ConflictRule;
  /** The source of offers whose row names none. */
  readonly fileSource: string | null;
  /** What people call the profile that it makes or follows; null where there is none. */
  readonly profileName: string | null;
  /** What the next file under the same header takes over of its notation; null where it takes nothing over at all. */
  readonly remembered: NotationWish | null;
}

/** What an import stores: the rows of a file, or those of an earlier import that are read again. */
export interface RowsToStore {
  readonly source: StoreOrder['source'];
  /** What people call it. */
  readonly name: string;
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  /** How many bytes, or lines, there are to read. */
  readonly total: number;
  /** Finds out how they are read, when their turn comes. */
  understand(signal: AbortSignal): Promise<Understanding>;
}

type FileRequest = z.output<typeof imports.start.input> & {
  /** The next file under the same header is imported in the same way, even where nobody changed it. */
  readonly isRemembered: boolean;
  /** Files of other universities all have our own header, and say nothing of the next one. */
  readonly isOfPackage: boolean;
};

/** The rows of a file, read as somebody says, else as the last one under the same header, else as is found. */
export function rowsOfFile(parts: RunParts, file: StoredFile, request: FileRequest): RowsToStore {
  const { kind, dryRun } = request;
  return {
    ...{ kind, dryRun, source: { path: file.path }, name: file.name, total: file.sizeBytes },
    async understand(signal) {
      const { inspection, profile, wish } = await lookAtFile(parts, file.path, request, { rowLimit: 0, signal });
      const { format, header, mapping, notation } = inspection;
      const emptyCells = request.emptyCells ?? profile?.emptyCells ?? 'leave';
      const matchKey = request.matchKey ?? profile?.matchKey ?? 'automatic';
      const fileSource = (request.fileSource ?? profile?.fileSource) || null;
      const conflicts = request.conflicts ?? profile?.conflicts ?? 'theirs';
      const choseRules = emptyCells !== 'leave' || matchKey !== 'automatic' || conflicts !== 'theirs';
      const chose = saysAnything(wish) || choseRules || fileSource !== null;
      const hasChosen = request.mapping !== null || chose || profile !== null;
      const isRemembered = !request.isOfPackage && (request.isRemembered || hasChosen);
      const profileName = isRemembered ? profileNameOf(parts.database.read, kind, header, file.name) : null;
      const remembered = isRemembered ? rememberedOf(wish, profile, header) : null;
      return {
        format,
        header,
        mapping,
        emptyCells,
        notation,
        matchKey,
        conflicts,
        fileSource,
        profileName,
        remembered,
      };
    },
  };
}

/** Rejected rows that come back say nothing of how the files of their profile are quoted and where their header stands. */
function rememberedOf(
  wish: NotationWish,
  profile: importProfileRepository.ImportProfile | null,
  header: readonly string[],
): NotationWish {
  if (!profile || !isOfRejected(header)) return wish;
  const { quoteMark, headerLine } = profile.notation;
  return { ...wish, quoteMark, headerLine };
}

/** What people call the profile of a header, which a file makes under its own name. */
export function profileNameOf(db: ReadDb, kind: ImportKind, header: readonly string[], fileName: string): string {
  return importProfileRepository.find(db, kind, header)?.name ?? fileName;
}

/** The job. Its rows are stored all together or not at all. */
export async function runImport(
  parts: RunParts,
  importId: ImportId,
  rows: RowsToStore,
  context: JobContext,
): Promise<ErrorDetails> {
  const found = await withFileName(rows, () => readAndStore(parts, importId, rows, context));
  const { counts } = found;
  if (rows.dryRun) await storeDryRun(parts, importId, found);
  else if (counts.updated + (rows.kind === 'companies' ? 0 : counts.created) > 0) {
    await refreshRankings(parts);
  }
  return { importId, ...counts };
}

async function readAndStore(
  parts: RunParts,
  importId: ImportId,
  rows: RowsToStore,
  { signal, progress }: JobContext,
): Promise<StoredFileRows> {
  const { database, writeThread } = parts;
  const { source, kind, dryRun, total } = rows;
  progress('read', 0, total);
  const { remembered, ...reading } = await rows.understand(signal);
  const { format, mapping, header, emptyCells, notation, matchKey, conflicts, fileSource } = reading;
  // Outside of the transaction, so that also an import that fails says how it understood the file.
  await database.write((db) => importRepository.setReading(db, importId, reading));
  const profile = remembered && {
    ...{ kind, fingerprint: importProfileRepository.fingerprintOf(header), name: rows.name },
    ...{ mapping, emptyCells, matchKey, conflicts, fileSource, notation: remembered },
    usedAt: parts.clock.now().toISOString(),
  };
  const how = { kind, format, mapping, notation, emptyCells, conflicts, matchKey, fileSource };
  const order = { source, importId, ...how, dryRun, profile };
  const onProgress: OnStoreProgress = (step, done) => progress(step, done, step === 'read' ? total : null);
  if (writeThread) parts.csvReader.rest?.();
  return writeThread
    ? await database.lend((path) => writeThread.store(path, order, { signal, onProgress }))
    : await storeFile(parts, order, { signal, onProgress });
}

/** What a dry run found stays to be looked at, without a row of the application itself. */
async function storeDryRun(
  { database, csvReader }: RunParts,
  importId: ImportId,
  { kept, ...found }: StoredFileRows,
): Promise<void> {
  await database.write((db) => {
    const intake = importRowRepository.openRowIntake(db, importId, csvReader);
    for (const stretch of stretchesOf(kept, rowsABatch)) {
      intake.put(stretch, csvReader.packCells(stretch.map(({ cells }) => cells)));
    }
    importRepository.finish(db, importId, { state: 'checked', ...found, committedAt: null });
  });
}

/** Names the file in the errors that its content causes: a reader of files knows paths, people know names. */
export async function withFileName<T>(file: { readonly name: string }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !/^(?:file|column)-/.test(error.reason ?? '')) throw error;
    const details = { file: file.name, ...error.details };
    throw new AppError(error.code, error.message, error.reason, details, { cause: error });
  }
}
