import type { ImportId } from '../../../shared/domain/ids';
import { inTurns, type AfterTurn } from './in-turns';
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

interface RemoveOptions {
  readonly afterTurn?: AfterTurn | undefined;
  readonly clear?: (id: number) => Iterable<() => void>;
}

/**
 * Removes the rows of a table that an import made and that fulfil a condition (SQL on the table's columns), one after
 * the other with turns for the event loop between, and keeps each for a redo. `clear` removes beforehand, in pieces,
 * what hangs on a row in such numbers that a cascade would take long. Returns how many rows are gone.
 */
export async function removeMade(
  db: WriteDb,
  { importId, kind }: { readonly importId: ImportId; readonly kind: OwnerKind },
  condition: string,
  { afterTurn, clear = () => [] }: RemoveOptions = {},
): Promise<number> {
  const ids = db.prepare<number, [number]>(`select id from ${kind} where import_id = ?`).pluck().all(importId);
  const keep = db.prepare<unknown, [number, number]>(
    `insert into import_change (import_id, owner_kind, owner_id, revision_after, after)
     select ?, '${kind}', id, 1, ${snapshotSql(db, kind)} from ${kind} where id = ? and ${condition}`,
  );
  const remove = db.prepare<unknown, [number]>(`delete from ${kind} where id = ?`);
  let removed = 0;
  const steps = function* (): Iterable<() => void> {
    for (const id of ids) {
      if (keep.run(importId, id).changes === 0) continue;
      yield* clear(id);
      yield () => (removed += remove.run(id).changes);
    }
  };
  await inTurns(steps(), (step) => step(), afterTurn);
  return removed;
}
