import { statSync } from 'node:fs';
import type { Database } from '../db/open';

/** When the database was last written to, by its files: the journal is where most changes stand. */
export function changedAtMs(path: string): number {
  const times = ['', '-wal'].map((suffix) => statSync(`${path}${suffix}`, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(...times);
}

/** A database that was only just made has nothing to lose. */
export function isEmpty(database: Database): boolean {
  const has = (table: string): boolean => database.read.prepare(`select 1 from ${table} limit 1`).get() !== undefined;
  return !['offer', 'formation', 'company'].some(has);
}
