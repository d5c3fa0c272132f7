import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { damagedSuffix, readBackupFileName, type BackupName } from '../../../shared/domain/backup';

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
    // The first backup makes it.
    return [];
  }
}
