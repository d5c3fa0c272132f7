import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import type { Database } from '../db/open';
import type { CellPacker, Clock, CsvReader, RowBatch, StoredFileRows, StoreOrder } from '../ports';
import { alikeRows } from './alike-rows';
import { findEditions } from './editions';
import { fieldChanges } from './field-changes';
import { openImportIntake, type IntakeServices } from './import-intake';
import * as importProfileRepository from './import-profile-repository';
import * as importRepository from './import-repository';
import { readingOf } from './import-row-repository';
import { readKeptLines } from './kept-lines';
import { createTrialRows } from './trial-rows';

export interface StoreParts extends IntakeServices {
  readonly database: Database;
  readonly csvReader: CsvReader;
  readonly clock: Clock;
}

/** Told how many bytes of the file are behind; `commit` once all of them are. */
export type OnStoreProgress = (step: 'read' | 'commit', bytesRead: number) => void;

/** Rows stored before the event loop gets its turn: about 5 ms. */
const rowsATurn = 125;

/** What a dry run throws to have its transaction rolled back. */
class DryRunOver extends Error {}

interface StoreWatch {
  readonly signal: AbortSignal;
  readonly onProgress: OnStoreProgress;
}

/**
 * Reads a file, or kept lines again, and stores the rows, everything in one transaction, so that a crash, a full disk or a cancel leaves
 * nothing of the file. Begins again when quotes far down turn out not to pair. Throws `cancelled`, what reading the file
 * throws and what `Database.write` throws.
 */
export async function storeFile(parts: StoreParts, order: StoreOrder, watch: StoreWatch): Promise<StoredFileRows> {
  try {
    return await storeOnce(parts, order, watch);
  } catch (error) {
    const isWrongPair = error instanceof AppError && error.details['closedLine'] !== undefined;
    if (!isWrongPair) throw error;
    return await storeOnce(parts, order, { ...watch, quotes: 'damaged' });
  }
}

async function storeOnce(
  parts: StoreParts,
  order: StoreOrder,
  { signal, onProgress, quotes }: StoreWatch & { readonly quotes?: 'damaged' },
): Promise<StoredFileRows> {
  const { csvReader, database, clock } = parts;
  const {
    source,
    importId,
    kind,
    format,
    mapping,
    notation,
    emptyCells,
    conflicts,
    matchKey,
    fileSource,
    dryRun,
    profile,
  } = order;
  const trial = dryRun ? createTrialRows() : null;
  let stored: Omit<StoredFileRows, 'kept'> | null = null;
  try {
    await database.write(async (db) => {
      const options = { kind, format, mapping, notation, emptyCells, keepsCells: true, quotes };
      const readAll = (): AsyncIterable<RowBatch> =>
        'path' in source
          ? csvReader.read(source.path, options, signal)
          : readKeptLines(db, csvReader, { importId: source.rereadOf, mapping, notation, emptyCells }, signal);
      // A key that somebody chose decides by itself which rows are one.
      const isAutomatic = matchKey === 'automatic';
      const editions = isAutomatic ? await findEditions(csvReader, readAll, readingOf(db, importId)) : null;
      const rereads = 'rereadOf' in source;
      const intake = openImportIntake(db, importId, kind, {
        ...parts,
        editions,
        conflicts,
        matchKey,
        fileSource,
        rereads,
      });
      const countNew = kind === 'offers' ? parts.offerService.countNewAtOnce(db) : null;
      for await (const { rows, packedCells, bytesRead } of readAll()) {
        if (!packedCells) throw new Error('A batch came without its cells.');
        const cellsOf = cellsOnDemand(csvReader, packedCells);
        for (const [index, row] of rows.entries()) {
          const taken = intake.put(row, () => cellsOf(index));
          const changes = () =>
            taken.ownerId === null
              ? []
              : fieldChanges(parts, { kind, before: database.read, after: db }, taken.ownerId);
          trial?.put(taken, () => cellsOf(index), changes);
          if (index % rowsATurn === rowsATurn - 1) await nextTurn();
        }
        intake.keep(packedCells);
        throwIfCancelled(signal);
        onProgress('read', bytesRead);
      }
      const alike = trial && kind === 'offers' ? await alikeRows(db, csvReader, importId) : null;
      trial?.mark(alike?.rows ?? []);
      const alikePairs = alike?.pairs ?? null;
      stored = { counts: { ...intake.counts }, recognised: { ...intake.recognised }, alikePairs };
      if (dryRun) throw new DryRunOver();
      onProgress('commit', 0);
      countNew?.();
      if (profile) importProfileRepository.save(db, profile);
      importRepository.finish(db, importId, { state: 'committed', ...stored, committedAt: clock.now().toISOString() });
    });
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
  }
  if (!stored) throw new Error('The file was read and nothing counted.');
  const found: Omit<StoredFileRows, 'kept'> = stored;
  return { ...found, kept: trial?.rows() ?? [] };
}

/** Most batches are never unpacked again. */
function cellsOnDemand(packer: CellPacker, packed: Uint8Array): (index: number) => readonly string[] {
  let cells: readonly (readonly string[])[] | null = null;
  return (index) => (cells ??= packer.unpackCells(packed))[index] ?? [];
}
