import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';
import { lastResortPages, openCheckpoints, type Checkpoint, type Checkpoints } from './checkpoints';
import { toWriteDb, type ReadDb, type WriteDb } from './connection';
import { applyWantedKey } from './convert-database';
import { damagedDatabase, hasDamageMark, markDamage } from './damage-mark';
import { toDatabaseError } from './database-error';
import { forgetAgreement, refuseMissing } from './former-use';
import { checkHealth, integrityThrough } from './health';
import { takeLock } from './folder-lock';
import { removeLeftovers } from './leftovers';
import { checkIdentity, migrate, readMigrations, type MigrationReport } from './migrate';
import { findChangedBlock, hasPageSums, notePageSums } from './page-sums';
import { busyTimeoutMs, configureReader, configureWriter, newPageBytes, readPragmas } from './pragmas';
import { openFile } from './open-file';
import { applyRestore, type RestoreReport } from './restore';
import { openReading } from './snapshot';
import { wantedKeyId } from './wanted-key';

export type { ReadDb, WriteDb } from './connection';

export const databaseFileName = 'smart-recruiting.db';
/** Where backups lie, in the data folder, unless the office chose a place of its own. */
export const backupFolderName = 'backup';

/** A file up to this size is checked at each start (about 100 ms); a bigger one beside its use, and before a migration. */
const checkedAtStartBytes = 64 * 1024 * 1024;

/** One open database: one reader, one writer, nobody else. */
export interface Database {
  readonly path: string;
  /** Opened beside the instance that writes: `write` always throws `database-locked`. */
  readonly isReadOnly: boolean;
  /** Whether whoever had it open before did not close it: its journal was still there. */
  readonly wasUnclean: boolean;
  readonly migration: MigrationReport;
  /** Whether the checksums of its pages are still to be compared, which keeps the file as it is until `standStill` is over. */
  readonly isUnproven: boolean;
  /** Runs `work` while nothing of the journal gets into the file, where its checksums are still to be compared. */
  standStill<T>(work: () => Promise<T>): Promise<T>;
  /** Why nothing is written any more; null while the database is sound as far as is known. */
  readonly damage: AppError | null;
  /** Has all later writes refused with `database-damaged`, and the next start ask what is to be done. */
  markDamaged(found: string): void;
  /** What became of a restore that was asked for before this start; null when none was. */
  readonly restore: RestoreReport | null;
  /** Why this start could not encrypt the database, or make it plain, as was asked for; the next one tries again. */
  readonly notAsWanted: AppError | null;
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
  /**
   * Takes what was erased out of the journal too, once it is overwritten in the file. Leaves it to the next time where
   * somebody reads just then.
   */
  emptyJournal(): Promise<void>;
  /** The pragmas of the writer as they are now; beside another instance those of the reader. */
  pragmas(): Readonly<Record<string, string | number>>;
  /** The same, and what SQLite's own check says. */
  examine(): { readonly pragmas: Readonly<Record<string, string | number>>; readonly integrity: string };
  /** Waits for the write that goes on, then gives the file back. */
  close(): Promise<void>;
  /** Gives the file back at once, without what is not committed: the system ends every program. Throws nothing. */
  closeNow(): void;
}

export interface DatabasePlace {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly now: Date;
  /** Why a backup that is to be restored is not to be asked for at this start (`bringRestore`). */
  readonly restoreFailure?: AppError | null;
  /** Takes what a large write left in the journal off the thread that writes; without it commits do that themselves. */
  readonly checkpoint?: Checkpoint;
}

/**
 * Opens the database of a data folder, making, restoring or migrating it where needed, and takes the folder's lock,
 * which dies with the process. Throws with a reason: `database-locked` (another instance), `database-newer`, `database-foreign`,
 * `database-damaged`, `database-missing` (there was one), `read-only`, `disk-full`, `key-needed`; `details.path` names the file.
 */
