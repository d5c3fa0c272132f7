import { AsyncLocalStorage } from 'node:async_hooks';
import type BetterSqlite from 'better-sqlite3';
import { toReadDb, type ReadDb } from './connection';
import { configureReader } from './pragmas';
import { openFile } from './open-file';

/** What reads a database: the connection that all share, or within a snapshot one that stands still. */
export interface Reading {
  readonly read: ReadDb;
  /** See `Database.snapshot`. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
}

/** Reads the database at `path`, whose shared connection is open already. */
export function openReading(path: string, reader: BetterSqlite.Database): Reading {
  const shared = toReadDb(reader);
  const standing = new AsyncLocalStorage<ReadDb>();
  return {
    get read() {
      return standing.getStore() ?? shared;
    },
    async snapshot(work) {
      const connection = openFile(path, { readonly: true });
      try {
        configureReader(connection);
        connection.exec('BEGIN');
        // The transaction stands still from its first read on.
        connection.prepare('select count(*) from sqlite_schema').get();
        return await standing.run(toReadDb(connection), work);
      } finally {
        connection.close();
      }
    },
  };
}
