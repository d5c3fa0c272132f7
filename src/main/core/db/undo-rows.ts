import type { ImportId } from '../../../shared/domain/ids';
import { inTurns, stretchesOf, type AfterTurn } from './in-turns';
import type { ReadDb, WriteDb } from './open';
import {
  overwrite,
  parseSnapshot,
  snapshotOf,
  snapshotSql,
  withReferences,
  type OwnerKind,
  type Snapshot,
} from './provenance';

// What an undo takes away or puts back is kept beside the import, so that it can be redone.

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
       where c.import_id = ? and c.owner_kind = ? and c.before is not null order by c.owner_id`,
    )
    .all(importId, kind);
  const unchanged = records.filter(({ isUnchanged }) => isUnchanged === 1).map(({ id }) => id);
  return { unchanged, changedSince: records.length - unchanged.length };
}

/**
 * Puts the former rows of these owners back, then does what `follow` has to do for each, giving the event loop its
 * turns. Answers with those that had to stay as they are, because a reference or SIRET of theirs is somebody else's by
 * now: the rows that an undo removes afterwards may free it, so that a second call can put some of them back.
 */
export async function putAllBack(
  db: WriteDb,
  { importId, kind }: { readonly importId: ImportId; readonly kind: OwnerKind },
  ids: readonly number[],
  { follow, afterTurn }: { readonly follow?: (former: Former) => void; readonly afterTurn?: AfterTurn | undefined },
): Promise<readonly number[]> {
  const find = db
    .prepare<string, [number, string, number]>(
      'select before from import_change where import_id = ? and owner_kind = ? and owner_id = ?',
    )
    .pluck();
  const keep = db.prepare<unknown, [string, number, string, number]>(
    'update import_change set after = ? where import_id = ? and owner_kind = ? and owner_id = ?',
  );
  const put = (id: number): boolean => {
    const before = parseSnapshot(find.get(importId, kind, id) ?? 'null');
    const after = snapshotOf(db, kind, id);
    const row = withReferences(db, kind, before.row, new Map());
    if (!overwrite(db, kind, id, { ...before, row })) return false;
    keep.run(JSON.stringify(after), importId, kind, id);
    follow?.({ id, before });
    return true;
  };
  return await untilNothingMoves(ids, put, afterTurn);
}

/** Rows of one import may have taken values from each other: one that moves frees the next. Answers with the rest. */
export async function untilNothingMoves(
  ids: readonly number[],
  put: (id: number) => boolean,
  afterTurn?: AfterTurn,
): Promise<readonly number[]> {
  let waiting = ids;
  while (waiting.length > 0) {
    const left: number[] = [];
    const tryOne = (id: number): void => {
      if (!put(id)) left.push(id);
    };
    await inTurns(waiting, tryOne, afterTurn);
    if (left.length === waiting.length) break;
    waiting = left;
  }
  return waiting;
}

/**
 * How many rows a statement removes. SQLite copies each page that a statement changes before it does, so that it can take
 * the statement back: few rows at once copy the pages of the indexes again and again, many keep the event loop waiting.
 */
const removedAtOnce = 500;

/**
 * Removes the rows of a table that an import made and that fulfil a condition (SQL on the table's columns), with turns
 * for the event loop, and keeps each for a redo. Returns how many rows are gone.
 */
export async function removeMade(
  db: WriteDb,
  { importId, kind }: { readonly importId: ImportId; readonly kind: OwnerKind },
  condition: string,
  afterTurn?: AfterTurn,
): Promise<number> {
  const made = db.prepare<number, [number]>(`select id from ${kind} where import_id = ? order by id`).pluck();
  const isListed = 'in (select value from json_each(?))';
  const find = db.prepare<number, [string]>(`select id from ${kind} where id ${isListed} and ${condition}`).pluck();
  const keep = db.prepare<unknown, [number, string]>(
    `insert into import_change (import_id, owner_kind, owner_id, revision_after, after)
     select ?, '${kind}', id, 1, ${snapshotSql(db, kind)} from ${kind} where id ${isListed}`,
  );
  // A cascade would go to the same tables once a row, and take twice as long for the matches of offers.
  const clear = cascadesFrom(db, kind).map(({ table, column }) =>
    db.prepare<unknown, [string]>(`delete from "${table}" where "${column}" ${isListed}`),
  );
  const remove = db.prepare<unknown, [string]>(`delete from ${kind} where id ${isListed}`);
  let [removed, passed] = [0, 0];
  const steps = function* (): Iterable<() => void> {
    for (const ids of stretchesOf(made.all(importId), removedAtOnce)) {
      const going = JSON.stringify(find.all(JSON.stringify(ids)));
      yield () => keep.run(importId, going);
      for (const statement of clear) yield () => statement.run(going);
      yield () => (removed += remove.run(going).changes);
      passed += ids.length;
    }
  };
  const afterSteps = (): void => {
    afterTurn?.(passed);
    passed = 0;
  };
  await inTurns(steps(), (step) => step(), afterSteps);
  return removed;
}

/** The columns whose rows go with the row of a table that they refer to. */
function cascadesFrom(db: ReadDb, table: string): readonly { readonly table: string; readonly column: string }[] {
  return db
    .prepare<{ table: string; column: string }, [string]>(
      `select t.name "table", f."from" "column" from sqlite_schema t, pragma_foreign_key_list(t.name) f
       where t.type = 'table' and f."table" = ? and f.on_delete = 'CASCADE'`,
    )
    .all(table);
}
