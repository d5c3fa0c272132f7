import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, parse } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { refusedFolder, takenFolder } from '../../../shared/domain/watched-folder';

/** A file as it lies in the watched folder: another size or time makes it another file. */
export interface FolderFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** What programs write while they are at it: owner files of Office, parts of downloads, hidden files. */
const unfinished = /^(?:~\$|\.|~)|\.(?:tmp|part|partial|crdownload|download|lock|lnk|ini)$/i;

/**
 * The files that lie directly in the folder, by name. Throws what the system throws when it cannot be read; a file that
 * goes away meanwhile is left out.
 */
export async function filesIn(folder: string): Promise<readonly FolderFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() && !unfinished.test(entry.name) ? [entry.name] : []));
  const files: FolderFile[] = [];
  for (const name of names.sort((one, other) => one.localeCompare(other, 'fr', { numeric: true }))) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found?.isFile()) files.push({ name, sizeBytes: found.size, modifiedMs: Math.round(found.mtimeMs) });
  }
  return files;
}

/** Whether a file can be read now: on Windows, whoever has it open may keep others out. */
export async function isReadable(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  await file?.close();
  return file !== null;
}

/** Puts a file that was imported away. Throws what the system throws: it then stays where it is. */
export function putAway(folder: string, name: string): void {
  const place = join(folder, takenFolder);
  mkdirSync(place, { recursive: true });
  renameSync(join(folder, name), join(place, freeName(place, name)));
}

/** Puts a file that is refused away, with a note that says why. Throws alike. */
export function putAside(folder: string, name: string, note: string): void {
  const place = join(folder, refusedFolder);
  mkdirSync(place, { recursive: true });
  const target = freeName(place, name);
  // First the note: a file without its reason would be the worse half.
  writeFileSync(join(place, `${target}.txt`), note);
  renameSync(join(folder, name), join(place, target));
}

/** "offres.csv", else "offres (2).csv", …: whatever lies there stays. */
function freeName(place: string, name: string): string {
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let count = 2; existsSync(join(place, free)); count += 1) free = `${stem} (${count})${ext}`;
  return free;
}

/** Throws `invalid-input` (`folder-unwatchable`) for a folder that is not there or in which files cannot be put away. */
export function checkWatchable(folder: string): void {
  try {
    if (!isAbsolute(folder)) throw new Error('The path is relative.');
    accessSync(folder, constants.R_OK);
    const probe = join(folder, `.smart-recruiting-${process.pid}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
  } catch (cause) {
    const details = { path: folder };
    throw new AppError('invalid-input', 'This folder cannot be watched.', 'folder-unwatchable', details, { cause });
  }
}
