import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import { backupFileName, damagedSuffix, noDatabaseId } from '../../../shared/domain/backup';
import { emptyJournal } from './checkpoints';
import { checkChecksum } from './checksum';
import { copyDatabase, databaseIdOf, examineDatabase } from './copy-database';
import { forgetDamage } from './damage-mark';
import { removeSearchFile } from './search-file';
import { syncFile, syncName } from './sync';

/** Stands in the data folder while a backup waits to take the database's place at the next start. */
const requestFileName = 'restore.json';
const requestSchema = z.object({ path: z.string() });

/** What became of a restore that was asked for; one that is postponed is tried again at the next start. */
export interface RestoreReport {
  readonly state: 'restored' | 'refused' | 'postponed';
  /** The backup that was to be restored. */
  readonly path: string;
  /** Where the database that it replaced was kept, null when there was none or nothing was replaced. */
  readonly formerPath: string | null;
}

/** Asks for a backup to take the database's place at the next start. The last one asked for counts. */
export function requestRestore(dataDir: string, path: string): void {
  const target = join(dataDir, requestFileName);
  const half = `${target}.part`;
  writeFileSync(half, JSON.stringify({ path }), { flush: true });
  renameSync(half, target);
  syncName(target);
}

export function cancelRestore(dataDir: string): void {
  rmSync(join(dataDir, requestFileName), { force: true });
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
 * Puts the backup that was asked for in the place of the database at `path`, which nobody may have open. The former
 * database is kept in `backupDir`, so that a restore can be taken back; one that is damaged is kept as it is. A backup
 * that cannot be read is refused and the database stays. After a crash at any point the next start does it again.
 * Throws nothing.
 */
export function applyRestore(place: {
  readonly dataDir: string;
  readonly path: string;
  readonly backupDir: string;
  readonly now: Date;
}): RestoreReport | null {
  const { dataDir, path } = place;
  const backupPath = requestedRestore(dataDir);
  if (backupPath === null) return null;
  const incoming = `${path}.restoring`;
  try {
    copyFileSync(backupPath, incoming);
    // Renamed before its content is on the disk, it could take the place of the database as an empty file.
    syncFile(incoming);
    checkChecksum(incoming, backupPath);
    examineDatabase(incoming);
  } catch {
    rmSync(incoming, { force: true });
    cancelRestore(dataDir);
    return { state: 'refused', path: backupPath, formerPath: null };
  }
  try {
    const formerPath = existsSync(path) ? keepFormer(place) : null;
    // It may agree by chance with the state that comes back; a kill behind the renaming must not leave it there.
    removeSearchFile(dataDir);
    // A journal belongs to the database that goes; beside the one that comes it would be taken for its own.
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    renameSync(incoming, path);
    syncName(path);
    cancelRestore(dataDir);
    forgetDamage(path);
    return { state: 'restored', path: backupPath, formerPath };
  } catch {
    // A full disk, or a program that holds the file: the database is still the former one.
    rmSync(incoming, { force: true });
    return { state: 'postponed', path: backupPath, formerPath: null };
  }
}

/** Keeps a copy of the database and leaves nothing of it in its journal. Throws when no copy can be made. */
function keepFormer({ path, backupDir, now }: Parameters<typeof applyRestore>[0]): string {
  const named = (databaseId: string): string =>
    join(backupDir, backupFileName({ databaseId, at: now.toISOString(), reason: 'restore' }));
  try {
    const target = named(databaseIdOf(path));
    copyDatabase(path, target);
    // So that nothing is lost if the file cannot be replaced after its journal went.
    emptyJournal(path);
    return target;
  } catch (error) {
    if (!(error instanceof AppError) || !isUnreadable(error)) throw error;
    // A damaged database is what one restores from: it is kept byte for byte, for whoever can still read in it.
    const damaged = `${named(noDatabaseId)}${damagedSuffix}`;
    mkdirSync(backupDir, { recursive: true });
    for (const suffix of ['', '-wal']) {
      if (existsSync(`${path}${suffix}`)) copyFileSync(`${path}${suffix}`, `${damaged}${suffix}`);
    }
    return damaged;
  }
}

function isUnreadable({ reason }: AppError): boolean {
  return reason === 'database-damaged' || reason === 'database-foreign';
}
