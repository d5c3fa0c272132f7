import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import type { ImportId } from '../../../shared/domain/ids';
import type { ImportKind } from '../../../shared/domain/import';
import type { ReadDb, WriteDb } from '../db/open';

const ownersSchema = z.array(z.int().nullable());

/** Which records the rows of a batch stand for: the id of each, null for a row that has none. */
export interface RowOwners {
  readonly kind: ImportKind;
  readonly ids: readonly (number | null)[];
}

/** Keeps which records the rows of a batch stand for; a batch of nothing but rejected rows keeps nothing. */
export function insert(db: WriteDb, importId: ImportId, firstLine: number, { kind, ids }: RowOwners): void {
  let [lowest, highest] = [Infinity, 0];
  for (const id of ids) {
    if (id === null) continue;
    if (id < lowest) lowest = id;
    if (id > highest) highest = id;
  }
  if (highest === 0) return;
  db.prepare<unknown, (string | number)[]>(
    'insert into import_owner (import_id, first_line, kind, lowest, highest, owners) values (?, ?, ?, ?, ?, ?)',
  ).run(importId, firstLine, kind, lowest, highest, JSON.stringify(ids));
}

/** The ids of the records of a batch, in the order of its rows; empty for one that has none. */
export function ownersOf(db: ReadDb, importId: ImportId, firstLine: number): readonly (number | null)[] {
  const owners = db
    .prepare<string, [number, number]>('select owners from import_owner where import_id = ? and first_line = ?')
    .pluck()
    .get(importId, firstLine);
  return owners === undefined ? [] : ownersSchema.parse(JSON.parse(owners));
}

/** A batch that has rows of a record, and their places in it. */
export interface OwnedRows {
  readonly importId: ImportId;
  readonly firstLine: number;
  readonly places: readonly number[];
}

const tables: Record<ImportKind, string> = { offers: 'offer', formations: 'formation', companies: 'company' };

/**
 * SQL: whether an import `i` that was taken back left a record (SQL for its id) as it had made it, because somebody
 * changed it since. Once an import cannot be redone any more it has no other rows.
 */
function isKeptByUndo(kind: ImportKind, id: string): string {
  const table = tables[kind];
  return `(i.state = 'undone' and (i.redoable_until is null
    or exists (select 1 from ${table} r where r.id = ${id} and r.import_id = i.id)
    or exists (select 1 from import_change c where c.import_id = i.id and c.owner_kind = '${table}' and c.owner_id = ${id}
      and c.before is not null and c.after is null)))`;
}

/** The records of an import that an undo kept, because somebody changed them since; none for one that is in place. */
export function keptByUndo(db: ReadDb, importId: ImportId): ReadonlySet<number> {
  const kind = db.prepare<ImportKind, [number]>('select kind from import where id = ?').pluck().get(importId);
  if (!kind) return new Set();
  const ids = db
    .prepare<number, [number]>(
      `select distinct e.value from import i join import_owner o on o.import_id = i.id join json_each(o.owners) e
         join ${tables[kind]} r on r.id = e.value
       where i.id = ? and ${isKeptByUndo(kind, 'e.value')}`,
    )
    .pluck()
    .all(importId);
  return new Set(ids);
}

/** Where the rows of one record stand that it comes from, the latest import first; at most `limit` batches. */
export function rowsOf(db: ReadDb, kind: ImportKind, id: number, limit: number): readonly OwnedRows[] {
  const found = db
    .prepare<
      { importId: ImportId; firstLine: number; places: string },
      [{ readonly kind: ImportKind; readonly id: number; readonly limit: number }]
    >(
      `select o.import_id importId, o.first_line firstLine,
         (select json_group_array(e.key) from json_each(o.owners) e where e.value = @id) places
       from import_owner o join import i on i.id = o.import_id
       where o.kind = @kind and o.lowest <= @id and o.highest >= @id and places <> '[]'
         and (i.state = 'committed' or ${isKeptByUndo(kind, '@id')})
       order by o.import_id desc, o.first_line desc limit @limit`,
    )
    .all({ kind, id, limit });
  return found.map(({ places, ...batch }) => ({ ...batch, places: z.array(z.int()).parse(JSON.parse(places)) }));
}

/** The records that come from imports after one, those left out that read its lines again. */
export function ownersAfter(db: ReadDb, kind: ImportKind, importId: ImportId): ReadonlySet<number> {
  const ids = db
    .prepare<number, [ImportKind, number, number, number]>(
      `select distinct e.value from import_owner o join import i on i.id = o.import_id join json_each(o.owners) e
       where o.kind = ? and (i.state = 'committed' or ${isKeptByUndo(kind, 'e.value')}) and i.id > ? and coalesce(i.reread_of, i.id) <> (
         select coalesce(reread_of, id) from import where id = ?) and i.id <> ? and e.value is not null`,
    )
    .pluck()
    .all(kind, importId, importId, importId);
  return new Set(ids);
}

const titles: Record<ImportKind, string> = {
  offers: 'select title from offer where id = ?',
  formations: 'select title from formation where id = ?',
  companies: 'select name from company where id = ?',
};

/** What people call a record; null when it is gone. */
export function titleOf(db: ReadDb, kind: ImportKind, id: number): string | null {
  return db.prepare<string, [number]>(titles[kind]).pluck().get(id) ?? null;
}

/** The record of one row. Throws `not-found` for a row without one, and when it is gone. */
export function ownerOf(db: ReadDb, importId: ImportId, line: number): { kind: ImportKind; id: number } {
  const found = db
    .prepare<{ kind: ImportKind; id: number | null }, [number, number, number]>(
      `select o.kind, json_extract(o.owners, '$[' || l.key || ']') id
       from import_batch b join import_owner o on o.import_id = b.import_id and o.first_line = b.first_line
         join json_each(b.lines) l on l.value = ?
       where b.import_id = ? and b.first_line = (
         select max(first_line) from import_batch where import_id = b.import_id and first_line <= ?)`,
    )
    .get(line, importId, line);
  if (!found || found.id === null || titleOf(db, found.kind, found.id) === null) {
    throw new AppError('not-found', `Line ${line} of import ${importId} has no record.`, null, { importId, line });
  }
  return { kind: found.kind, id: found.id };
}
