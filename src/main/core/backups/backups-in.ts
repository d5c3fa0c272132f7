import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { damagedSuffix, readBackupFileName, type BackupName } from '../../../shared/domain/backup';
import { keyIdOf } from '../db/data-keys';

export interface FoundBackup extends BackupName {
  readonly name: string;
  /** Where it lies, an absolute path. */
  readonly folder: string;
  readonly sizeBytes: number;
  readonly isEncrypted: boolean;
}

/** The backups of some folders, whosever they are, newest first; none where there is no folder. */
export function backupsIn(...folders: readonly string[]): FoundBackup[] {
  return [...new Set(folders)]
    .flatMap((folder) =>
      namesIn(folder).flatMap((name) => {
        const said = readBackupFileName(name);
        const path = join(folder, name);
        const sizeBytes = said && statSync(path, { throwIfNoEntry: false })?.size;
        if (!said || sizeBytes === undefined || sizeBytes === null) return [];
        return [{ ...said, name, folder, sizeBytes, isEncrypted: isEncrypted(path) }];
      }),
    )
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** One that cannot even be read is told to be what it was before there was a choice; whoever needs it is told why. */
function isEncrypted(path: string): boolean {
  try {
    return keyIdOf(path) !== null;
  } catch {
    return false;
  }
}

/** The files of databases that were kept byte for byte, because they could not be read, by when that was. */
export function damagedIn(folder: string): (BackupName & { readonly path: string })[] {
  return namesIn(folder).flatMap((name) => {
    const [kept = '', rest] = name.split(damagedSuffix);
    const said = rest === undefined ? null : readBackupFileName(kept);
    return said ? [{ ...said, path: join(folder, name) }] : [];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A network folder that is away just now, or one that the first backup makes.
    return [];
  }
}

/** Throws `invalid-input` (`folder-unusable`) for a folder in which no backup can be written. */
export function checkBackupFolder(folder: string): void {
  const unusable = (cause: unknown): AppError =>
    new AppError('invalid-input', 'Backups cannot be written there.', 'folder-unusable', { path: folder }, { cause });
  if (!isAbsolute(folder)) throw unusable(new Error('The path is relative.'));
  try {
    const probe = join(folder, `.write-probe-${process.pid}`);
    mkdirSync(probe, { recursive: true });
    rmSync(probe, { recursive: true });
  } catch (error) {
    throw unusable(error);
  }
}
