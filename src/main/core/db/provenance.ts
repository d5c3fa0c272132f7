import BetterSqlite from 'better-sqlite3';
import { z } from 'zod';
import type { ImportId } from '../../../shared/domain/ids';
import { inTurns } from './in-turns';
import type { ReadDb, WriteDb } from './open';

/** Tables whose rows an import can make and change. */
export type OwnerKind = 'offer' | 'formation' | 'company' | 'contact';

/** What an import made of one row. */
export type IntakeOutcome = 'created' | 'updated' | 'unchanged';

/** Where rows come from and when, the same for a whole batch. */
export interface Origin {
  readonly importId: ImportId | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const valueSchema = z.union([z.string(), z.number(), z.null()]);
const recordSchema = z.record(z.string(), valueSchema);
type StoredRecord = z.infer<typeof recordSchema>;

/** A row as it was, with the rows that hang on it (skills, contacts) as plain lists. */
const snapshotSchema = z.object({ row: recordSchema, parts: z.record(z.string(), z.array(recordSchema)) });
export type Snapshot = z.infer<typeof snapshotSchema>;

/** The columns of one row as they are stored; throws when there is none. */
export function readRecord(db: ReadDb, kind: OwnerKind, id: number): StoredRecord {
  return recordSchema.parse(db.prepare(`select * from ${kind} where id = ?`).get(id));
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

/** A former row of an owner that nobody changed since. */
export interface Former {
  readonly id: number;
  readonly before: Snapshot;
}

/** The owners that an import changed: the ids of those that nobody changed since, and how many others there are. */
export function formerRows(
  db: ReadDb,
  importId: ImportId,
  kind: OwnerKind,
): { readonly unchanged: readonly number[]; readonly changedSince: number } {
  const records = db
    .prepare<{ id: number; isUnchanged: number }, [number, string]>(
      `select c.owner_id id, o.revision = c.revision_after isUnchanged
       from import_change c join ${kind} o on o.id = c.owner_id
       where c.import_id = ? and c.owner_kind = ? order by c.owner_id`,
    )
    .all(importId, kind);
  const unchanged = records.filter(({ isUnchanged }) => isUnchanged === 1).map(({ id }) => id);
  return { unchanged, changedSince: records.length - unchanged.length };
}

/**
 * Puts the former rows of these owners back, and with `putParts` what hangs on each, giving the event loop its turns.
 * Answers with those that had to stay as they are, because a reference or SIRET of theirs is somebody else's by now: the
 * rows that an undo removes afterwards may free it, so that a second call can put some of them back.
 */
export async function putAllBack(
  db: WriteDb,
  importId: ImportId,
  kind: OwnerKind,
  ids: readonly number[],
  putParts: (former: Former) => void,
): Promise<readonly number[]> {
  let waiting = ids;
  // Rows of one import may have taken values from each other: one that goes back frees the next.
  while (waiting.length > 0) {
    const left: number[] = [];
    await inTurns(waiting, (id) => {
      const before = formerOf(db, importId, kind, id);
      if (putBack(db, kind, id, before.row)) putParts({ id, before });
      else left.push(id);
    });
    if (left.length === waiting.length) break;
    waiting = left;
  }
  return waiting;
}

function formerOf(db: ReadDb, importId: ImportId, kind: OwnerKind, id: number): Snapshot {
  const before = db
    .prepare<string, [number, string, number]>(
      'select before from import_change where import_id = ? and owner_kind = ? and owner_id = ?',
    )
    .pluck()
    .get(importId, kind, id);
  return snapshotSchema.parse(JSON.parse(before ?? 'null'));
}

/**
 * Removes the rows of a table that an import made and that fulfil a condition (SQL on the table's columns), one after
 * the other with turns for the event loop between. `clear` removes beforehand, in pieces, what hangs on a row in such
 * numbers that a cascade would take long. Returns how many rows are gone.
 */
export async function removeMade(
  db: WriteDb,
  importId: ImportId,
  kind: OwnerKind,
  condition: string,
  clear: (id: number) => Iterable<() => void> = () => [],
): Promise<number> {
  const ids = db.prepare<number, [number]>(`select id from ${kind} where import_id = ?`).pluck().all(importId);
  const isRemovable = db.prepare<unknown, [number]>(`select 1 from ${kind} where id = ? and ${condition}`);
  const remove = db.prepare<unknown, [number]>(`delete from ${kind} where id = ?`);
  let removed = 0;
  const steps = function* (): Iterable<() => void> {
    for (const id of ids) {
      if (!isRemovable.get(id)) continue;
      yield* clear(id);
      yield () => (removed += remove.run(id).changes);
    }
  };
  await inTurns(steps(), (step) => step());
  return removed;
}

/**
 * Writes a former row over the present one, its revision included: it is the same state again, and an import before
 * it can then be undone too. Columns that no longer exist are left out; a reference to a row that is gone becomes null.
 * False, and nothing written, when another row has a value by now that only one may have.
 */
function putBack(db: WriteDb, kind: OwnerKind, id: number, row: StoredRecord): boolean {
  const known = db.prepare<string>(`select name from pragma_table_info('${kind}') where pk = 0`).pluck().all();
  const columns = known.filter((name) => Object.hasOwn(row, name));
  const gone = referencesToNothing(db, kind, row);
  const update = db.prepare<unknown, (string | number | null)[]>(
    `update ${kind} set ${columns.map((name) => `"${name}" = ?`).join(', ')} where id = ?`,
  );
  try {
    update.run(...columns.map((name) => (gone.has(name) ? null : (row[name] ?? null))), id);
    return true;
  } catch (error) {
    // SQLite takes back the one statement and leaves the transaction as it was.
    if (error instanceof BetterSqlite.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false;
    throw error;
  }
}

function referencesToNothing(db: ReadDb, kind: OwnerKind, row: StoredRecord): Set<string> {
  const references = db
    .prepare<{ from: string; table: string }>(`select "from", "table" from pragma_foreign_key_list('${kind}')`)
    .all();
  const isGone = ({ from, table }: { from: string; table: string }): boolean =>
    typeof row[from] === 'number' && !db.prepare(`select 1 from "${table}" where id = ?`).get(row[from]);
  return new Set(references.filter(isGone).map(({ from }) => from));
}
