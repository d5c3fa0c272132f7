import BetterSqlite from 'better-sqlite3';
import { z } from 'zod';
import type { ImportId } from '../../../shared/domain/ids';
import type { MatchKey } from '../../../shared/domain/match-key';
import type { ReadDb, WriteDb } from './open';

/** Tables whose rows an import can make; those of the first four can also be changed by one. */
export type OwnerKind = 'offer' | 'formation' | 'company' | 'contact' | 'component' | 'formation_manager';

/** What an import made of one row; `undecided`: nothing, because several stored records fit or another is in its way. */
export type IntakeOutcome = 'created' | 'updated' | 'unchanged' | 'undecided';

/** Told what there is to say of the row at hand, with the names of the records that are meant. */
export type OnRemark = (
  code: 'ambiguous-match' | 'reference-of-other' | 'code-of-other',
  names: readonly string[],
) => void;

/**
 * Told of the row that a draft came to, of the fields that it left because a person wrote them, and under what name the
 * company of its SIRET is known where the row names quite another.
 */
export type OnTaken = (id: number, kept: readonly string[], siretOf?: string | null) => void;

/** How rows are taken in. */
export interface IntakeOptions {
  readonly onTaken?: OnTaken | undefined;
  readonly onRemark?: OnRemark | undefined;
  /** Asked for each row: whether it only completes what is known, which then stays as if a person had written it. */
  readonly keepsKnown?: (() => boolean) | undefined;
  /** By what rows are known again; the way of the application unless somebody chose another. */
  readonly matchKey?: MatchKey | undefined;
  /** Rows that were taken in before: what follows from them is made anew where the rules make it otherwise. */
  readonly rereads?: boolean | undefined;
}

