import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readBackupPlace } from '../db/backup-place';
import { keyFileName, type DataKey } from '../db/data-keys';
import { toDatabaseError } from '../db/database-error';
import { filesHere } from '../db/folder-files';
import { backupFolderName } from '../db/open';
import type { BackupFiles, KeyVault } from '../ports';
import {
  isWhole,
  keyFilesIn,
  keyFileText,
  openWithSystem,
  openWithWords,
  readKeyFile,
  writeKeyFile,
  type KeyFile,
} from './key-file';

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

/** How long a folder may take that nobody else asks. */
const readWithinMs = 10_000;

/** What can read a small file of the folder chosen for backups. */
export type ReadsFiles = Pick<BackupFiles, 'read'>;

/** The keys that were opened, with their files as they are to be everywhere. */
const kept = new Map<string, OpenedKey>();

/** Where the key files of a data folder lie on this PC: in it, and with its own backups. */
export function keyFoldersOf(dataDir: string): readonly string[] {
  return [dataDir, join(dataDir, backupFolderName)];
}

/** Those that were found in the folder chosen for backups. */
const foundAway = new Map<string, KeyFile>();

/** Looks for the key file of an id in the folder chosen for backups, for whoever asks `knownKeyFiles` then. Throws nothing. */
export async function lookForKeyAway(dataDir: string, id: string, files: ReadsFiles): Promise<void> {
  const folder = readBackupPlace(dataDir)?.backupFolder ?? null;
  if (folder === null) return;
  // Out of reach, it is not there.
  const text = await files.read(join(folder, keyFileName(id))).catch(() => null);
  const file = text === null ? null : readKeyFile(text, id);
  if (file !== null) foundAway.set(id, file);
}

/** All key files of an id: those of this PC, and the one of the chosen folder where it was looked for. */
export function knownKeyFiles(dataDir: string, id: string): readonly KeyFile[] {
  const away = foundAway.get(id);
  return [...keyFilesIn(keyFoldersOf(dataDir), id), ...(away ? [away] : [])];
}

/** Whether there is any, be it one that cannot be read. */
export function hasKeyFile(dataDir: string, id: string): boolean {
  return foundAway.has(id) || keyFoldersOf(dataDir).some((folder) => existsSync(join(folder, keyFileName(id))));
}

/** Reads without a process of its own, as the page does that stands in for the application: waits no longer than this. */
export const readingInTime: ReadsFiles = {
  read: (path) => Promise.race([filesHere.read(path), delay(readWithinMs, null, { ref: false })]),
};

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
  const [there = null] = keyFilesIn([folder], id);
  const file = fileToBring(known, there, folder === dataDir);
  if (file === null) return;
  try {
    mkdirSync(folder, { recursive: true });
    writeKeyFile(folder, file);
  } catch (error) {
    throw toDatabaseError(error, join(folder, keyFileName(id)));
  }
}

/** The same for a folder that may not answer, and is not made. Throws what its files throw. */
export async function bringKeyFileAway(id: string, folder: string, files: BackupFiles): Promise<void> {
  const known = kept.get(id);
  if (!known) return;
  const path = join(folder, keyFileName(id));
  const text = await files.read(path);
  const file = fileToBring(known, text === null ? null : readKeyFile(text, id), false);
  if (file !== null) await files.write(path, keyFileText(file));
}

/** Null where what is there need not be replaced. */
function fileToBring({ file: kept, key }: OpenedKey, there: KeyFile | null, isOfThisPc: boolean): KeyFile | null {
  // What the system of this PC locked away is worth nothing elsewhere, and need not lie about there.
  const file = isOfThisPc ? kept : { ...kept, system: null };
  if (there === null) return file;
  if (JSON.stringify(there) === JSON.stringify(file)) return null;
  // Of another process on the same folder.
  return there.revision > file.revision && isWhole(there, key) ? null : file;
}

/** Writes it to the folders of this PC that can be written to now. */
export function healKeyFiles(dataDir: string, id: string): void {
  for (const folder of keyFoldersOf(dataDir)) {
    try {
      bringKeyFile(dataDir, id, folder);
    } catch {
      // Read-only just now.
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
