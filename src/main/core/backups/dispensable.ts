import type { Backup } from '../../../shared/contract/backups';
import { expiredBackups, momentOfAges, outlivedBackups, type BackupName } from '../../../shared/domain/backup';
import type { FoundBackup } from './backup-shelf';

type Known = FoundBackup & Pick<Backup, 'isOwn' | 'isFormer'>;

/** Of the backups that were found, and of the damaged files that were kept, those that may go once there is a new one in `folder`. */
export function dispensable<D extends BackupName>(
  found: readonly Known[],
  damaged: readonly D[],
  place: { readonly folder: string; readonly ownFolder: string; readonly now: Date },
): { readonly backups: readonly FoundBackup[]; readonly damaged: readonly D[] } {
  const { folder, ownFolder, now } = place;
  const inUse = found.filter((backup) => backup.isOwn && backup.folder === folder);
  const isLeft = (backup: Known): boolean =>
    backup.folder === ownFolder || (backup.isFormer && backup.folder === folder);
  const left = found.filter((backup) => !inUse.includes(backup) && isLeft(backup));
  const moment = momentOfAges([...inUse, ...left], now);
  return {
    backups: [...expiredBackups(inUse, moment), ...outlivedBackups(left, moment)],
    damaged: outlivedBackups(damaged, moment),
  };
}
