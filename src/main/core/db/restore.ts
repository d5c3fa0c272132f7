import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import { backupFileName, damagedSuffix, noDatabaseId } from '../../../shared/domain/backup';
import { toBackupError } from './backup-error';
import { emptyJournal } from './checkpoints';
import type { BackupFiles } from '../ports';
import { checkChecksum, checksumPathOf, removeChecksum, removeWithChecksum } from './checksum';
import { copyDatabase, databaseIdOf, examineDatabase } from './copy-database';
import { copyReadable } from './copy-readable';
import { forgetDamage } from './damage-mark';
import { toDatabaseError } from './database-error';
import { readMigrations } from './migrate';
import { renamePatiently } from './rename-patiently';
import { removeSearchFile } from './search-file';
import { syncFile, syncName } from './sync';

/** Stands in the data folder while a backup waits to take the database's place at the next start. */
const requestFileName = 'restore.json';
/** A backup that is to be restored and lies elsewhere is brought here first. */
const broughtFileName = 'restore.db';
const requestSchema = z.object({ path: z.string() });

/** What became of a restore that was asked for; one that is postponed is tried again at the next start. */
export interface RestoreReport {
  readonly state: 'restored' | 'refused' | 'postponed';
  /** The backup that was to be restored. */
  readonly path: string;
  /** Where the database that it replaced was kept, null when there was none or nothing was replaced. */
  readonly formerPath: string | null;
  /** Why it was refused or postponed; null when it was done. */
  readonly failure: AppError | null;
}

/** Asks for a backup to take the database's place at the next start. The last one asked for counts. */
export function requestRestore(dataDir: string, path: string): void {
  const target = join(dataDir, requestFileName);
  const half = `${target}.part`;
  // Of one that was asked for before.
  removeWithChecksum(join(dataDir, broughtFileName));
  writeFileSync(half, JSON.stringify({ path }), { flush: true });
  renameSync(half, target);
  syncName(target);
}

export function cancelRestore(dataDir: string): void {
  rmSync(join(dataDir, requestFileName), { force: true });
  removeWithChecksum(join(dataDir, broughtFileName));
}

/** The backup that is to be restored at the next start; null when there is none. */
export function requestedRestore(dataDir: string): string | null {
  const path = join(dataDir, requestFileName);
  if (!existsSync(path)) return null;
  try {
    return requestSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).path;
  } catch {
    // Not written by us: nothing can be made of it.
    return null;
  }
}

/**
 * Brings the backup that is to be restored to the data folder, unless it lies there: a start must not hang on a share. Answers
 * with why it is not to be asked for now, null where it may be: there or not, its folder answers. Throws nothing.
 */
export async function bringRestore(
  dataDir: string,
  files: Pick<BackupFiles, 'fetch' | 'read'>,
): Promise<AppError | null> {
  const path = requestedRestore(dataDir);
  if (path === null || restoreAtHand(dataDir) !== null) return null;
  const here = join(dataDir, broughtFileName);
  try {
    const sum = await files.read(checksumPathOf(path));
    if (sum === null) removeChecksum(here);
    else writeFileSync(checksumPathOf(here), sum, { flush: true });
    await files.fetch(path, here);
    return null;
  } catch (error) {
    removeWithChecksum(here);
    return error instanceof AppError && error.reason === 'folder-silent' ? error : null;
  }
}

/** Where the backup that is to be restored lies on this PC; null when it is out of reach, or none is asked for. */
export function restoreAtHand(dataDir: string): string | null {
  const path = requestedRestore(dataDir);
  if (path === null || path.startsWith(join(dataDir, sep))) return path;
  const here = join(dataDir, broughtFileName);
  return existsSync(here) ? here : null;
}

/** What keeps a backup from ever being restored; anything else may be over at the next start. */
const refusals: ReadonlySet<AppError['reason']> = new Set([
  ...([
    'backup-gone',
    'backup-damaged',
    'database-foreign',
    'database-newer',
    'key-needed',
    'key-file-missing',
  ] as const),
]);

interface RestorePlace {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly path: string;
  readonly backupDir: string;
  readonly now: Date;
  /** Why the backup is not to be asked for now (`bringRestore`). */
  readonly restoreFailure?: AppError | null;
}

/**
 * Puts the backup that was asked for in the place of the database at `path`, which nobody may have open. The former
 * database is kept in `backupDir`, so that a restore can be taken back; one that is damaged is kept as it is. A backup
 * that is worth nothing is refused and the database stays; where it is only out of reach now, the next start tries again. After
 * a crash at any point the next start does it again. Throws nothing.
 */
