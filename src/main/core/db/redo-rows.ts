import type { ImportId } from '../../../shared/domain/ids';
import type { RedoCounts } from '../../../shared/domain/import';
import { inTurns, type AfterTurn } from './in-turns';
import type { WriteDb } from './open';
import {
  insertPair,
  insertParts,
  overwrite,
  pairsIn,
  parseSnapshot,
  shapeOf,
  withReferences,
  type OwnerKind,
  type Places,
  type Snapshot,
  type StoredRecord,
} from './provenance';
import { untilNothingMoves } from './undo-rows';

/** One redo: what is put in place, and where rows are that came back under another id. */
export interface Redo {
  readonly importId: ImportId;
  readonly places: Places;
  readonly afterTurn?: AfterTurn | undefined;
}

/** How a kind of row comes back. */
export interface Comeback {
  readonly kind: OwnerKind;
  /** SQL that gives the id of a row of another origin that is the same as the one coming back, by its @columns. */
  readonly twin: string;
  /** Computes what depends on references that point elsewhere now. */
  readonly complete?: (snapshot: Snapshot) => StoredRecord;
}

/**
 * Makes the rows again that undoing an import removed, under their former ids. One that somebody else made in the
 * meantime is kept as it is, and what refers to the removed one then refers to it.
 */
export async function bringBack(db: WriteDb, redo: Redo, { kind, twin, complete }: Comeback): Promise<RedoCounts> {
  const { importId, places } = redo;
  const removed = db
    .prepare<number, [number]>(
      `select owner_id from import_change where import_id = ? and owner_kind = '${kind}' and before is null order by 1`,
    )
    .pluck()
    .all(importId);
  const statements = prepare(db, kind, twin);
  let restored = 0;
  const pairs: StoredRecord[] = [];
  const bring = (id: number): void => {
    const snapshot = parseSnapshot(statements.find.get(importId, id) ?? 'null');
    const { row, parts } = snapshot;
    const placed = withReferences(db, kind, row, places);
    const isMoved = Object.keys(placed).some((column) => placed[column] !== row[column]);
    const whole = isMoved && complete ? complete({ row: placed, parts }) : placed;
    const taken = statements.twin.get(whole);
    if (taken !== undefined) {
      places.set(`${kind} ${id}`, taken);
      return;
    }
    if (!insertRow(db, kind, whole)) return;
    insertParts(db, kind, id, parts);
    pairs.push(...pairsIn(kind, snapshot));
    statements.forget.run(importId, id);
    restored += 1;
  };
  await inTurns(removed, bring, redo.afterTurn);
  await inTurns(pairs, (pair) => insertPair(db, kind, pair, places));
  return { restored, kept: removed.length - restored };
}

function prepare(db: WriteDb, kind: OwnerKind, twin: string) {
  const entry = `import_id = ? and owner_kind = '${kind}' and owner_id = ?`;
  return {
    find: db.prepare<string, [number, number]>(`select after from import_change where ${entry}`).pluck(),
    forget: db.prepare<unknown, [number, number]>(`delete from import_change where ${entry}`),
    twin: db.prepare<number, [StoredRecord]>(twin).pluck(),
  };
}

/** False when another row has its id or a value that only one may have. Columns that no longer exist are left out. */
function insertRow(db: WriteDb, kind: OwnerKind, row: StoredRecord): boolean {
  const columns = shapeOf(db, kind).columns.filter((name) => Object.hasOwn(row, name));
  const { changes } = db
    .prepare<unknown, (string | number | null)[]>(
      `insert into ${kind} (${columns.map((name) => `"${name}"`).join(', ')})
       values (${columns.map(() => '?').join(', ')}) on conflict do nothing`,
    )
    .run(...columns.map((name) => row[name] ?? null));
  return changes > 0;
}

/**
 * Changes the rows again that undoing an import put back, unless somebody changed or removed them since; then does what
 * `follow` has to do for each.
 */
export async function putForward(
  db: WriteDb,
  { importId, places, afterTurn }: Redo,
  kind: OwnerKind,
  follow: (id: number, row: StoredRecord) => void = () => undefined,
): Promise<RedoCounts> {
  const changed = db
    .prepare<{ id: number; isUntouched: number | null }, [number]>(
      `select c.owner_id id, o.revision = json_extract(c.before, '$.row.revision') isUntouched
       from import_change c left join ${kind} o on o.id = c.owner_id
       where c.import_id = ? and c.owner_kind = '${kind}' and c.before is not null and c.after is not null order by 1`,
    )
    .all(importId);
  const entry = `import_id = ? and owner_kind = '${kind}' and owner_id = ?`;
  const find = db.prepare<string, [number, number]>(`select after from import_change where ${entry}`).pluck();
  const forget = db.prepare<unknown, [number, number]>(`update import_change set after = null where ${entry}`);
  const put = (id: number): boolean => {
    const after = parseSnapshot(find.get(importId, id) ?? 'null');
    const row = withReferences(db, kind, after.row, places);
    if (!overwrite(db, kind, id, { ...after, row })) return false;
    forget.run(importId, id);
    follow(id, row);
    return true;
  };
  const untouched = changed.filter(({ isUntouched }) => isUntouched === 1).map(({ id }) => id);
  const left = await untilNothingMoves(untouched, put, afterTurn);
  const restored = untouched.length - left.length;
  return { restored, kept: changed.length - restored };
}
