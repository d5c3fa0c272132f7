import type BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';
import { toDatabaseError } from './database-error';

/** Throws `database-damaged` when SQLite's quick check finds anything; `path` is told to the user. */
export function checkHealth(sqlite: BetterSqlite.Database, path: string): void {
  const found = sqlite.pragma('quick_check(1)', { simple: true });
  if (found === 'ok') return;
  throw new AppError('unavailable', `quick_check: ${String(found)}`, 'database-damaged', { path });
}

/**
 * What SQLite's whole check says of the database at `path` through a connection: `ok`, or the first thing that is wrong, be it
 * that the disk cannot read it any more. Throws what keeps it from checking.
 */
export function integrityThrough(sqlite: BetterSqlite.Database, path: string): string {
  try {
    return String(sqlite.pragma('integrity_check(1)', { simple: true }));
  } catch (error) {
    return damageOr(error, path);
  }
}

/** What a failure says is damaged; throws one that says something else, as `toDatabaseError` makes it. */
export function damageOr(error: unknown, path: string): string {
  const known = toDatabaseError(error, path);
  if (known instanceof AppError && known.reason === 'database-damaged') return String(error);
  throw known;
}

/** How many migrations a database has seen. */
export function versionOf(sqlite: BetterSqlite.Database): number {
  const version = sqlite.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}
