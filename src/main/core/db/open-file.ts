import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKey, heldDataKeys, keyFileName, keyIdOf, type DataKey } from './data-keys';
import { watchSlowStatements } from './watch-slow';

/** AEGIS-256, which authenticates each page (docs/decisions/0027-encryption-at-rest.md). */
export const cipherName = 'AEGIS-256';

export interface OpenFileOptions extends BetterSqlite.Options {
  /** The id of the key that a file is made under that is not there yet; null, as by default, makes it plain. */
  readonly newUnder?: string | null;
}

/**
 * Opens a database file, plain or under one of the keys that this thread holds; the only place that does. Throws what
 * opening throws, and `key-needed` for a file under a key that was not given yet, when the key's own file lies beside it. Any
 * other file that cannot be read as a database is left to SQLite, which says that it is none.
 */
export function openFile(path: string, options: OpenFileOptions = {}): BetterSqlite.Database {
  const sqlite = openUnwatched(path, options);
  watchSlowStatements(sqlite);
  return sqlite;
}

function openUnwatched(path: string, { newUnder = null, ...options }: OpenFileOptions): BetterSqlite.Database {
  if (isNew(path)) return openUnder(path, newUnder === null ? null : heldOrNeeded(path, newUnder), options);
  const opened = openByTrying(path, options);
  if (opened) return opened.sqlite;
  // Whoever has it open can read it: its locks are nobody's here.
  const id = keyIdOf(path);
  const isUnderKey = id !== null && (heldDataKey(id) !== undefined || existsSync(join(dirname(path), keyFileName(id))));
  return openUnder(path, isUnderKey ? heldOrNeeded(path, id) : null, options);
}

/** The id of the key that a file is under which may be open; null for one that is plain, not there, or not to be read. */
export function openedKeyId(path: string): string | null {
  if (isNew(path)) return null;
  const opened = openByTrying(path, { fileMustExist: true });
  opened?.sqlite.close();
  return opened?.keyId ?? null;
}

interface Opened {
  readonly sqlite: BetterSqlite.Database;
  readonly keyId: string | null;
}

/**
 * Finds out by trying which held key a file is under. Its first bytes would tell, but a program that closes a database file
 * which it has read by itself takes away the locks of its connections (https://sqlite.org/howtocorrupt.html, 2.2).
 */
function openByTrying(path: string, options: BetterSqlite.Options): Opened | null {
  for (const key of [...heldDataKeys(), null]) {
    const sqlite = openUnder(path, key, options);
    if (isReadable(sqlite)) return { sqlite, keyId: key?.id ?? null };
    sqlite.close();
  }
  return null;
}

/** Throws what keeps anybody from telling, such as a lock. */
function isReadable(sqlite: BetterSqlite.Database): boolean {
  try {
    sqlite.pragma('schema_version');
    return true;
  } catch (error) {
    const code = error instanceof BetterSqlite.SqliteError ? error.code : '';
    if (code === 'SQLITE_NOTADB') return false;
    // What is damaged behind its first page can be opened; of anything else nobody can tell.
    if (code.startsWith('SQLITE_CORRUPT')) return true;
    sqlite.close();
    throw error;
  }
}

function openUnder(path: string, key: DataKey | null, options: BetterSqlite.Options): BetterSqlite.Database {
  const sqlite = new BetterSqlite(path, options);
  // In a file they would lie in the clear, also of a database under a key.
  sqlite.pragma('temp_store = MEMORY');
  if (key) {
    chooseCipher(sqlite);
    sqlite.pragma(`key = '${rawKey(key)}'`);
  }
  return sqlite;
}

function heldOrNeeded(path: string, id: string): DataKey {
  const key = heldDataKey(id);
  if (!key) throw keyNeeded(path, id);
  return key;
}

/** What a file is refused with whose key somebody has to give first. */
export function keyNeeded(path: string, keyId: string): AppError {
  return new AppError('unavailable', 'The file is encrypted.', 'key-needed', { path, keyId });
}

/** What one is refused with whose key lies in no file that could be opened. */
export function keyFileMissing(path: string): AppError {
  return new AppError('unavailable', 'The key file is missing or damaged.', 'key-file-missing', { path });
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
