import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { damagedSuffix, readBackupFileName, type BackupName } from '../../../shared/domain/backup';

export interface FoundBackup extends BackupName {
  readonly name: string;
  /** Where it lies, an absolute path. */
  readonly folder: string;
  readonly sizeBytes: number;
}

/** The backups of some folders, whosever they are, newest first; none where there is no folder. */
export function backupsIn(...folders: readonly string[]): FoundBackup[] {
  return [...new Set(folders)]
    .flatMap((folder) =>
      namesIn(folder).flatMap((name) => {
        const said = readBackupFileName(name);
        const sizeBytes = said && statSync(join(folder, name), { throwIfNoEntry: false })?.size;
        return said && sizeBytes !== undefined && sizeBytes !== null ? [{ ...said, name, folder, sizeBytes }] : [];
      }),
    )
    .sort((one, other) => (one.at < other.at ? 1 : -1));
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
