import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { leftoversAmong } from '../../../shared/domain/backup';

/**
 * Removes what a kill left of work beside the database at `path` and among the backups in `backupDir`: half copies, which may
 * hold what no backup is to hold, and checksums of nothing. Nobody else may be at work on that folder. Throws nothing: what
 * stays goes the next time.
 */
export function removeLeftovers(path: string, backupDir: string): void {
  const dataDir = dirname(path);
  const brought = ['', '.part', '.sha256'].map((suffix) => `${broughtFileName}${suffix}`);
  const halves = [`${basename(path)}.restoring`, `${basename(path)}.sums.part`, rehearsalFileName, ...brought];
  for (const name of halves) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) removeQuietly(join(dataDir, `${name}${suffix}`));
  }
  removeHalfBackups(backupDir);
}

/** The same for the folder of backups alone, while nobody makes one there. */
export function removeHalfBackups(backupDir: string): void {
  for (const name of leftoversAmong(namesIn(backupDir))) removeQuietly(join(backupDir, name));
}

/** A backup is tried out under this name in the data folder. */
export const rehearsalFileName = 'rehearsal.db';

/** One that lies elsewhere is brought here for what is done with it. */
export const broughtFileName = 'brought.db';

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Held by another program.
  }
}
