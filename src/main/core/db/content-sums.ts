import { createHash } from 'node:crypto';
import { toDatabaseError } from './database-error';
import { openFile } from './open-file';

/**
 * What the database at `path` says, a sum for each table over its rows in their order, and one over the schema; its pages and
 * whether they are encrypted do not count. Throws what reading throws, as `toDatabaseError`.
 */
export function contentSums(path: string): ReadonlyMap<string, string> {
  try {
    const sqlite = openFile(path, { readonly: true, fileMustExist: true });
    try {
      sqlite.defaultSafeIntegers(true);
      const sumOf = (sql: string): string => sumOfRows(sqlite.prepare<[], unknown[]>(sql).raw().iterate());
      const tables = sqlite.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all();
      const sums = new Map(tables.map((name) => [name, sumOf(`select * from "${name}" not indexed`)]));
      return sums.set(
        'sqlite_schema',
        sumOf('select type, name, tbl_name, sql from sqlite_schema order by type, name'),
      );
    } finally {
      sqlite.close();
    }
  } catch (error) {
    throw toDatabaseError(error, path);
  }
}

function sumOfRows(rows: Iterable<readonly unknown[]>): string {
  const sum = createHash('sha256');
  for (const row of rows) {
    for (const value of row) {
      const content = Buffer.isBuffer(value) ? value : String(value);
      // Kind and length, so that 1, 1.0 and '1' differ, and 'ab', 'c' from 'a', 'bc'.
      sum.update(`${Buffer.isBuffer(value) ? 'blob' : typeof value} ${content.length} `).update(content);
    }
    sum.update('\n');
  }
  return sum.digest('base64url');
}

/** The first table in which two databases differ, or that only one of them has; null when they say the same. */
export function findDifference(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string | null {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.find((name) => one.get(name) !== other.get(name)) ?? null;
}
