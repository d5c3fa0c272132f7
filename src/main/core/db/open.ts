import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';
import { lastResortPages, openCheckpoints, type Checkpoint, type Checkpoints } from './checkpoints';
import { toWriteDb, type ReadDb, type WriteDb } from './connection';
import { toDatabaseError } from './database-error';
import { checkHealth } from './health';
import { checkIdentity, migrate, readMigrations, type MigrationReport } from './migrate';
import { configureReader, configureWriter, readPragmas } from './pragmas';
import { applyRestore, type RestoreReport } from './restore';
import { openReading } from './snapshot';
import { watchSlowStatements, type OnSlowStatement } from './watch-slow';

export type { ReadDb, WriteDb } from './connection';

export const databaseFileName = 'smart-recruiting.db';
const lockFileName = 'smart-recruiting.lock';
/** Where backups lie, in the data folder, unless the office chose a place of its own. */
export const backupFolderName = 'backup';

/** A file up to this size is checked at each start (about 50 ms); a bigger one only before a migration. */
const checkedAtStartBytes = 64 * 1024 * 1024;

/**
 * Rows of an offer and of an imported line take 1 to 2 KB: two fit in a page of the usual 4 KB, which leaves a fifth of
 * it empty. With 16 KB an import of 30,000 offers took a quarter less CPU time and its commit half of the time.
 */
const newPageBytes = 16_384;

/** Long enough for a former instance to finish closing, short enough to be told at once. */
const lockWaitMs = 300;

/** One open database: one reader, one writer, nobody else. */
export interface Database {
  readonly path: string;
  /** Opened beside the instance that writes: `write` always throws `database-locked`. */
  readonly isReadOnly: boolean;
  readonly migration: MigrationReport;
  /** What became of a restore that was asked for before this start; null when none was. */
  readonly restore: RestoreReport | null;
  /** Sees what is committed. While a write goes on it sees the state from before. */
  readonly read: ReadDb;
  /**
   * Runs `work` with a `read` of its own, which sees the state of this moment to the end whatever is written meanwhile:
   * for work of several turns whose rows have to fit together. Throws what `work` throws.
   */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Runs `work` in a transaction: committed when it ends, rolled back as a whole when it throws. Writes wait for each
   * other, so `work` may await between batches and nobody sees, or joins, half of it. Calling `write` inside of `work`
   * is a mistake and throws. Throws what `work` throws, and `disk-full`, `read-only`, `database-damaged`.
   */
  write<T>(work: (db: WriteDb) => T | Promise<T>): Promise<T>;
  /**
   * Keeps everybody from writing while `work` has another thread write to the file at `path`. Stands in the same line as
   * `write`, and throws what `work` throws.
   */
  lend<T>(work: (path: string) => Promise<T>): Promise<T>;
  /** The pragmas of the writer as they are now; beside another instance those of the reader. */
  pragmas(): Readonly<Record<string, string | number>>;
  /** The same, and what SQLite's own check says. */
  examine(): { readonly pragmas: Readonly<Record<string, string | number>>; readonly integrity: string };
  /** Waits for the write that goes on, then gives the file back. */
  close(): Promise<void>;
}

export interface DatabasePlace {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly now: Date;
  /** Told of statements that took longer than 50 ms. */
  readonly onSlowStatement?: OnSlowStatement;
  /** Takes what a large write left in the journal off the thread that writes; without it commits do that themselves. */
  readonly checkpoint?: Checkpoint;
}

/**
 * Opens the database of a data folder, making, restoring or migrating it where needed, and takes the folder's lock,
 * which dies with the process. Throws with a reason: `database-locked` (another instance), `database-newer`, `database-foreign`,
 * `database-damaged`, `read-only`, `disk-full`; `details.path` names the file.
 */
