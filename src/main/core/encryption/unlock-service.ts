import { join } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKey, holdDataKey, keyFileName, keyIdOf } from '../db/data-keys';
import { toDatabaseError } from '../db/database-error';
import { databaseFileName } from '../db/open';
import { keyFileMissing, keyNeeded } from '../db/open-file';
import { requestedRestore, restoreAtHand } from '../db/restore';
import { wantedKeyId, wantNothing } from '../db/wanted-key';
import { keyFilesIn, keyIdsIn, readKeyFile } from './key-file';
import {
  keepKeyFile,
  hasKeyFile,
  knownKeyFiles,
  lookForKeyAway,
  openKey,
  readingInTime,
  type OpenedKey,
  type OpenWith,
  type ReadsFiles,
} from './key-file-service';

/** How keys are opened, and who looks for their files in the folder chosen for backups. */
export interface UnlockWith extends OpenWith {
  readonly files?: ReadsFiles | undefined;
}

/** A key that a start needs, and the file that is under it. */
export interface NeededKey {
  readonly id: string;
  readonly of: string;
  /** The file is a backup that is to be restored, not the database. */
  readonly isOfBackup: boolean;
}

/**
 * Gets the keys that the next start of a data folder needs: of its database, and of a backup that is to be restored. Does
 * nothing for one that is not encrypted. Throws `key-needed` when somebody has to say the passphrase or the recovery key,
 * also of a second file once what was said has opened the first; `key-wrong` when it opens none, and `key-file-missing` when
 * there is nothing that it could open.
 */
export async function unlockData(
  dataDir: string,
  { keyVault, words = null, files = readingInTime }: UnlockWith,
): Promise<void> {
  const closed: NeededKey[] = [];
  let wasOpened = false;
  for (const id of idsOf(dataDir)) {
    if (knownKeyFiles(dataDir, id).length === 0) await lookForKeyAway(dataDir, id, files);
  }
  for (const needed of closedKeys(dataDir)) {
    const { id } = needed;
    // The backup may be under the key of the database, or the button was pressed twice.
    if (heldDataKey(id)) {
      wasOpened = true;
      continue;
    }
    const known = knownKeyFiles(dataDir, id);
    if (known.length === 0) throw keyFileMissing(join(dataDir, keyFileName(id)));
    let opened = await openKey(known, { keyVault, words });
    if (opened === null && words !== null) {
      // A folder that may take its time is asked only where nothing here opens it.
      await lookForKeyAway(dataDir, id, files);
      opened = await openKey(knownKeyFiles(dataDir, id), { words });
    }
    if (opened) keep(dataDir, opened);
    else closed.push(needed);
    wasOpened ||= opened !== null;
  }
  const [next] = closed;
  if (next) throw words === null || wasOpened ? keyNeeded(next.of, next.id) : keyWrong();
  // Backups may be under a former one.
  for (const id of keyIdsIn(dataDir).filter((other) => !heldDataKey(other))) {
    const opened = await openKey(keyFilesIn([dataDir], id), { keyVault });
    if (opened) keep(dataDir, opened);
  }
}

/**
 * Gets the key of a backup from its file, which lies beside it, and keeps that for the start that restores it. Throws
 * `key-wrong`, `key-file-missing`, and what `files` throw.
 */
export async function unlockBackup(
  dataDir: string,
  backup: { readonly folder: string; readonly name: string; readonly keyId: string | null },
  words: string,
  files: ReadsFiles,
): Promise<void> {
  const { folder, name, keyId } = backup;
  if (keyId === null) return;
  const text = await files.read(join(folder, keyFileName(keyId)));
  const beside = text === null ? null : readKeyFile(text, keyId);
  const known = [...knownKeyFiles(dataDir, keyId), ...(beside === null ? [] : [beside])];
  if (known.length === 0) throw keyFileMissing(join(folder, name));
  const opened = await openKey(known, { words });
  if (opened === null) throw keyWrong();
  keep(dataDir, opened);
}

/** Whether nothing is encrypted yet that `unlockData` asks a key for: the person may go on without. */
export function isOnlyWanted(dataDir: string): boolean {
  return keyIdOf(join(dataDir, databaseFileName)) === null && wantedKeyId(dataDir) !== null;
}

/** The id of the key that the database itself is under and that nobody gave yet; null for one that can be opened, or is gone. */
export function lockedKeyId(dataDir: string): string | null {
  const id = presentKeyId(join(dataDir, databaseFileName));
  return id !== null && !heldDataKey(id) ? id : null;
}

export function keyWrong(): AppError {
  return new AppError('conflict', 'This is neither the passphrase nor the recovery key.', 'key-wrong');
}

/** The keys that the next start needs and that nobody gave yet, in the order in which they are asked for. Throws what `toDatabaseError` makes. */
export function closedKeys(dataDir: string): readonly NeededKey[] {
  return neededKeys(dataDir).filter(({ id }) => !heldDataKey(id));
}

/** The keys that its files are under, or are to be. */
function idsOf(dataDir: string): readonly string[] {
  const restored = restoreAtHand(dataDir);
  const ids = [
    wantedKeyId(dataDir),
    presentKeyId(join(dataDir, databaseFileName)),
    restored === null ? null : restoredKeyId(restored),
  ];
  return ids.filter((id) => id !== null);
}

function neededKeys(dataDir: string): readonly NeededKey[] {
  const path = join(dataDir, databaseFileName);
  const hasFile = (id: string): boolean => hasKeyFile(dataDir, id);
  const present = presentKeyId(path);
  const wanted = wantedKeyId(dataDir);
  const needed = [
    ...(wanted === null ? [] : [{ id: wanted, of: path, isOfBackup: false }]),
    // Without a key file it is no key but damage, unless it is the one that is wanted.
    ...(present !== null && present !== wanted && hasFile(present)
      ? [{ id: present, of: path, isOfBackup: false }]
      : []),
  ];
  const restored = restoreAtHand(dataDir);
  const restoredId = restored === null ? null : restoredKeyId(restored);
  if (restored !== null && restoredId !== null && hasFile(restoredId))
    // By the name that a person chose, wherever its copy lies meanwhile.
    needed.push({ id: restoredId, of: requestedRestore(dataDir) ?? restored, isOfBackup: true });
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
