import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forgetDamage } from './damage-mark';
import { toDatabaseError } from './database-error';
import { removeSearchFile } from './search-file';
import { syncFile, syncName } from './sync';
import { wantNothing } from './wanted-key';

/** Where the database of a data folder is kept once nobody has its key; no backup, so that it is never thinned out. */
export function asidePath(dataDir: string, now: Date): string {
  return join(dataDir, `smart-recruiting-locked-${now.toISOString().replaceAll(/[:.]/g, '-')}.db`);
}

/**
 * Keeps the database at `path`, which nobody may have open, under the name `target` in its folder, with its journal: under its
 * former name it opens again as it was. A crash leaves it in one of the two places, whole. Throws what `toDatabaseError` makes;
 * the database stays where it is then.
 */
export function setDatabaseAside(path: string, target: string): void {
  try {
    // It would have the next start ask for the key.
    wantNothing(dirname(path));
    const journal = `${path}-wal`;
    if (existsSync(journal)) {
      copyFileSync(journal, `${target}-wal`);
      syncFile(`${target}-wal`);
    }
    renameSync(path, target);
    syncName(target);
  } catch (error) {
    rmSync(`${target}-wal`, { force: true });
    throw toDatabaseError(error, path);
  }
  // What stays behind is nobody's: the index of the search is made anew from whatever takes the place.
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  removeSearchFile(dirname(path));
  forgetDamage(path);
}
