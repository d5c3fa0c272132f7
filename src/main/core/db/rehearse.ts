import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { checkChecksum } from './checksum';
import { examineDatabase, peekVersion, type DatabaseContent } from './copy-database';
import { toDatabaseError } from './database-error';
import { damageOr, integrityThrough } from './health';
import { openFile } from './open-file';

/**
 * Does with the backup at `path` what a restore would do, but at `place`, where nothing may lie: copies it, compares its
 * checksum, opens it, checks it whole and counts it; then removes it again. Throws what would keep it from being restored.
 */
export function rehearseRestore(path: string, place: string): DatabaseContent {
  try {
    // The key file of a backup lies beside it, and not at the other place.
    peekVersion(path);
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(path, place);
    checkChecksum(place, path);
    return examineDatabase(place);
  } catch (error) {
    throw toDatabaseError(error, path);
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${place}${suffix}`, { force: true });
  }
}

/** What SQLite's whole check says of the database at `path`, beside those who use it: `ok`, or the first thing that is wrong. */
export function integrityOf(path: string): string {
  let sqlite: BetterSqlite.Database | null = null;
  try {
    sqlite = openFile(path, { readonly: true, fileMustExist: true });
    return integrityThrough(sqlite, path);
  } catch (error) {
    return damageOr(error, path);
  } finally {
    sqlite?.close();
  }
}
