import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, parse } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { isKeptAside } from '../../../shared/domain/chosen-files';
import { refusedFolder, takenFolder } from '../../../shared/domain/watched-folder';
import type { FolderFile, WatchedFiles } from '../ports';

const chunkBytes = 256 * 1024;

/** What `WatchedFiles` promises, without a bound on the time. */
export const watchedHere: WatchedFiles = {
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
      throw new AppError('unavailable', 'The folder is out of reach.', 'watched-folder-away', { folder }, { cause });
    });
    const shown = entries.filter(({ name }) => !isKeptAside(name));
    const files: FolderFile[] = [];
    for (const { name } of shown.filter((entry) => entry.isFile()).sort(byName)) {
      // One that goes away meanwhile is left out.
      const found = await stat(join(folder, name)).catch(() => null);
      if (found?.isFile()) files.push({ name, sizeBytes: found.size, modifiedMs: Math.round(found.mtimeMs) });
    }
    const own: readonly string[] = [takenFolder, refusedFolder];
    const others = shown.filter((entry) => entry.isDirectory() && !own.includes(entry.name.normalize('NFC')));
    return { files, subfolders: others.sort(byName).map(({ name }) => name) };
  },

  async check(folder) {
    try {
      if (!isAbsolute(folder)) throw new Error('The path is relative.');
      await access(folder, constants.R_OK);
      const probe = join(folder, `.smart-recruiting-${process.pid}`);
      await mkdir(probe);
      await rm(probe, { recursive: true });
    } catch (cause) {
      const details = { path: folder };
      throw new AppError('invalid-input', 'This folder cannot be watched.', 'folder-unwatchable', details, { cause });
    }
  },

  async *read(folder, name) {
    const unread = (cause: unknown): never => {
      throw new AppError('unavailable', 'The file cannot be read.', 'file-unreadable', { file: name }, { cause });
    };
    // On Windows, whoever has it open may keep others out.
    const file = await open(join(folder, name), 'r').catch(unread);
    try {
      while (true) {
        const chunk = new Uint8Array(chunkBytes);
        const { bytesRead } = await file.read(chunk, 0, chunkBytes).catch(unread);
        if (bytesRead === 0) return;
        yield chunk.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  },

  putAway: (folder, name) =>
    moving(name, async () => {
      const place = join(folder, takenFolder);
      await mkdir(place, { recursive: true });
      await rename(join(folder, name), join(place, await freeName(place, name)));
    }),

  putAside: (folder, name, note) =>
    moving(name, async () => {
      const place = join(folder, refusedFolder);
      await mkdir(place, { recursive: true });
      const target = await freeName(place, name);
      // First the note: a file without its reason would be the worse half.
      await writeFile(join(place, `${target}.txt`), note);
      await rename(join(folder, name), join(place, target));
    }),
};

async function moving(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new AppError('unavailable', 'The file cannot be moved.', 'file-unreadable', { file: name }, { cause });
  }
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name, 'fr', { numeric: true });
}

/** "offres.csv", else "offres (2).csv", …: whatever lies there stays. */
async function freeName(place: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let count = 2; await isThere(join(place, free)); count += 1) free = `${stem} (${count})${ext}`;
  return free;
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
