import BetterSqlite from 'better-sqlite3';
import { z } from 'zod';

/** Keys that are looked for one by one behind the last row that can be read, where no index tells the last one. */
const blindKeys = 20_000;

type Value = string | number | bigint | Buffer | null;

const columnSchema = z.object({ name: z.string(), type: z.string(), pk: z.int() });
const tableListSchema = z.array(z.object({ name: z.string(), wr: z.int() }));

/** By what rows are looked for: the row number, or the first column of the key of a table that has none. */
interface Key {
  readonly name: string;
  readonly isInteger: boolean;
  /** Whether each value stands for one row. */
  readonly isUnique: boolean;
}

/**
 * Copies the rows of a table of a damaged database that can be read into the same table of another one: from its
 * beginning up to the damage, from its end down to it, and what lies between as finely as it takes. Columns that only
 * one of the two has are left out. Answers how many rows there were, null where nobody knows.
 */
export function readTable(source: BetterSqlite.Database, sink: BetterSqlite.Database, table: string): number | null {
  const key = keyOf(source, table);
  const known = new Set(columnsOf(sink, table).map(({ name }) => name));
  const columns = columnsOf(source, table).flatMap(({ name }) => (known.has(name) ? [`"${name}"`] : []));
  const insert = sink.prepare<Value[]>(
    `insert or ignore into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const reader = createReader(source, `select ${key.name}, ${columns.join(', ')} from "${table}"`, key, insert);
  return reader.everything(() => readKeys(source, table, key));
}

function createReader(
  source: BetterSqlite.Database,
  select: string,
  key: Key,
  insert: BetterSqlite.Statement<Value[]>,
) {
  const { name } = key;
  const prepared = (rest: string) => source.prepare<Value[], Value[]>(`${select} ${rest}`).safeIntegers().raw();
  const all = prepared(`order by ${name}`);
  const back = prepared(`order by ${name} desc`);
  const between = key.isInteger ? prepared(`where ${name} between ? and ? order by ${name}`) : null;

  /** The last key that was read, and whether the end was reached. */
  const take = (statement: BetterSqlite.Statement<Value[], Value[]>, bounds: Value[], until?: Value) => {
    let last: Value = null;
    let rows = 0;
    try {
      for (const [at = null, ...values] of statement.iterate(...bounds)) {
        if (until !== undefined && at === until) return { last, rows, isWhole: true };
        store(insert, values);
        last = at;
        rows += 1;
      }
      return { last, rows, isWhole: true };
    } catch (error) {
      if (!isDamage(error)) throw error;
      return { last, rows, isWhole: false };
    }
  };
  /** Whether something between the two could not be read. */
  const halve = (low: bigint, high: bigint): boolean => {
    if (low > high || !between) return low <= high;
    const { last, isWhole } = take(between, [low, high]);
    if (isWhole) return false;
    // The rest of the last one's rows, where it has several, is read from the other side or lost.
    const from = typeof last === 'bigint' ? last + 1n : low;
    if (low === high || from > high) return true;
    const middle = (from + high) / 2n;
    if (from === high) return halve(high, high) || true;
    const isLeftDamaged = halve(from, middle);
    return halve(middle + 1n, high) || isLeftDamaged;
  };
  return {
    /** Reads all rows that can be read; answers how many there were, null where nobody knows. */
    everything(knownKeys: () => ReadonlySet<bigint> | null): number | null {
      const first = take(all, []);
      if (first.isWhole) return first.rows;
      // Several rows of one key may lie on both sides of the damage: those are read twice and stored once.
      const last = key.isUnique ? take(back, [], first.last) : take(back, []);
      const keys = knownKeys();
      if (!between) return null;
      if (keys !== null) {
        const isBetween = (at: bigint): boolean =>
          !(typeof first.last === 'bigint' && at <= first.last) && !(typeof last.last === 'bigint' && at >= last.last);
        for (const at of keys) if (isBetween(at)) take(between, [at, at]);
        return keys.size;
      }
      const step = key.isUnique ? 1n : 0n;
      const low = typeof first.last === 'bigint' ? first.last + step : 0n;
      const high = typeof last.last === 'bigint' ? last.last - step : low + BigInt(blindKeys);
      halve(low, high);
      return null;
    },
  };
}

/** A row that no table takes is lost: a value of another kind, or one that breaks a rule. */
function store(insert: BetterSqlite.Statement<Value[]>, values: Value[]): void {
  try {
    insert.run(...values);
  } catch (error) {
    if (!(error instanceof BetterSqlite.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
  }
}

/** The keys of all rows as an index names them that can be read whole; null where none can. */
function readKeys(source: BetterSqlite.Database, table: string, key: Key): ReadonlySet<bigint> | null {
  if (!key.isInteger || !key.isUnique) return null;
  const indexes = source.prepare<[string], string>(
    'select name from pragma_index_list(?) where partial = 0 order by seq',
  );
  for (const index of indexes.pluck().all(table)) {
    try {
      const keys = source.prepare<[], bigint>(`select ${key.name} from "${table}" indexed by "${index}"`).pluck();
      return new Set(keys.safeIntegers().all());
    } catch (error) {
      if (!(error instanceof BetterSqlite.SqliteError)) throw error;
    }
  }
  return null;
}

function keyOf(source: BetterSqlite.Database, table: string): Key {
  const [found] = tableListSchema.parse(source.pragma(`table_list("${table}")`));
  if (found?.wr !== 1) return { name: 'rowid', isInteger: true, isUnique: true };
  const keys = columnsOf(source, table).filter(({ pk }) => pk > 0);
  const first = keys.find(({ pk }) => pk === 1);
  if (!first) throw new Error(`${table} has no key.`);
  return { name: `"${first.name}"`, isInteger: first.type.toLowerCase() === 'integer', isUnique: keys.length === 1 };
}

function columnsOf(sqlite: BetterSqlite.Database, table: string): z.infer<typeof columnSchema>[] {
  return z.array(columnSchema).parse(sqlite.pragma(`table_info("${table}")`));
}

function isDamage(error: unknown): boolean {
  return error instanceof BetterSqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code);
}
