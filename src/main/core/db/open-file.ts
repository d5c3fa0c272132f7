import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKey, keyFileName, keyIdOf, type DataKey } from './data-keys';

/** AEGIS-256, which authenticates each page (docs/decisions/0027-encryption-at-rest.md). */
export const cipherName = 'AEGIS-256';

export interface OpenFileOptions extends BetterSqlite.Options {
  /** The id of the key that a file is made under that is not there yet; null, as by default, makes it plain. */
  readonly newUnder?: string | null;
}

/**
 * Opens a database file, plain or under the key that its first bytes name; the only place that does. Throws what opening
 * throws, and `key-needed` for a file under a key that was not given yet, when the key's own file lies beside it. Any other
 * file that does not begin like a database is left to SQLite, which says that it is none.
 */
export function openFile(path: string, { newUnder = null, ...options }: OpenFileOptions = {}): BetterSqlite.Database {
  const id = isNew(path) ? newUnder : keyIdOf(path);
  const key = id === null ? undefined : heldDataKey(id);
  if (id !== null && !key && (id === newUnder || existsSync(join(dirname(path), keyFileName(id))))) {
    throw keyNeeded(path, id);
  }
  const sqlite = new BetterSqlite(path, options);
  if (key) {
    chooseCipher(sqlite);
    sqlite.pragma(`key = '${rawKey(key)}'`);
  }
  return sqlite;
}

/** What a file is refused with whose key somebody has to give first. */
export function keyNeeded(path: string, keyId: string): AppError {
  return new AppError('unavailable', 'The file is encrypted.', 'key-needed', { path, keyId });
}

/**
 * Writes every page of an open file anew, under another key or none. Nobody else may have the file; a crash leaves a file
 * that is worth nothing.
 */
export function rekeyFile(sqlite: BetterSqlite.Database, key: DataKey | null): void {
  // What is undone by a crash is thrown away anyway, and a journal would hold the pages as they were.
  sqlite.pragma('journal_mode = MEMORY');
  chooseCipher(sqlite);
  sqlite.pragma(`rekey = '${key === null ? '' : rawKey(key)}'`);
}

/** A driver without ciphers ignores what it is told of them, and would write what is to be encrypted as it is. */
function chooseCipher(sqlite: BetterSqlite.Database): void {
  sqlite.pragma("cipher = 'aegis'");
  if (sqlite.pragma('cipher', { simple: true }) !== 'aegis') {
    sqlite.close();
    throw new Error('The driver of the database cannot encrypt.');
  }
  sqlite.pragma("algorithm = 'aegis-256'");
}

/** A key that is used as it is, and in place of the salt that would then do nothing the id, which the file begins with. */
function rawKey({ id, secret }: DataKey): string {
  return `raw:${secret}${id}`;
}

function isNew(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0;
}
