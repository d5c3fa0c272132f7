import type BetterSqlite from 'better-sqlite3';
import { toReadDb, type ReadDb } from './connection';
import { toDatabaseError } from './database-error';
import { databaseOf, type Database } from './open';
import { configureReader, configureWriter } from './pragmas';
import { openFile } from './open-file';

/**
 * Opens, in another thread of the same process, the database that the application has open at `path`. Its core has to
 * be lending it (`Database.lend`): nobody else may write. Throws what opening and writing throw.
 */
export function openDatabaseInThread(path: string): Database {
  const opened: BetterSqlite.Database[] = [];
  try {
    const writer = openFile(path, { fileMustExist: true });
    opened.push(writer);
    configureWriter(writer);
    const reader = openFile(path, { readonly: true });
    opened.push(reader);
    configureReader(reader);
    return databaseOf({
      path,
      wasUnclean: false,
      migration: { applied: 0, backupPath: null },
      restore: null,
      lock: null,
      writer,
      reader,
    });
  } catch (error) {
    for (const connection of opened.toReversed()) connection.close();
    throw toDatabaseError(error, path);
  }
}

/** A connection that sees what is committed, for a thread that only reads; whoever opens it closes it. */
export interface ReadConnection {
  readonly read: ReadDb;
  close(): void;
}

/** Opens the database at `path` for reading alone, beside whoever writes it. Throws what opening throws. */
export function openReadConnection(path: string): ReadConnection {
  let reader: BetterSqlite.Database | null = null;
  try {
    const opened = openFile(path, { readonly: true, fileMustExist: true });
    reader = opened;
    configureReader(opened);
    return { read: toReadDb(opened), close: () => void opened.close() };
  } catch (error) {
    reader?.close();
    throw toDatabaseError(error, path);
  }
}
