import { rmSync } from 'node:fs';
import type { Backup } from '../../../shared/contract/backups';
import { expiredBackups, momentOfAges, outlivedBackups, type BackupName } from '../../../shared/domain/backup';
import type { BackupShelf, FoundBackup } from './backup-shelf';
import { damagedIn } from './damaged-in';

/** A backup that was found, and whose it is. */
export type ListedBackup = FoundBackup & Pick<Backup, 'isOwn' | 'isFormer'>;

/** Of the backups that were found, and of the damaged files that were kept, those that may go once there is a new one in `folder`. */
function dispensable<D extends BackupName>(
  found: readonly ListedBackup[],
  damaged: readonly D[],
  place: { readonly folder: string; readonly ownFolder: string; readonly now: Date },
): { readonly backups: readonly FoundBackup[]; readonly damaged: readonly D[] } {
  const { folder, ownFolder, now } = place;
  const inUse = found.filter((backup) => backup.isOwn && backup.folder === folder);
  const isLeft = (backup: ListedBackup): boolean =>
    backup.folder === ownFolder || (backup.isFormer && backup.folder === folder);
  const left = found.filter((backup) => !inUse.includes(backup) && isLeft(backup));
  const moment = momentOfAges([...inUse, ...left], now);
  return {
    backups: [...expiredBackups(inUse, moment), ...outlivedBackups(left, moment)],
    damaged: outlivedBackups(damaged, moment),
  };
}

/** Lets those go that may, now that a new backup is known to be whole in `folder`. Throws what removing throws. */
export async function thinOut(
  shelf: BackupShelf,
  found: readonly ListedBackup[],
  { folder, now }: { readonly folder: string; readonly now: Date },
): Promise<void> {
  const { ownFolder } = shelf;
  const may = dispensable(found, damagedIn(ownFolder), { folder, ownFolder, now });
  for (const one of may.backups) await shelf.remove(one);
  for (const { path } of may.damaged) rmSync(path, { force: true });
}
