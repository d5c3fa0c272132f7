import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';
import { toDatabaseError } from './database-error';
import { damagedDatabase, hasDamageMark } from './damage-mark';
import { integrityThrough, versionOf } from './health';
import { checkIdentity, readMigrations } from './migrate';
import { databaseFileName, type Database } from './open';
import { configureReader, readPragmas } from './pragmas';
import { openReading } from './snapshot';
import { openFile } from './open-file';

/** Pragmas that are the file's and not the connection's: those of the instance that writes cannot be seen from here. */
const pragmasOfFile = ['journal_mode', 'application_id', 'user_version', 'page_size'];

/**
 * Opens the database of a data folder for reading only, beside the instance that holds it. Throws `database-locked`
 * where it has not the schema of this version (the other instance is just making it), and what `openDatabase` throws.
 */
export function openDatabaseBeside(place: { readonly dataDir: string; readonly migrationsDir: string }): Database {
  const path = join(place.dataDir, databaseFileName);
  if (!existsSync(path)) throw locked(path);
  let reader: BetterSqlite.Database | null = null;
  try {
    reader = openFile(path, { readonly: true, fileMustExist: true });
    const migrations = readMigrations(place.migrationsDir);
    checkIdentity(reader, migrations, path);
    if (versionOf(reader) < migrations.length) throw locked(path);
    configureReader(reader);
    return readingDatabase(path, reader);
  } catch (error) {
    reader?.close();
    throw toDatabaseError(error, path);
  }
}

function readingDatabase(path: string, reader: BetterSqlite.Database): Database {
  const reading = openReading(path, reader);
  const pragmas = (): Readonly<Record<string, string | number>> =>
    Object.fromEntries(Object.entries(readPragmas(reader)).filter(([name]) => pragmasOfFile.includes(name)));
  return {
    path,
    isReadOnly: true,
    wasUnclean: false,
    isUnproven: false,
    standStill: (work) => work(),
    damage: hasDamageMark(path) ? damagedDatabase(path, 'The other instance found it damaged.') : null,
    markDamaged: () => undefined,
    migration: { applied: 0, backupPath: null },
    restore: null,
    notAsWanted: null,
    get read() {
      return reading.read;
    },
    snapshot: (work) => reading.snapshot(work),
    write: () => Promise.reject(locked(path)),
    lend: () => Promise.reject(locked(path)),
    emptyJournal: () => Promise.reject(locked(path)),
    pragmas,
    examine() {
      return { pragmas: pragmas(), integrity: integrityThrough(reader, path) };
    },
    close() {
      reader.close();
      return Promise.resolve();
    },
    closeNow: () => void reader.close(),
  };
}

function locked(path: string): AppError {
  return new AppError('conflict', 'Another instance holds the database.', 'database-locked', { path });
}