export function openDatabase(place: DatabasePlace): Database {
  const path = join(place.dataDir, databaseFileName);
  const opened: BetterSqlite.Database[] = [];
  try {
    mkdirSync(place.dataDir, { recursive: true });
    const lock = takeLock(path);
    opened.push(lock);
    removeLeftovers(path, join(place.dataDir, backupFolderName));
    const restore = applyRestore({ ...place, path, backupDir: join(place.dataDir, backupFolderName) });
    refuseMissing(path, join(place.dataDir, backupFolderName));
    const wasUnclean = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const isLarge = checkFile(path);
    const notAsWanted = applyWantedKey(place.dataDir, path);
    const writer = openFile(path, { newUnder: wantedKeyId(place.dataDir) });
    opened.push(writer);
    const migration = prepareWriter(writer, path, place);
    forgetAgreement(path);
    const reader = openFile(path, { readonly: true });
    opened.push(reader);
    configureReader(reader);
    const standing = isLarge && hasPageSums(path) ? standingReader(path) : null;
    if (standing) opened.push(standing);
    const { checkpoint } = place;
    if (checkpoint) writer.pragma(`wal_autocheckpoint = ${lastResortPages}`);
    const checkpoints = checkpoint && openCheckpoints(path, checkpoint);
    return databaseOf({
      ...{ path, wasUnclean, migration, restore, notAsWanted, lock, writer, reader, standing, checkpoints },
    });
  } catch (error) {
    for (const connection of opened.toReversed()) connection.close();
    throw toDatabaseError(error, path);
  }
}

/**
 * Throws `database-damaged` for a file that was found so, or that is not as it was closed; answers whether it is too large
 * for that to be looked at before it is used.
 */
function checkFile(path: string): boolean {
  if (hasDamageMark(path)) throw damagedDatabase(path, 'The database was found damaged.');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > checkedAtStartBytes) return true;
  const changed = findChangedBlock(path);
  if (changed !== null) throw damagedDatabase(path, `The file is not as it was closed, from byte ${changed} on.`);
  return false;
}

/** While somebody reads what stood in the file before its journal, SQLite brings nothing of the journal into it. */
function standingReader(path: string): BetterSqlite.Database {
  const standing = openFile(path, { readonly: true });
  standing.exec('BEGIN');
  standing.prepare('select count(*) from sqlite_schema').get();
  return standing;
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
  readonly wasUnclean: boolean;
  readonly migration: MigrationReport;
  readonly restore: RestoreReport | null;
  readonly notAsWanted?: AppError | null;
  /** Null in a thread beside the one that holds the folder. */
  readonly lock: BetterSqlite.Database | null;
  readonly writer: BetterSqlite.Database;
  readonly reader: BetterSqlite.Database;
  /** Open while the pages of a large file are still to be compared. */
  readonly standing?: BetterSqlite.Database | null;
  readonly checkpoints?: Checkpoints | undefined;
}

/** A database over connections that are configured; it closes them. */
export function databaseOf(parts: OpenParts): Database {
  const { path, wasUnclean, migration, restore, lock, writer, reader, checkpoints } = parts;
  const reading = openReading(path, reader);
  const writeDb = toWriteDb(writer);
  const insideWrite = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  let standing = parts.standing ?? null;
  let damage: AppError | null = null;
  const endStanding = (): void => {
    standing?.close();
    standing = null;
  };

  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    if (insideWrite.getStore()) return Promise.reject(new Error('A write inside a write would wait for itself.'));
    const result = last.then(() => {
      if (closed) throw new AppError('unavailable', 'The database is closed.');
      if (damage) throw damage;
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

  const giveBack = (): void => {
    endStanding();
    reader.close();
    writer.close();
    if (lock) notePageSums(path);
    lock?.close();
  };

  return {
    path,
    isReadOnly: false,
    wasUnclean,
    isUnproven: standing !== null,
    async standStill(work) {
      try {
        return await work();
      } finally {
        endStanding();
      }
    },
    get damage() {
      return damage;
    },
    markDamaged(found) {
      damage ??= damagedDatabase(path, found);
      markDamage(path, found);
    },
    migration,
    restore,
    notAsWanted: parts.notAsWanted ?? null,
    get read() {
      return reading.read;
    },
    snapshot: (work) => reading.snapshot(work),
    write: (work) => inLine(() => transact(work)),
    lend: (work) => inLine(() => insideWrite.run(true, () => work(path))),
    emptyJournal: () =>
      inLine(() => {
        // Nobody waits for those who read.
        writer.pragma('busy_timeout = 0');
        try {
          writer.pragma('wal_checkpoint(TRUNCATE)');
        } finally {
          writer.pragma(`busy_timeout = ${busyTimeoutMs}`);
        }
        return Promise.resolve();
      }),
    pragmas: () => readPragmas(writer),
    examine() {
      return { pragmas: readPragmas(writer), integrity: integrityThrough(reader, path) };
    },
    async close() {
      if (closed) return;
      await last;
      closed = true;
      await checkpoints?.over();
      giveBack();
    },
    closeNow() {
      if (closed) return;
      closed = true;
      try {
        if (writer.inTransaction) writer.exec('ROLLBACK');
        giveBack();
      } catch {
        // Rows are being read just now: the journal has all that was committed, and the next start looks at it.
      }
    },
  };
}
