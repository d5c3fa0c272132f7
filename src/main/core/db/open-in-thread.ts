import BetterSqlite from 'better-sqlite3';
import { toDatabaseError } from './database-error';
import { databaseOf, type Database } from './open';
import { configureReader, configureWriter } from './pragmas';

/**
 * Opens, in another thread of the same process, the database that the application has open at `path`. Its core has to
 * be lending it (`Database.lend`): nobody else may write. Throws what opening and writing throw.
 */
export function openDatabaseInThread(path: string): Database {
  const opened: BetterSqlite.Database[] = [];
  try {
    const writer = new BetterSqlite(path, { fileMustExist: true });
    opened.push(writer);
    configureWriter(writer);
    const reader = new BetterSqlite(path, { readonly: true });
    opened.push(reader);
    configureReader(reader);
    return databaseOf({ path, migration: { applied: 0, backupPath: null }, lock: null, writer, reader });
  } catch (error) {
    for (const connection of opened.toReversed()) connection.close();
    throw toDatabaseError(error, path);
  }
}
