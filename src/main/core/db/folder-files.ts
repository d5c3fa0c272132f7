import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { backupFileName, leftoversAmong, noDatabaseId, readBackupFileName } from '../../../shared/domain/backup';
import { peekLastIds, peekVersion } from './copy-database';
import { heldDataKeys, holdDataKey, idBytes, keyIdOfBeginning, type DataKey } from './data-keys';
import { toDatabaseError } from './database-error';
import { syncName } from './sync';
import type { BackupFiles } from '../ports';

const chunkBytes = 1024 * 1024;
const anHourMs = 3_600_000;
const longestName = `${backupFileName({ databaseId: noDatabaseId, at: new Date(0).toISOString(), reason: 'migration' })}.sha256.part`;

/** The files of a folder as this process reaches them; `keys` are those that files in it may be under. */
export interface FolderFiles extends Omit<BackupFiles, 'bring' | 'fetch' | 'peek'> {
  /** Copies into `folder` or out of it, and yields how many bytes were dealt with by then. */
  copying(from: string, to: string, folder: string): AsyncGenerator<number>;
  peek(path: string, keys: readonly DataKey[]): ReturnType<BackupFiles['peek']>;
}

/** What `BackupFiles` promises, without a bound on the time. */
export const folderFiles: FolderFiles = {
  list: (folder) =>
    reaching(folder, async () => {
      const names = (await namesIn(folder)).filter((name) => readBackupFileName(name));
      const found = await Promise.all(names.map((name) => look(join(folder, name), name)));
      return found.filter((file) => file !== null);
    }),
  check: (folder) =>
    reaching(folder, async () => {
      // One level at most: for a path with a mistake in it, or on a share that is not mounted, nothing is made on this disk.
      if (!(await isFolder(folder))) await mkdir(folder);
      // As long as the longest name that comes here: a path may be just short enough for others.
      const probe = join(folder, `.write-probe-${process.pid}-`.padEnd(longestName.length, '0'));
      await writeFile(probe, '');
      await rm(probe);
    }),
  tidy: (folder, databaseId) =>
    reaching(folder, async () => {
      for (const name of leftoversAmong(await readdir(folder), databaseId)) {
        const path = join(folder, name);
        const { mtimeMs } = await stat(path);
        if (Date.now() - mtimeMs > anHourMs) await rm(path, { force: true });
      }
    }),
  async *copying(from, to, folder) {
    const half = `${to}.part`;
    try {
      yield* copyTo(from, half);
      await rename(half, to);
      syncName(to);
    } catch (error) {
      await rm(half, { force: true }).catch(() => undefined);
      throw unreached(folder, error);
    }
  },
  remove: (paths) =>
    reaching(dirname(paths[0] ?? ''), async () => {
      for (const path of paths) await rm(path, { force: true });
    }),
  read: (path) =>
    reaching(dirname(path), () =>
      readFile(path, 'utf8').catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      }),
    ),
  write: (path, text) =>
    reaching(dirname(path), async () => {
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
      syncName(path);
    }),
  peek: (path, keys) =>
    reaching(dirname(path), () => {
      for (const key of keys) holdDataKey(key);
      return Promise.resolve({ version: peekVersion(path), lastIds: [...peekLastIds(path)] });
    }),
};

const copied = async (from: string, to: string, folder: string): Promise<void> => {
  const passing = folderFiles.copying(from, to, folder);
  while (!(await passing.next()).done);
};

/** The port for whoever need not mind a folder that hangs: folders of this PC, commands, tests. */
export const filesHere: BackupFiles = {
  ...folderFiles,
  bring: (from, to) => copied(from, to, dirname(to)),
  fetch: (from, to) => copied(from, to, dirname(from)),
  peek: (path) => folderFiles.peek(path, heldDataKeys()),
};

async function reaching<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreached(folder, error);
  }
}

/** A share that went away fails in as many ways as there are systems. */
function unreached(folder: string, error: unknown): unknown {
  const known = toDatabaseError(error, folder);
  if (known instanceof AppError) return known;
  return new AppError('unavailable', 'The folder is out of reach.', 'folder-away', { folder }, { cause: error });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // The first backup makes it.
    if (isMissing(error)) return [];
    throw error;
  }
}

/** One that cannot be opened is told to be what it was before there was a choice; whoever needs it is told why. */
async function look(path: string, name: string): Promise<Awaited<ReturnType<BackupFiles['list']>>[number] | null> {
  try {
    const { size } = await stat(path);
    return { name, sizeBytes: size, keyId: await keyIdAt(path).catch(() => null) };
  } catch (error) {
    // Removed just now.
    if (isMissing(error)) return null;
    throw error;
  }
}

async function keyIdAt(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(idBytes), 0, idBytes, 0);
    return bytesRead < idBytes ? null : keyIdOfBeginning(buffer);
  } finally {
    await file.close();
  }
}

/** Copies a file, synced, and reads it again: what a network mangled is noticed now and not in a year. */
async function* copyTo(from: string, half: string): AsyncGenerator<number> {
  const source = await open(from);
  const target = await open(half, 'w+', 0o600);
  const chunk = Buffer.alloc(chunkBytes);
  let done = 0;
  try {
    const [sent, arrived] = [createHash('sha256'), createHash('sha256')];
    for (let at = 0; ;) {
      const { bytesRead } = await source.read(chunk, 0, chunkBytes, at);
      if (bytesRead === 0) break;
      const bytes = chunk.subarray(0, bytesRead);
      sent.update(bytes);
      for (let written = 0; written < bytesRead;) {
        written += (await target.write(bytes, written, bytesRead - written, at + written)).bytesWritten;
      }
      at += bytesRead;
      yield (done += bytesRead);
    }
    await target.sync();
    for (let at = 0; ;) {
      const { bytesRead } = await target.read(chunk, 0, chunkBytes, at);
      if (bytesRead === 0) break;
      arrived.update(chunk.subarray(0, bytesRead));
      at += bytesRead;
      yield (done += bytesRead);
    }
    if (arrived.digest('hex') !== sent.digest('hex')) throw new Error(`${half} did not arrive as it was sent.`);
  } finally {
    await source.close();
    await target.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
