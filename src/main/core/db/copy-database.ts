import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type BetterSqlite from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import { databaseIdSchema, noDatabaseId } from '../../../shared/domain/backup';
import { hasRightChecksum, writeChecksum } from './checksum';
import { heldDataKey, keyIdOf } from './data-keys';
import { toDatabaseError } from './database-error';
import { checkHealth, versionOf } from './health';
import { applicationId } from './pragmas';
import { renamePatiently } from './rename-patiently';
import { syncFile, syncName } from './sync';
import { keyFileMissing, openFile } from './open-file';

/** What a database file was found to hold. */
export const databaseContentSchema = z.object({
  sizeBytes: z.int().nonnegative(),
  /** How many migrations it has seen. */
  version: z.int().nonnegative(),
  offers: z.int().nonnegative(),
  formations: z.int().nonnegative(),
  companies: z.int().nonnegative(),
});
export type DatabaseContent = z.infer<typeof databaseContentSchema>;

/**
 * Copies the database at `path`, which others may be using, to `target`, all but what students asked to be kept for a
 * time: an erased profile must not live on in a copy, nor come back from one. The copy is made beside its place, checked
 * whole, counted, synced and renamed, so that what stands at `target` is a whole database or what stood there before; its
 * checksum stands beside it. Throws `disk-full`, `read-only`, `database-damaged`; `details.path` names the file that it is about.
 */
export function copyDatabase(path: string, target: string): DatabaseContent {
  const half = partOf(target);
  try {
    mkdirSync(dirname(target), { recursive: true });
    // What an earlier crash left.
    rmSync(half, { force: true });
    const version = vacuumInto(path, half);
    leaveCandidatesOut(half);
    const content = examineDatabase(half);
    if (content.version !== version) throw new Error(`The copy of ${path} is not at version ${version}.`);
    syncFile(half);
    // First: a copy without its checksum would count as one of an earlier version, which is not compared.
    writeChecksum(half, target);
    renamePatiently(half, target);
    syncName(target);
    return content;
  } catch (error) {
    // Half a copy would look like a whole one to whoever needs it.
    if (existsSync(half)) rmSync(half);
    throw toDatabaseError(error, target);
  }
}

/** Where a copy lies until it is whole. */
function partOf(target: string): string {
  return `${target}.part`;
}

/** How often a copy that another thread makes is looked at. */
const lookEveryMs = 5;

/**
 * Resolves once a copy to `target`, which another thread makes until `over` is settled, holds the state of before,
 * whatever is committed from now on: SQLite reads all of it in one transaction, so there is nothing in the file before that
 * has begun. Never throws.
 */
export async function copyStands(target: string, over: Promise<unknown>): Promise<void> {
  let isOver = false;
  const ended = over.then(
    () => void (isOver = true),
    () => void (isOver = true),
  );
  const isBegun = (): boolean => (statSync(partOf(target), { throwIfNoEntry: false })?.size ?? 0) > 0;
  while (!isOver && !isBegun()) await Promise.race([ended, delay(lookEveryMs)]);
}

/** Copies a database as it is, under the key that it is under; answers with its version. Throws as `copyDatabase`. */
export function vacuumInto(path: string, target: string): number {
  const source = openFile(path, { readonly: true, fileMustExist: true });
  try {
    // SQLite fills an empty file as it finds it: nobody else on the PC is to read this one.
    closeSync(openSync(target, 'w', 0o600));
    source.prepare('VACUUM INTO ?').run(target);
    return versionOf(source);
  } catch (error) {
    const known = toDatabaseError(error, path);
    // Of the two files, a damaged one is the one that was read; whatever else fails, fails where it is written.
    throw known instanceof AppError && known.reason === 'database-damaged' ? known : error;
  } finally {
    source.close();
  }
}

/** A copy of an older version has none to leave out. */
function leaveCandidatesOut(copy: string): void {
  const sqlite = openFile(copy, { fileMustExist: true });
  try {
    const isThere = sqlite.prepare("select 1 from sqlite_schema where type = 'table' and name = 'candidate'").get();
    if (!isThere || !sqlite.prepare('select 1 from candidate limit 1').get()) return;
    // Nobody else has the file, and a crash leaves a part that is thrown away.
    sqlite.pragma('journal_mode = MEMORY');
    sqlite.pragma('secure_delete = ON');
    sqlite.prepare('delete from candidate').run();
  } finally {
    sqlite.close();
  }
}

/**
 * Opens a database file that nobody uses, checks it whole and counts what is in it. Throws `database-damaged`, and
 * `database-foreign` for a file that is not of this application.
 */
export function examineDatabase(path: string): DatabaseContent {
  return opened(path, (sqlite) => {
    checkHealth(sqlite, path);
    const count = (table: string): number => Number(sqlite.prepare(`select count(*) from ${table}`).pluck().get());
    return {
      ...{ sizeBytes: statSync(path).size, version: versionOf(sqlite) },
      ...{ offers: count('offer'), formations: count('formation'), companies: count('company') },
    };
  });
}

/**
 * Does something with a database of this application; throws `database-foreign`, `database-damaged`, `key-needed`, and
 * `key-file-missing` for a backup that is as it was written and whose key has no file beside it.
 */
function opened<T>(path: string, work: (sqlite: BetterSqlite.Database) => T): T {
  let sqlite: BetterSqlite.Database | null = null;
  try {
    sqlite = openFile(path, { readonly: true, fileMustExist: true });
    sqlite.pragma('trusted_schema = OFF');
    if (sqlite.pragma('application_id', { simple: true }) !== applicationId) {
      throw new AppError('unavailable', 'The file belongs to another program.', 'database-foreign', { path });
    }
    return work(sqlite);
  } catch (error) {
    const known = toDatabaseError(error, path);
    const isUnread = known instanceof AppError && known.reason === 'database-damaged';
    throw isUnread && isLocked(path) ? keyFileMissing(path) : known;
  } finally {
    sqlite?.close();
  }
}

/** Whether a file that cannot be read as a database is one under a key that is not there: its checksum says that it is whole. */
function isLocked(path: string): boolean {
  const id = keyIdOf(path);
  return id !== null && !heldDataKey(id) && hasRightChecksum(path);
}

/** The version of a database of this application, without a check of its pages. Throws as `examineDatabase`. */
export function peekVersion(path: string): number {
  return opened(path, versionOf);
}

/** The highest id that each table of a database of this application ever gave. Throws as `examineDatabase`. */
export function peekLastIds(path: string): ReadonlyMap<string, number> {
  return opened(path, (sqlite) => {
    return new Map(sqlite.prepare<[], [string, number]>('select name, seq from sqlite_sequence').raw().all());
  });
}

/** What tells this database's backups from others', where one was ever asked for. Throws as `examineDatabase`. */
export function databaseIdOf(path: string): string {
  return opened(path, (sqlite) => {
    const id = sqlite.prepare("select value ->> '$' from setting where key = 'databaseId'").pluck().get();
    const known = databaseIdSchema.safeParse(id);
    return known.success ? known.data : noDatabaseId;
  });
}
