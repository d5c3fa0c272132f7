import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseIdSchema } from '../../../shared/domain/backup';

// The database says where its backups lie, which helps nobody once it cannot be read: a small file beside it says so too.

const placeFileName = 'backups.json';
const placeSchema = z.object({ databaseId: databaseIdSchema, backupFolder: z.string().nullable() });
export type BackupPlace = z.infer<typeof placeSchema>;

/** Notes where the backups of a data folder's database lie (`backupFolder` null: in the data folder) and what they are called by. */
export function noteBackupPlace(dataDir: string, place: BackupPlace): void {
  const path = join(dataDir, placeFileName);
  const known = readBackupPlace(dataDir);
  if (known?.databaseId === place.databaseId && known.backupFolder === place.backupFolder) return;
  writeFileSync(`${path}.part`, JSON.stringify(place), { flush: true });
  renameSync(`${path}.part`, path);
}

/** What was noted last; null when nothing was, or nothing that can be read. */
export function readBackupPlace(dataDir: string): BackupPlace | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(join(dataDir, placeFileName), 'utf8')));
  } catch {
    return null;
  }
}