export function openDatabase(place: DatabasePlace): Database {
  const path = join(place.dataDir, databaseFileName);
  const opened: BetterSqlite.Database[] = [];
  try {
    mkdirSync(place.dataDir, { recursive: true });
    const lock = takeLock(join(place.dataDir, lockFileName));
    opened.push(lock);
    const restore = applyRestore({ ...place, path, backupDir: join(place.dataDir, backupFolderName) });
    const writer = new BetterSqlite(path);
    opened.push(writer);
    const migration = prepareWriter(writer, path, place);
    const reader = new BetterSqlite(path, { readonly: true });
    opened.push(reader);
    configureReader(reader);
    const { onSlowStatement, checkpoint } = place;
    if (checkpoint) writer.pragma(`wal_autocheckpoint = ${lastResortPages}`);
    const checkpoints = checkpoint && openCheckpoints(path, checkpoint);
    if (onSlowStatement) for (const connection of [writer, reader]) watchSlowStatements(connection, onSlowStatement);
    return databaseOf({ path, migration, restore, lock, writer, reader, checkpoints });
  } catch (error) {
    for (const connection of opened.toReversed()) connection.close();
    throw toDatabaseError(error, path);
  }
}

/** The lock is a database of its own: an exclusive transaction is the one lock that works alike on every system. */
function takeLock(path: string): BetterSqlite.Database {
  const lock = new BetterSqlite(path, { timeout: lockWaitMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

function prepareWriter(writer: BetterSqlite.Database, path: string, place: DatabasePlace): MigrationReport {
  const migrations = readMigrations(place.migrationsDir);
  writer.pragma('trusted_schema = OFF');
  // Takes effect in a file that is still empty; an older one keeps what it was made with.
  writer.pragma(`page_size = ${newPageBytes}`);
  // Before the first write: another program's file must stay byte for byte as it is.
  checkIdentity(writer, migrations, path);
  if (statSync(path).size <= checkedAtStartBytes) checkHealth(writer, path);
  configureWriter(writer);
  return migrate(writer, migrations, { path, backupDir: join(place.dataDir, backupFolderName), now: place.now });
}

interface OpenParts {
  readonly path: string;
  readonly migration: MigrationReport;
  readonly restore: RestoreReport | null;
  /** Null in a thread beside the one that holds the folder. */
  readonly lock: BetterSqlite.Database | null;
  readonly writer: BetterSqlite.Database;
  readonly reader: BetterSqlite.Database;
  readonly checkpoints?: Checkpoints | undefined;
}

/** A database over connections that are configured; it closes them. */
export function databaseOf(parts: OpenParts): Database {
  const { path, migration, restore, lock, writer, reader, checkpoints } = parts;
  const reading = openReading(path, reader);
  const writeDb = toWriteDb(writer);
  const insideWrite = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    if (insideWrite.getStore()) return Promise.reject(new Error('A write inside a write would wait for itself.'));
    const result = last.then(() => {
      if (closed) throw new AppError('unavailable', 'The database is closed.');
      return work();
    });
    last = result.then(
      () => checkpoints?.committed(),
      () => undefined,
    );
    return result;
  };

  const transact = async <T>(work: (db: WriteDb) => T | Promise<T>): Promise<T> => {
    try {
      writer.exec('BEGIN IMMEDIATE');
      const result = await insideWrite.run(true, async () => await work(writeDb));
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk makes SQLite roll back on its own.
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw toDatabaseError(error, path);
    }
  };

  return {
    path,
    isReadOnly: false,
    migration,
    restore,
    get read() {
      return reading.read;
    },
    snapshot: (work) => reading.snapshot(work),
    write: (work) => inLine(() => transact(work)),
    lend: (work) => inLine(() => insideWrite.run(true, () => work(path))),
    pragmas: () => readPragmas(writer),
    examine() {
      const integrity = reader.pragma('integrity_check(1)', { simple: true });
      return { pragmas: readPragmas(writer), integrity: String(integrity) };
    },
    async close() {
      if (closed) return;
      await last;
      closed = true;
      await checkpoints?.over();
      reader.close();
      writer.close();
      lock?.close();
    },
  };
}
