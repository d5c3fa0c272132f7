import { join } from 'node:path';
import { encryptBackup } from '../db/convert-database';
import type { WriteThread } from '../ports';
import type { BackupShelf } from './backup-shelf';
import type { ListedBackup } from './thin-out';

/** Replaces the plain backups of this database by encrypted ones and says how many; throws the first failure once all were tried. */
export async function encryptPlain(
  shelf: BackupShelf,
  found: readonly ListedBackup[],
  { keyId, writeThread }: { readonly keyId: string; readonly writeThread: WriteThread | undefined },
): Promise<number> {
  const plain = found.filter((backup) => (backup.isOwn || backup.isFormer) && backup.keyId === null);
  await eachInTurn(plain, async ({ folder, name }) => {
    await shelf.replaceHere(join(folder, name), keyId, async (path) => {
      await (writeThread ? writeThread.encryptBackup(path, keyId) : encryptBackup(path, keyId));
    });
  });
  return plain.length;
}

/** Does the same to each of some files, whatever becomes of the others. Throws the first failure at the end. */
async function eachInTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
