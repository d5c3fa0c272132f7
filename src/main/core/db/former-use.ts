import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { damagedSuffix, readBackupFileName } from '../../../shared/domain/backup';
import { forgetDamage } from './damage-mark';

// A folder that had a database is not given a new one without a word: the file may lie on a drive that is not connected.

/** Stands in the data folder once a person has said that a new database may be made there. */
function agreementFile(path: string): string {
  return `${path}.new`;
}

/**
 * Throws `database-missing` where there is no database at `path`, or an empty file, and the folder shows that there was
 * one; `backupDir` is where its backups would lie. A restore that was asked for has taken its place before.
 */
export function refuseMissing(path: string, backupDir: string): void {
  if (isThere(path) || existsSync(agreementFile(path)) || !wasUsedBefore(path, backupDir)) return;
  throw new AppError('unavailable', 'The database is gone or empty.', 'database-missing', { path });
}

/** Whether there is a file with anything in it. */
export function isThere(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Has the next start make a new database at `path`, where the former one is gone; backups stay. */
export function agreeToNew(path: string): void {
  // What is left of the journal would be taken for that of the new one.
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  forgetDamage(path);
  writeFileSync(agreementFile(path), '', { flush: true });
}

/** Forgets that a new database may be made: it is there. */
export function forgetAgreement(path: string): void {
  rmSync(agreementFile(path), { force: true });
}

/** Files that lie beside a database only after it was used: its checksums, its journal, the index of its search. */
function wasUsedBefore(path: string, backupDir: string): boolean {
  const name = basename(path);
  const beside = namesIn(dirname(path)).filter((each) => each !== name);
  const stem = name.replace(/\.db$/, '');
  const isTrace = (each: string): boolean =>
    each.startsWith(`${name}.`) || each === `${name}-wal` || each === `${stem}-search.db` || each === 'backups.json';
  const isBackup = (each: string): boolean => readBackupFileName(each.split(damagedSuffix)[0] ?? '') !== null;
  return beside.some(isTrace) || namesIn(backupDir).some(isBackup);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
