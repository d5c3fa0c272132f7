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

const dayMs = 24 * 3_600_000;
/** A weekend, of which nobody needs to be told. */
const tolerableDays = 3;

/**
 * For how many days what was changed in the database at `path` is in no backup, the newest of which was made at `newestAt`; null
 * while that is less than three, and where there is none at all, of which is told otherwise.
 */
export function daysUnsaved(path: string, newestAt: string | null, now: Date): number | null {
  if (newestAt === null || changedAtMs(path) <= Date.parse(newestAt)) return null;
  const days = Math.floor((now.getTime() - Date.parse(newestAt)) / dayMs);
  return days >= tolerableDays ? days : null;
}
