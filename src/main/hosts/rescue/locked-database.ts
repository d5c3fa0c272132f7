import { join } from 'node:path';
import { databaseFileName } from '../../core/db/open';
import { asidePath, setDatabaseAside } from '../../core/db/set-aside';
import { lockedKeyId } from '../../core/encryption/unlock-service';

/** Whether the database of a data folder is under a key that nobody gave. */
export function isDatabaseLocked(dataDir: string): boolean {
  return lockedKeyId(dataDir) !== null;
}

/** Keeps that database under another name, which it answers with. Throws as `setDatabaseAside`. */
export function keepLockedAside(dataDir: string): string {
  const keptAs = asidePath(dataDir, new Date());
  setDatabaseAside(join(dataDir, databaseFileName), keptAs);
  return keptAs;
}