/** Where rows come from and when, the same for a whole batch. */
export interface Origin extends IntakeOptions {
  readonly importId: ImportId | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const valueSchema = z.union([z.string(), z.number(), z.null()]);
const recordSchema = z.record(z.string(), valueSchema);
export type StoredRecord = z.infer<typeof recordSchema>;

/** A row as it was, with the rows that hang on it (its skills and codes) as plain lists. */
const snapshotSchema = z.object({ row: recordSchema, parts: z.record(z.string(), z.array(recordSchema)) });
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What hangs on a row and comes and goes with it, of an offer also when it was closed; each table names its owner in `<kind>_id`. */
const partTables: Readonly<Record<OwnerKind, readonly string[]>> = {
  offer: ['offer_skill', 'offer_edit'],
  formation: ['formation_skill', 'formation_rome'],
  company: [],
  contact: [],
  component: [],
  formation_manager: [],
};

/** What a person said of two rows of a kind, each table with the smaller id in `one_id`; it comes back once both are there. */
const pairTables: Readonly<Partial<Record<OwnerKind, string>>> = { offer: 'offer_apart', company: 'company_apart' };

/** A row of an import as it is stored now, with what hangs on it; throws when there is none. */
export function snapshotOf(db: ReadDb, kind: OwnerKind, id: number): Snapshot {
  const parts = hangingOn(kind).map(({ table, isOf }) => [
    table,
    db.prepare<StoredRecord, [{ readonly id: number }]>(`select * from ${table} where ${isOf('@id')}`).all({ id }),
  ]);
  return snapshotSchema.parse({
    row: db.prepare(`select * from ${kind} where id = ?`).get(id),
    parts: Object.fromEntries(parts) as unknown, // Checked here like the row.
  });
}

/** The tables that hang on a kind of row, and the condition (SQL) that a row of theirs is about the owner of an id. */
function hangingOn(kind: OwnerKind): readonly { readonly table: string; readonly isOf: (id: string) => string }[] {
  const parts = partTables[kind].map((table) => ({ table, isOf: (id: string) => `${table}.${kind}_id = ${id}` }));
  const pairs = pairTables[kind];
  if (pairs === undefined) return parts;
  // Each side by an index of its own.
  return [...parts, { table: pairs, isOf: (id) => `(${pairs}.one_id = ${id} or ${pairs}.other_id = ${id})` }];
}

/** SQL that makes the same snapshot as JSON, for each row of a query on the table. */
export function snapshotSql(db: ReadDb, kind: OwnerKind): string {
  const objectOf = (table: string): string => {
    const pairs = shapeOf(db, table).columns.map((column) => `'${column}', ${table}."${column}"`);
    return `json_object(${pairs.join(', ')})`;
  };
  // A subquery forgets that its text is JSON.
  const parts = hangingOn(kind).map(
    ({ table, isOf }) =>
      `'${table}', json((select json_group_array(${objectOf(table)}) from ${table} where ${isOf(`${kind}.id`)}))`,
  );
  return `json_object('row', ${objectOf(kind)}, 'parts', json_object(${parts.join(', ')}))`;
}

/** Reads a snapshot that was stored as JSON. */
export function parseSnapshot(json: string): Snapshot {
  return snapshotSchema.parse(JSON.parse(json));
}

/** Keeps the former row of an update, once an import: a second update by the same import keeps the first one. */
export function keepFormer(
  db: WriteDb,
  importId: ImportId,
  changed: { readonly kind: OwnerKind; readonly id: number; readonly revisionAfter: number; readonly before: Snapshot },
): void {
  db.prepare<unknown, [number, string, number, number, string]>(
    `insert into import_change (import_id, owner_kind, owner_id, revision_after, before) values (?, ?, ?, ?, ?)
     on conflict do update set revision_after = excluded.revision_after`,
  ).run(importId, changed.kind, changed.id, changed.revisionAfter, JSON.stringify(changed.before));
}

/** How many rows of a table an import made and that are there still. */
export function countMade(db: ReadDb, kind: OwnerKind, importId: ImportId): number {
  return db.prepare<number, [number]>(`select count(*) from ${kind} where import_id = ?`).pluck().get(importId) ?? 0;
}

interface Shape {
  readonly columns: readonly string[];
  readonly references: readonly { readonly from: string; readonly table: string }[];
}

/** Tables do not change while a connection is open. */
const shapes = new WeakMap<ReadDb, Map<string, Shape>>();

/** The columns of a table and what they refer to. */
export function shapeOf(db: ReadDb, table: string): Shape {
  const known = shapes.get(db) ?? new Map<string, Shape>();
  shapes.set(db, known);
  const found = known.get(table);
  if (found) return found;
  const shape = {
    columns: db.prepare<string>(`select name from pragma_table_info('${table}')`).pluck().all(),
    references: db
      .prepare<{ from: string; table: string }>(`select "from", "table" from pragma_foreign_key_list('${table}')`)
      .all(),
  };
  known.set(table, shape);
  return shape;
}

/** Rows that came back under another id, because somebody else's row stands for them by now: "table id" to id. */
export type Places = Map<string, number>;

/** The row with its references where their rows are now; a reference to a row that is gone becomes null. */
export function withReferences(db: ReadDb, kind: OwnerKind, row: StoredRecord, places: Places): StoredRecord {
  const placed = { ...row };
  for (const { from, table } of shapeOf(db, kind).references) {
    const id = row[from];
    if (typeof id !== 'number') continue;
    const place = places.get(`${table} ${id}`) ?? id;
    placed[from] = db.prepare<unknown, [number]>(`select 1 from "${table}" where id = ?`).get(place) ? place : null;
  }
  return placed;
}

/**
 * Writes a snapshot over the present row, its revision included: it is the same state again, and an import before it
 * can then be undone too. Columns that no longer exist are left out. False, and nothing written, when another row has a
 * value by now that only one may have.
 */
export function overwrite(db: WriteDb, kind: OwnerKind, id: number, { row, parts }: Snapshot): boolean {
  const columns = shapeOf(db, kind).columns.filter((name) => name !== 'id' && Object.hasOwn(row, name));
  const update = db.prepare<unknown, (string | number | null)[]>(
    `update ${kind} set ${columns.map((name) => `"${name}" = ?`).join(', ')} where id = ?`,
  );
  try {
    update.run(...columns.map((name) => row[name] ?? null), id);
  } catch (error) {
    // SQLite takes back the one statement and leaves the transaction as it was.
    if (error instanceof BetterSqlite.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false;
    throw error;
  }
  // Snapshots of earlier versions lack the tables that did not count as parts then.
  for (const table of partTables[kind].filter((each) => Object.hasOwn(parts, each)))
    db.prepare<unknown, [number]>(`delete from ${table} where ${kind}_id = ?`).run(id);
  insertParts(db, kind, id, parts);
  return true;
}

/** Stores what hangs on a row that has nothing yet. */
export function insertParts(db: WriteDb, kind: OwnerKind, id: number, parts: Snapshot['parts']): void {
  for (const table of partTables[kind]) {
    for (const part of parts[table] ?? []) {
      const columns = shapeOf(db, table).columns.filter((name) => name !== `${kind}_id` && Object.hasOwn(part, name));
      db.prepare<unknown, (string | number | null)[]>(
        `insert into ${table} (${kind}_id, ${columns.join(', ')}) values (?${', ?'.repeat(columns.length)})`,
      ).run(id, ...columns.map((name) => part[name] ?? null));
    }
  }
}

/** What a snapshot holds that a person said of its row and another one. */
export function pairsIn(kind: OwnerKind, { parts }: Snapshot): readonly StoredRecord[] {
  return parts[pairTables[kind] ?? ''] ?? [];
}

/** Stores what a person had said of a row that came back and another one, if both are there, wherever they are now. */
export function insertPair(db: WriteDb, kind: OwnerKind, pair: StoredRecord, places: Places): void {
  const [smaller = 0, larger = 0] = [Number(pair['one_id']), Number(pair['other_id'])]
    .map((id) => places.get(`${kind} ${id}`) ?? id)
    .sort((one, other) => one - other);
  db.prepare<unknown, [number, number, StoredRecord[string], number, number]>(
    `insert into ${pairTables[kind]} (one_id, other_id, said_at) select ?, ?, ?
     where (select count(*) from ${kind} where id in (?, ?)) = 2 on conflict do nothing`,
  ).run(smaller, larger, pair['said_at'] ?? null, smaller, larger);
}
