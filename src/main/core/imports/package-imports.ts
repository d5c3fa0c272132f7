import type { GoBackCounts, PackagePartReport } from '../../../shared/contract/imports';
import { AppError } from '../../../shared/domain/app-error';
import type { ImportId, JobId } from '../../../shared/domain/ids';
import type { Import } from '../../../shared/domain/import';
import type { PackageOrigin } from '../../../shared/domain/package';
import type { Database, ReadDb } from '../db/open';
import type { ImportRecords } from './import-records';
import * as importGroupRepository from './import-group-repository';
import type { Reversals } from './reversals';

/** The tables of a file of another university that were taken in together: one thing to whoever took it. */
export interface PackageImports {
  /** The imports of the tables, in the order in which they were taken or read again, by any of them. Throws `not-found`. */
  parts(importId: ImportId): PackagePartReport[];
  /** What `undo` would do. Throws `cancelled`, and `conflict` (`job-running`) alike. */
  previewUndo(importId: ImportId, signal: AbortSignal): Promise<GoBackCounts>;
  /**
   * Starts the job that takes back all tables or none. Throws `conflict`: `import-not-undoable` where none is in place,
   * `job-running` while one is still to be stored.
   */
  undo(importId: ImportId): Promise<JobId>;
  /** Starts the job that puts all in place again. Throws alike, with `import-not-redoable` for none. */
  redo(importId: ImportId): Promise<JobId>;
  /** The first import of the package that a table is taken with. Throws `invalid-input` for one of another package. */
  firstOf(takenWith: ImportId | null, origin: PackageOrigin | null): ImportId | null;
  /** The first import of the package that one is of, which may be itself; null for one that is of none. */
  groupOf(item: Import): ImportId | null;
}

export function createPackageImports(
  database: Database,
  records: Pick<ImportRecords, 'get' | 'ofPackage'>,
  reversals: Reversals,
): PackageImports {
  const firstOf = (importId: ImportId): ImportId => records.get(importId).takenWith ?? importId;
  /** All of one package. What is still to be stored would be left alone, in place or not. */
  const settled = (first: ImportId, db: ReadDb): Import[] => {
    const items = records.ofPackage(first, db);
    const coming = items.find(({ state }) => state === 'reading');
    if (!coming) return items;
    throw new AppError('conflict', `Import ${coming.id} of the package goes on.`, 'job-running', {
      importId: coming.id,
    });
  };
  const inPlace = (first: ImportId) => (db: ReadDb) =>
    settled(first, db)
      .filter(({ state }) => state === 'committed')
      .toReversed();
  const undone = (first: ImportId) => (db: ReadDb) =>
    settled(first, db).filter(({ redoableUntil }) => redoableUntil !== null);
  return {
    parts: (importId) =>
      records.ofPackage(firstOf(importId)).map((item) => ({
        ...item,
        keptKnown: importGroupRepository.countKeptKnown(database.read, item.id),
      })),
    previewUndo: (importId, signal) => reversals.previewUndoAll(inPlace(firstOf(importId)), signal),
    undo: (importId) => reversals.undoAll(inPlace(firstOf(importId))),
    redo: (importId) => reversals.redoAll(undone(firstOf(importId))),
    firstOf(takenWith, origin) {
      if (takenWith === null) return null;
      const first = records.get(takenWith);
      if (!origin || first.packageOrigin?.id !== origin.id) {
        throw new AppError('invalid-input', `Import ${takenWith} is of another file.`, null, { field: 'takenWith' });
      }
      return first.takenWith ?? first.id;
    },
    groupOf: ({ id, takenWith, packageOrigin }) => (packageOrigin ? (takenWith ?? id) : null),
  };
}
