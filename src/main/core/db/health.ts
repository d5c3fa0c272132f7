import type BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';

/** Throws `database-damaged` when SQLite's quick check finds anything; `path` is told to the user. */
export function checkHealth(sqlite: BetterSqlite.Database, path: string): void {
  const found = sqlite.pragma('quick_check(1)', { simple: true });
  if (found === 'ok') return;
  throw new AppError('unavailable', `quick_check: ${String(found)}`, 'database-damaged', { path });
}

/** How many migrations a database has seen. */
export function versionOf(sqlite: BetterSqlite.Database): number {
  const version = sqlite.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}
