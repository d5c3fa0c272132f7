import type { ImportId } from '../../../shared/domain/ids';
import type { ReadDb, WriteDb } from '../db/open';
import type { CellPacker } from '../ports';
import * as importRowRepository from './import-row-repository';

// The kept lines of all imports, as whoever has to change something in them goes through them.

/** Where a batch is. */
export interface BatchPlace {
  readonly importId: ImportId;
  readonly firstLine: number;
}

/** Every batch of every import. */
export function allBatches(db: ReadDb): readonly BatchPlace[] {
  return db.prepare<BatchPlace, []>('select import_id importId, first_line firstLine from import_batch').all();
}

/** All cells of the batch that begins at a line, run together; empty where there is none. */
export function textOf(db: ReadDb, packer: CellPacker, { importId, firstLine }: BatchPlace): string {
  const cells = db
    .prepare<Uint8Array, [number, number]>('select cells from import_batch where import_id = ? and first_line = ?')
    .pluck()
    .get(importId, firstLine);
  return cells ? packer.unpackCells(cells).flat().join('\n') : '';
}

/** Erases the rows of an import but for those of some records. */
export function removeOthers(db: WriteDb, packer: CellPacker, importId: ImportId, owners: ReadonlySet<number>): void {
  const { kind } = importRowRepository.readingOf(db, importId);
  const intake = importRowRepository.openRowIntake(db, importId, packer);
  for (const firstLine of importRowRepository.firstLines(db, importId)) {
    const rows = importRowRepository.unpack(db, packer, importId, firstLine, owners);
    for (const table of ['import_batch', 'import_owner']) {
      db.prepare<unknown, [number, number]>(`delete from ${table} where import_id = ? and first_line = ?`).run(
        importId,
        firstLine,
      );
    }
    const ids = rows.map(({ ownerId }) => ownerId);
    intake.put(rows, packer.packCells(rows.map(({ cells }) => cells)), { kind, ids });
  }
}

/** Has `change` write other cells and other values of issues into the rows of a batch; how many there are stays. */
export function rewrite(
  db: WriteDb,
  packer: CellPacker,
  { importId, firstLine }: BatchPlace,
  change: (row: importRowRepository.UnpackedRow) => Pick<importRowRepository.UnpackedRow, 'cells' | 'issues'>,
): void {
  const rows = importRowRepository.unpack(db, packer, importId, firstLine).map(change);
  if (rows.length === 0) return;
  db.prepare<unknown, [Uint8Array, string | null, number, number]>(
    'update import_batch set cells = ?, issues = ? where import_id = ? and first_line = ?',
  ).run(packer.packCells(rows.map(({ cells }) => cells)), importRowRepository.issuesText(rows), importId, firstLine);
}
