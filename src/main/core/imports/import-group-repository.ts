import { and, desc, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { ImportId } from '../../../shared/domain/ids';
import type { Import } from '../../../shared/domain/import';
import type { ReadDb } from '../db/open';
import { importTable } from './import-table';
import { toImport } from './stored-record';

// Imports that are taken back, or were, in one step.

/** The imports in place that were committed after an instant (ISO 8601), the newest first. */
export function committedAfter(db: ReadDb, at: string): Import[] {
  const later = and(eq(importTable.state, 'committed'), sql`${importTable.committedAt} > ${at}`);
  return db.orm.select().from(importTable).where(later).orderBy(desc(importTable.id)).all().map(toImport);
}

/** The imports that were taken back together at an instant and can come again, the oldest first. */
export function undoneTogether(db: ReadDb, undoneAt: string): Import[] {
  const together = and(
    eq(importTable.state, 'undone'),
    eq(importTable.undoneAt, undoneAt),
    isNotNull(importTable.redoableUntil),
  );
  return db.orm.select().from(importTable).where(together).orderBy(importTable.id).all().map(toImport);
}

/** The imports of the tables of one package, by the first of them, in the order in which they were taken. */
export function ofPackage(db: ReadDb, first: ImportId): Import[] {
  const isOf = or(eq(importTable.id, first), eq(importTable.takenWith, first));
  return db.orm.select().from(importTable).where(isOf).orderBy(importTable.id).all().map(toImport);
}

/** How many values of an import's rows were left because what was known goes first. */
export function countKeptKnown(db: ReadDb, id: ImportId): number {
  const said = `import_batch b join json_each(b.issues) r join json_each(r.value) i`;
  const isKept = `json_extract(i.value, '$.code') = 'kept-known'`;
  const count = db.prepare<number, [number]>(`select count(*) from ${said} where b.import_id = ? and ${isKept}`);
  return count.pluck().get(id) ?? 0;
}

/** The last time that several imports were taken back together and can come again; null for none. */
export function lastGoBack(db: ReadDb): { readonly undoneAt: string; readonly imports: number } | null {
  return (
    db
      .prepare<{ undoneAt: string; imports: number }>(
        `select undone_at undoneAt, count(*) imports from import
         where state = 'undone' and undone_at is not null and redoable_until is not null
         group by undone_at having count(*) > 1 order by undone_at desc limit 1`,
      )
      .get() ?? null
  );
}