export function applyRestore(place: RestorePlace): RestoreReport | null {
  const { dataDir, path } = place;
  const backupPath = requestedRestore(dataDir);
  if (backupPath === null) return null;
  const { restoreFailure } = place;
  if (restoreFailure) return { state: 'postponed', path: backupPath, formerPath: null, failure: restoreFailure };
  const incoming = `${path}.restoring`;
  try {
    bringIn(place, backupPath, incoming);
    const formerPath = existsSync(path) ? keepFormer(place) : null;
    // It may agree by chance with the state that comes back; a kill behind the renaming must not leave it there.
    removeSearchFile(dataDir);
    // A journal belongs to the database that goes; beside the one that comes it would be taken for its own.
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    renamePatiently(incoming, path);
    syncName(path);
    cancelRestore(dataDir);
    forgetDamage(path);
    return { state: 'restored', path: backupPath, formerPath, failure: null };
  } catch (error) {
    // The database is still the former one.
    rmSync(incoming, { force: true });
    const failure = told(error, path);
    const isRefused = refusals.has(failure.reason) && failure.details['path'] === backupPath;
    if (isRefused) cancelRestore(dataDir);
    return { state: isRefused ? 'refused' : 'postponed', path: backupPath, formerPath: null, failure };
  }
}

function told(error: unknown, path: string): AppError {
  const known = toDatabaseError(error, path);
  if (known instanceof AppError) return known;
  return new AppError('unavailable', String(error), null, { path }, { cause: error });
}

/** Fetches a backup, synced, to `incoming` and looks whether it can be used; what is wrong with it names `backupPath`. */
function bringIn({ dataDir, migrationsDir }: RestorePlace, backupPath: string, incoming: string): void {
  const source = restoreAtHand(dataDir) ?? backupPath;
  if (source === backupPath) refuseUnreachable(backupPath);
  try {
    copyFileSync(source, incoming);
    // Renamed before its content is on the disk, it could take the place of the database as an empty file.
    syncFile(incoming);
  } catch (error) {
    const known = toDatabaseError(error, incoming);
    // What the disk of the database has no part in, its way to the backup has.
    throw known instanceof AppError && known.reason !== 'database-damaged' ? known : outOfReach(backupPath, error);
  }
  try {
    checkChecksum(incoming, source);
    const { version } = examineDatabase(incoming);
    const known = readMigrations(migrationsDir).length;
    if (version > known) {
      throw new AppError('unavailable', 'A newer version made the backup.', 'database-newer', { path: incoming });
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw outOfReach(backupPath, error);
    throw toBackupError(error, backupPath, error);
  }
}

/** A share that is away, or a file that another program holds, is there again some other day; one that was removed is not. */
function refuseUnreachable(backupPath: string): void {
  try {
    closeSync(openSync(backupPath, 'r'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing || !existsSync(dirname(backupPath))) throw outOfReach(backupPath, error);
    throw new AppError('not-found', 'The backup is gone.', 'backup-gone', { path: backupPath }, { cause: error });
  }
}

function outOfReach(backupPath: string, cause: unknown): AppError {
  const details = { folder: dirname(backupPath) };
  return new AppError('unavailable', 'The folder of the backup is out of reach.', 'folder-away', details, { cause });
}

/** Keeps a copy of the database and leaves nothing of it in its journal. Throws when no copy can be made. */
function keepFormer({ path, backupDir, now }: RestorePlace): string {
  const named = (databaseId: string): string =>
    join(backupDir, backupFileName({ databaseId, at: now.toISOString(), reason: 'restore' }));
  try {
    const target = named(databaseIdOf(path));
    copyDatabase(path, target);
    // So that nothing is lost if the file cannot be replaced after its journal went.
    emptyJournal(path);
    return target;
  } catch (error) {
    if (!isUnreadable(toDatabaseError(error, path))) throw error;
    // A damaged database is what one restores from: it is kept byte for byte, for whoever can still read in it.
    const damaged = `${named(noDatabaseId)}${damagedSuffix}`;
    mkdirSync(backupDir, { recursive: true });
    for (const suffix of ['', '-wal']) {
      if (existsSync(`${path}${suffix}`)) copyReadable(`${path}${suffix}`, `${damaged}${suffix}`);
    }
    return damaged;
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof AppError && (error.reason === 'database-damaged' || error.reason === 'database-foreign');
}
