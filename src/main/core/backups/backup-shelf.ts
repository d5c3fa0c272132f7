import { rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Backup } from '../../../shared/contract/backups';
import { AppError } from '../../../shared/domain/app-error';
import { noDatabaseId, readBackupFileName, type BackupName } from '../../../shared/domain/backup';
import { toBackupError } from '../db/backup-error';
import { checksumPathOf, removeWithChecksum } from '../db/checksum';
import { filesHere } from '../db/folder-files';
import { broughtFileName } from '../db/leftovers';
import { backupFolderName } from '../db/open';
import { bringKeyFileAway } from '../encryption/key-file-service';
import type { BackupFiles } from '../ports';

export interface FoundBackup extends BackupName {
  readonly name: string;
  /** Where it lies, an absolute path. */
  readonly folder: string;
  readonly sizeBytes: number;
  readonly keyId: string | null;
}

/** What was found; `failure` says why there may be more. */
export interface FoundBackups {
  readonly found: readonly FoundBackup[];
  readonly failure: AppError | null;
}

/** Where backups lie: in the data folder, and in a folder that was chosen for them and may be out of reach. */
export interface BackupShelf {
  /** The data folder's own place. */
  readonly ownFolder: string;
  /** The backups of all databases in both, newest first. */
  list(chosenFolder: string | null): Promise<FoundBackups>;
  /** Throws `invalid-input` (`folder-unusable`) for a folder that cannot be written to, and `folder-silent`. */
  check(folder: string): Promise<void>;
  /**
   * Moves a backup of the data folder to another one, its checksum and the file of its key first. Throws as `BackupFiles`,
   * and leaves it where it is then.
   */
  moveTo(folder: string, name: string, keyId: string | null): Promise<void>;
  remove(backup: Pick<FoundBackup, 'folder' | 'name'>): Promise<void>;
  /** As `BackupFiles`; a damaged file is `backup-damaged` here. */
  peek(path: string): ReturnType<BackupFiles['peek']>;
  /** The text of a small file in a folder of backups; null where there is none. */
  read(path: string): Promise<string | null>;
  /** Does something with a backup that lies in the data folder, or is brought there for it. */
  withHere<T>(path: string, work: (pathHere: string) => Promise<T>): Promise<T>;
  /** The same with a backup that comes to be under a key: one that lies elsewhere is then replaced by what became of it. */
  replaceHere(path: string, keyId: string, work: (pathHere: string) => Promise<void>): Promise<void>;
}

/** Without `files` this process reaches folders itself: what a program does that ends with its answer. */
export function openBackupShelf(dataDir: string, files: BackupFiles = filesHere): BackupShelf {
  const ownFolder = join(dataDir, backupFolderName);
  const filesOf = (folder: string): BackupFiles => (folder === ownFolder ? filesHere : files);
  const listOf = async (folder: string): Promise<FoundBackups> => {
    try {
      const listed = await filesOf(folder).list(folder);
      const found = listed.flatMap((file) => {
        const said = readBackupFileName(file.name);
        return said ? [{ ...said, ...file, folder }] : [];
      });
      return { found, failure: null };
    } catch (error) {
      // One that nobody may look into is as good as empty, and no reason to show nothing of the other.
      return { found: [], failure: error instanceof AppError ? error : null };
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  const withHere = async <T>(path: string, work: (pathHere: string) => Promise<T>): Promise<T> => {
    if (dirname(path) === ownFolder) return await ofBackup(path, path, () => work(path));
    // One at a time: they are brought to the same place.
    const result = last.then(() => withBrought(path, work));
    last = result.catch(() => undefined);
    return await result;
  };
  const withBrought = async <T>(path: string, work: (pathHere: string) => Promise<T>): Promise<T> => {
    const folder = dirname(path);
    const here = join(dataDir, broughtFileName);
    try {
      await filesOf(folder).fetch(path, here);
      const sum = await filesOf(folder).read(checksumPathOf(path));
      if (sum !== null) await filesHere.write(checksumPathOf(here), sum);
      return await ofBackup(path, here, () => work(here));
    } finally {
      removeWithChecksum(here);
      for (const suffix of ['-wal', '-shm']) rmSync(`${here}${suffix}`, { force: true });
    }
  };
  return {
    ownFolder,
    async list(chosenFolder) {
      const folders = chosenFolder === null || chosenFolder === ownFolder ? [ownFolder] : [ownFolder, chosenFolder];
      const lists = await Promise.all(folders.map(listOf));
      const found = lists.flatMap((list) => list.found).sort((one, other) => (one.at < other.at ? 1 : -1));
      return { found, failure: lists.find(({ failure }) => failure)?.failure ?? null };
    },
    async check(folder) {
      const unusable = (cause: unknown): AppError =>
        new AppError(
          'invalid-input',
          'Backups cannot be written there.',
          'folder-unusable',
          { path: folder },
          { cause },
        );
      if (!isAbsolute(folder)) throw unusable(new Error('The path is relative.'));
      await filesOf(folder)
        .check(folder)
        .catch((error: unknown) => {
          throw error instanceof AppError && error.reason === 'folder-silent' ? error : unusable(error);
        });
    },
    async moveTo(folder, name, keyId) {
      const away = filesOf(folder);
      const own = join(ownFolder, name);
      // Nor is it made: what is not there is on a share that is away.
      await away.tidy(folder, readBackupFileName(name)?.databaseId ?? noDatabaseId);
      // First: without it, nothing opens the backup on another PC.
      if (keyId !== null) await bringKeyFileAway(keyId, folder, away);
      // A copy without its checksum would count as one of an earlier version, which is not compared.
      await away.bring(checksumPathOf(own), join(folder, checksumPathOf(name)));
      await away.bring(own, join(folder, name));
      removeWithChecksum(own);
    },
    async remove({ folder, name }) {
      const path = join(folder, name);
      await filesOf(folder).remove([path, checksumPathOf(path)]);
    },
    peek: (path) => ofBackup(path, path, () => filesOf(dirname(path)).peek(path)),
    read: (path) => filesOf(dirname(path)).read(path),
    withHere,
    async replaceHere(path, keyId, work) {
      const away = filesOf(dirname(path));
      await bringKeyFileAway(keyId, dirname(path), away);
      await withHere(path, async (here) => {
        await work(here);
        if (here === path) return;
        // Both, until only one of them can be the file's: a kill must not make a damaged backup of a sound one.
        const noted = checksumPathOf(path);
        const former = await away.read(noted);
        const sum = await filesHere.read(checksumPathOf(here));
        if (sum === null) throw new Error(`There is no checksum of what is to replace ${path}.`);
        const fresh = sum.replaceAll(basename(here), basename(path));
        if (former !== null) await away.write(noted, former + fresh);
        await away.bring(here, path);
        await away.write(noted, fresh);
      });
    },
  };
}

/** Does something with the backup at `path`, which lies at `here`; what is found damaged meanwhile is the backup or a copy of it. */
async function ofBackup<T>(path: string, here: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isOfIt = error instanceof AppError && (error.reason === 'database-damaged' || error.details['path'] === here);
    throw isOfIt ? toBackupError(error, path, error) : error;
  }
}

/** A backup as pages are told of it. */
export function shownBackup(backup: FoundBackup & Pick<Backup, 'isOwn' | 'isFormer'>): Backup {
  const { name, at, reason, sizeBytes, folder, isOwn, isFormer, keyId } = backup;
  return { name, at, reason, sizeBytes, folder, isOwn, isFormer, isEncrypted: keyId !== null };
}
