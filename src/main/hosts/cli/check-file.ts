import { type Dirent, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { isKeptAside, mostFilesTogether } from '../../../shared/domain/chosen-files';
import { joinResultPages } from '../../../shared/domain/result-pages';

/**
 * The absolute path of a file that somebody named. Throws `not-found` (`file-missing`) and `invalid-input`
 * (`file-is-folder`) at once; what is wrong inside the file is found by reading it.
 */
export function checkFile(file: string): string {
  const path = resolve(file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new AppError('not-found', `There is no file ${path}.`, 'file-missing', { file });
  if (found.isDirectory()) throw new AppError('invalid-input', `${path} is a folder.`, 'file-is-folder', { file });
  return path;
}

/** A file to be read, until it is given back. */
export interface TakenFile {
  readonly path: string;
  readonly giveBack: () => void;
}

/**
 * The files that somebody named, and those of a folder with all its subfolders, by name, without what programs keep there.
 * The pages of search results of a folder stay one. Throws `not-found` (`folder-empty`), `unavailable`
 * (`folder-unreadable`), and `invalid-input` (`file-many`) as soon as a folder holds more than can be taken together.
 */
export function namedFiles(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    if (!isFolder(name)) return [name];
    const inside: string[] = [];
    for (const file of filesIn(name)) {
      inside.push(file);
      if (inside.length > mostFilesTogether) {
        throw new AppError('invalid-input', `${name} holds too many files.`, 'file-many', { file: name });
      }
    }
    if (inside.length === 0) throw new AppError('not-found', `${name} holds no file.`, 'folder-empty', { file: name });
    return inside;
  });
}

function* filesIn(folder: string): Generator<string> {
  const shown = entriesOf(folder)
    .filter(({ name }) => !isKeptAside(name))
    .sort((one, other) => one.name.localeCompare(other.name, 'fr', { numeric: true }));
  const files = shown.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  const arePages = files.length > 0 && files.every((file) => file.toLowerCase().endsWith('.json'));
  yield* arePages ? [folder] : files;
  for (const entry of shown) if (entry.isDirectory()) yield* filesIn(join(folder, entry.name));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    const details = { file: folder };
    throw new AppError('unavailable', `${folder} cannot be read.`, 'folder-unreadable', details, { cause });
  }
}

/**
 * The file that somebody named, or the pages of search results of a folder (its .json files, by name) as one file.
 * Throws as `checkFile` and `joinResultPages`.
 */
export function takeFile(file: string): TakenFile {
  const folder = resolve(file);
  const names = isFolder(folder) ? readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.json')) : [];
  // A folder without pages is refused like any other.
  if (names.length === 0) return { path: checkFile(file), giveBack: () => undefined };
  names.sort((one, other) => one.localeCompare(other, 'fr', { numeric: true }));
  const joined = joinResultPages(names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })));
  const place = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  const path = join(place, `${basename(folder)}.json`);
  writeFileSync(path, joined, { mode: 0o600 });
  return { path, giveBack: () => rmSync(place, { recursive: true, force: true }) };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * The absolute path of a file that is to be written. Throws `unavailable` (`output-unwritable`) before any work is done
 * where there is no such folder, or a folder has that name.
 */
export function checkOutput(file: string): string {
  const path = resolve(file);
  if (isFolder(path) || !isFolder(dirname(path))) {
    throw new AppError('unavailable', `${path} cannot be written.`, 'output-unwritable', { file });
  }
  return path;
}
