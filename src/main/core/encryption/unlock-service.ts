import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKey, holdDataKey, keyFileName, keyIdOf } from '../db/data-keys';
import { toDatabaseError } from '../db/database-error';
import { databaseFileName } from '../db/open';
import { keyNeeded } from '../db/open-file';
import { requestedRestore } from '../db/restore';
import { wantedKeyId, wantNothing } from '../db/wanted-key';
import { keyFilesIn, keyIdsIn } from './key-file';
import { keepKeyFile, keyFoldersOf, openKey, type OpenedKey, type OpenWith } from './key-file-service';

/**
 * Gets the keys that the next start of a data folder needs: of its database, and of a backup that is to be restored. Does
 * nothing for one that is not encrypted. Throws `key-needed` when somebody has to say the passphrase or the recovery key,
 * `key-wrong` when what was said is neither, and `key-file-missing` when there is nothing that either could open.
 */
export async function unlockData(dataDir: string, { keyVault, words = null }: OpenWith): Promise<void> {
  for (const { id, of } of neededKeys(dataDir)) {
    if (heldDataKey(id)) continue;
    const files = keyFilesIn(keyFoldersOf(dataDir), id);
    if (files.length === 0) throw keyFileMissing(join(dataDir, keyFileName(id)));
    const opened = await openKey(files, { keyVault, words });
    if (opened === null) throw words === null ? keyNeeded(of, id) : keyWrong();
    keep(dataDir, opened);
  }
  // Backups may be under a former one.
  for (const id of keyIdsIn(dataDir).filter((other) => !heldDataKey(other))) {
    const opened = await openKey(keyFilesIn([dataDir], id), { keyVault });
    if (opened) keep(dataDir, opened);
  }
}

/**
 * Gets the key of the backup at `path` from the key file beside it, and keeps that for the start that restores it. Throws
 * `key-wrong` and `key-file-missing`.
 */
export async function unlockBackup(dataDir: string, path: string, words: string): Promise<void> {
  const id = keyIdOf(path);
  if (id === null) return;
  const files = keyFilesIn([...keyFoldersOf(dataDir), dirname(path)], id);
  if (files.length === 0) throw keyFileMissing(path);
  const opened = await openKey(files, { words });
  if (opened === null) throw keyWrong();
  keep(dataDir, opened);
}

/** Whether nothing is encrypted yet that `unlockData` asks a key for: the person may go on without. */
export function isOnlyWanted(dataDir: string): boolean {
  return keyIdOf(join(dataDir, databaseFileName)) === null && wantedKeyId(dataDir) !== null;
}

export function keyWrong(): AppError {
  return new AppError('conflict', 'This is neither the passphrase nor the recovery key.', 'key-wrong');
}

export function keyFileMissing(path: string): AppError {
  return new AppError('unavailable', 'The key file is missing or damaged.', 'key-file-missing', { path });
}

function neededKeys(dataDir: string): readonly { readonly id: string; readonly of: string }[] {
  const path = join(dataDir, databaseFileName);
  const hasFile = (id: string): boolean =>
    keyFoldersOf(dataDir).some((folder) => existsSync(join(folder, keyFileName(id))));
  const present = presentKeyId(path);
  const wanted = wantedKeyId(dataDir);
  const needed = [
    ...(wanted === null ? [] : [{ id: wanted, of: path }]),
    // Without a key file it is no key but damage, unless it is the one that is wanted.
    ...(present !== null && present !== wanted && hasFile(present) ? [{ id: present, of: path }] : []),
  ];
  const restored = requestedRestore(dataDir);
  const restoredId = restored === null ? null : restoredKeyId(restored);
  if (restored !== null && restoredId !== null && hasFile(restoredId)) needed.push({ id: restoredId, of: restored });
  return needed;
}

/** Throws what `toDatabaseError` makes of a file that may not be read. */
function presentKeyId(path: string): string | null {
  try {
    return keyIdOf(path);
  } catch (error) {
    throw toDatabaseError(error, path);
  }
}

/** Null for a backup that is out of reach: the restore says so, and the data open. */
function restoredKeyId(path: string): string | null {
  try {
    return keyIdOf(path);
  } catch {
    return null;
  }
}

function keep(dataDir: string, opened: OpenedKey): void {
  holdDataKey(opened.key);
  keepKeyFile(dataDir, opened);
}

/** Leaves the data as they are: plain. Only while nothing is encrypted yet. */
export function giveUpEncrypting(dataDir: string): void {
  if (isOnlyWanted(dataDir)) wantNothing(dataDir);
}
