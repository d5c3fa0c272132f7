import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBackupPlace } from '../db/backup-place';
import { keyFileName, type DataKey } from '../db/data-keys';
import { toDatabaseError } from '../db/database-error';
import { backupFolderName } from '../db/open';
import type { KeyVault } from '../ports';
import { isWhole, keyFilesIn, openWithSystem, openWithWords, writeKeyFile, type KeyFile } from './key-file';

// What is encrypted is worth nothing without its key file: it lies with the database and wherever the backups lie, and every
// copy is written from the one that opened the key, never from another that may be torn.

/** How a key file is opened. */
export interface OpenWith {
  readonly keyVault?: KeyVault | undefined;
  /** A passphrase or a recovery key; null asks nobody. */
  readonly words?: string | null;
}

/** A key with the file that holds it. */
export interface OpenedKey {
  readonly key: DataKey;
  readonly file: KeyFile;
}

/** The keys that were opened, with their files as they are to be everywhere. */
const kept = new Map<string, OpenedKey>();

/** Where the key files of a data folder may lie: in it, with its own backups, and in the folder that was chosen for them. */
export function keyFoldersOf(dataDir: string): readonly string[] {
  const chosen = readBackupPlace(dataDir)?.backupFolder ?? null;
  return [dataDir, join(dataDir, backupFolderName), ...(chosen === null ? [] : [chosen])];
}

/** The file of a key that was opened; null for another. */
export function keptKeyFile(id: string): KeyFile | null {
  return kept.get(id)?.file ?? null;
}

/** Has the file of a key written wherever it belongs, now and with each backup. */
export function keepKeyFile(dataDir: string, opened: OpenedKey): void {
  kept.set(opened.key.id, opened);
  healKeyFiles(dataDir, opened.key.id);
}

/**
 * Opens a key by any of its files: one whose seal is damaged must not keep from it who has a sound copy. Null when none can be
 * opened, or only one that is older than another: a passphrase that was changed is none any more.
 */
export async function openKey(
  files: readonly KeyFile[],
  { keyVault, words = null }: OpenWith,
): Promise<OpenedKey | null> {
  for (const file of files) {
    const key = await openWithSystem(file, keyVault);
    if (key) return { key, file: newestOf(files, file, key) };
  }
  if (words === null) return null;
  for (const file of differing(files)) {
    const key = await openWithWords(file, words);
    if (!key) continue;
    const newest = newestOf(files, file, key);
    const isNow = newest.revision <= file.revision || (await openWithWords(newest, words)) !== null;
    return isNow ? { key, file: newest } : null;
  }
  return null;
}

/** Writes the file of a key that was opened to a folder where it is missing or another. Throws what `toDatabaseError` makes. */
export function bringKeyFile(dataDir: string, id: string, folder: string): void {
  const known = kept.get(id);
  if (!known) return;
  // What the system of this PC locked away is worth nothing elsewhere, and need not lie about there.
  const file = folder === dataDir ? known.file : { ...known.file, system: null };
  const [there] = keyFilesIn([folder], id);
  if (there && JSON.stringify(there) === JSON.stringify(file)) return;
  // Of another process on the same folder.
  if (there && there.revision > file.revision && isWhole(there, known.key)) return;
  try {
    mkdirSync(folder, { recursive: true });
    writeKeyFile(folder, file);
  } catch (error) {
    throw toDatabaseError(error, join(folder, keyFileName(id)));
  }
}

/** The same for the folders of a data folder that can be written to now; the others get it with the next backup. */
export function healKeyFiles(dataDir: string, id: string, folders = keyFoldersOf(dataDir)): void {
  for (const folder of folders) {
    try {
      // A network folder that is away must not be made on this disk.
      if (dirname(folder) === dataDir || existsSync(folder)) bringKeyFile(dataDir, id, folder);
    } catch {
      // Read-only, or away just now.
    }
  }
}

/** The file to go on with: the newest one that is whole, and else the one that was opened. */
function newestOf(files: readonly KeyFile[], opened: KeyFile, key: DataKey): KeyFile {
  const whole = files.filter((file) => isWhole(file, key));
  const [newest = opened] = whole.toSorted((one, other) => other.revision - one.revision);
  // A copy from among the backups has nothing of this PC.
  return newest.revision > opened.revision ? newest : { ...newest, system: newest.system ?? opened.system };
}

/** Each try takes its half second: copies that say the same are tried once. */
function differing(files: readonly KeyFile[]): readonly KeyFile[] {
  return [...new Map(files.map((file) => [JSON.stringify(file.seals), file])).values()];
}
