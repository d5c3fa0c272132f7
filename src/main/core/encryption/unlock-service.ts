import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKey, holdDataKey, keyFileName, keyIdOf, type DataKey } from '../db/data-keys';
import { backupFolderName, databaseFileName } from '../db/open';
import { keyNeeded } from '../db/open-file';
import { requestedRestore } from '../db/restore';
import { wantedKeyId, wantNothing } from '../db/wanted-key';
import type { KeyVault } from '../ports';
import { findKeyFile, keyIdsIn, openWithSystem, openWithWords, writeKeyFile, type KeyFile } from './key-file';

/** How a start gets at the keys of its data. */
export interface UnlockWith {
  readonly keyVault?: KeyVault | undefined;
  /** A passphrase or a recovery key; null asks nobody. */
  readonly words?: string | null;
}

/**
 * Gets the keys that the next start of a data folder needs: of its database, and of a backup that is to be restored. Does
 * nothing for one that is not encrypted. Throws `key-needed` when somebody has to say the passphrase or the recovery key,
 * `key-wrong` when what was said is neither, and `key-file-missing` when there is nothing that either could open.
 */
export async function unlockData(dataDir: string, { keyVault, words = null }: UnlockWith): Promise<void> {
  for (const { id, of } of neededKeys(dataDir)) {
    if (heldDataKey(id)) continue;
    const file = findKeyFile(keyFoldersOf(dataDir), id);
    if (file === null) throw keyFileMissing(join(dataDir, keyFileName(id)));
    const key = (await openWithSystem(file, keyVault)) ?? (words === null ? null : await openWithWords(file, words));
    if (key) keep(dataDir, file, key);
    else throw words === null ? keyNeeded(of, id) : keyWrong();
  }
  // Backups may be under a former one.
  for (const id of keyIdsIn(dataDir).filter((other) => !heldDataKey(other))) {
    const file = findKeyFile([dataDir], id);
    const key = file && (await openWithSystem(file, keyVault));
    if (key) holdDataKey(key);
  }
}

/**
 * Gets the key of the backup at `path` from the key file beside it, and keeps that for the start that restores it. Throws
 * `key-wrong` and `key-file-missing`.
 */
export async function unlockBackup(dataDir: string, path: string, words: string): Promise<void> {
  const id = keyIdOf(path);
  if (id === null) return;
  const file = findKeyFile([dirname(path), dataDir], id);
  if (file === null) throw keyFileMissing(path);
  const key = await openWithWords(file, words);
  if (key === null) throw keyWrong();
  keep(dataDir, { ...file, system: null }, key);
}

/** Whether nothing is encrypted yet that `unlockData` asks a key for: the person may go on without. */
export function isOnlyWanted(dataDir: string): boolean {
  return keyIdOf(join(dataDir, databaseFileName)) === null && wantedKeyId(dataDir) !== null;
}

/** Where the key files of a data folder may lie: in it, and with its own backups. */
export function keyFoldersOf(dataDir: string): readonly string[] {
  return [dataDir, join(dataDir, backupFolderName)];
}

export function keyWrong(): AppError {
  return new AppError('conflict', 'This is neither the passphrase nor the recovery key.', 'key-wrong');
}

function keyFileMissing(path: string): AppError {
  return new AppError('unavailable', 'The key file is missing or damaged.', 'key-file-missing', { path });
}

function neededKeys(dataDir: string): readonly { readonly id: string; readonly of: string }[] {
  const path = join(dataDir, databaseFileName);
  const hasFile = (id: string): boolean =>
    keyFoldersOf(dataDir).some((folder) => existsSync(join(folder, keyFileName(id))));
  const present = keyIdOf(path);
  const wanted = wantedKeyId(dataDir);
  const needed = [
    ...(wanted === null ? [] : [{ id: wanted, of: path }]),
    // Without a key file it is no key but damage, unless it is the one that is wanted.
    ...(present !== null && present !== wanted && hasFile(present) ? [{ id: present, of: path }] : []),
  ];
  const restored = requestedRestore(dataDir);
  const restoredId = restored === null ? null : keyIdOf(restored);
  if (restored !== null && restoredId !== null && hasFile(restoredId)) needed.push({ id: restoredId, of: restored });
  return needed;
}

function keep(dataDir: string, file: KeyFile, key: DataKey): void {
  holdDataKey(key);
  // It was found among the backups, or came with one.
  if (findKeyFile([dataDir], file.id) === null) writeKeyFile(dataDir, file);
}

/** Leaves the data as they are: plain. Only while nothing is encrypted yet. */
export function giveUpEncrypting(dataDir: string): void {
  if (isOnlyWanted(dataDir)) wantNothing(dataDir);
}
