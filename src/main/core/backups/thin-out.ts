import { rmSync } from 'node:fs';
import type { Backup } from '../../../shared/contract/backups';
import {
  awaitsBelief,
  expiredBackups,
  momentOfAges,
  outgrownBackups,
  outlivedBackups,
} from '../../../shared/domain/backup';
import type { BackupShelf, FoundBackup } from './backup-shelf';
import { damagedIn } from './damaged-in';

/** A backup that was found, and whose it is. */
export type ListedBackup = FoundBackup & Pick<Backup, 'isOwn' | 'isFormer'>;

/** What is to become of the backups that were found. */
interface Thinning {
  /** Where the newest ones are kept. */
  readonly folder: string;
  /** Whether there is a new one in it; else only those go that nobody is to keep for so long. */
  readonly hasNew: boolean;
  readonly now: Date;
}

/** The backups of the database in use, and those that are left of it where none comes any more. */
function sorted(shelf: BackupShelf, found: readonly ListedBackup[], folder: string) {
  const { ownFolder } = shelf;
  const inUse = found.filter((backup) => backup.isOwn && backup.folder === folder);
  const isLeft = (backup: ListedBackup): boolean =>
    backup.folder === ownFolder || (backup.isFormer && backup.folder === folder);
  const left = found.filter((backup) => !inUse.includes(backup) && isLeft(backup));
  return { inUse, left, all: [...inUse, ...left] };
}

/** Lets those backups go that may, and the damaged files that were kept for as long. Throws what removing throws. */
export async function thinOut(
  shelf: BackupShelf,
  found: readonly ListedBackup[],
  { folder, hasNew, now }: Thinning,
): Promise<void> {
  const { inUse, left, all } = sorted(shelf, found, folder);
  const moment = momentOfAges(all, now);
  const mayGo = hasNew ? expiredBackups : outgrownBackups;
  for (const one of [...mayGo(inUse, moment), ...outlivedBackups(left, moment)]) await shelf.remove(one);
  for (const { path } of outlivedBackups(damagedIn(shelf.ownFolder), moment)) rmSync(path, { force: true });
}

/** Whether a backup is wanted although nothing changed: the ages of the others are not believed before. */
export function isForBelief(
  shelf: BackupShelf,
  found: readonly ListedBackup[],
  { folder, now }: Pick<Thinning, 'folder' | 'now'>,
): boolean {
  return awaitsBelief(sorted(shelf, found, folder).all, now);
}
