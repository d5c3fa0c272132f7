import { AppError } from '../../../shared/domain/app-error';
import { isKeptAside, mostFilesTogether } from '../../../shared/domain/chosen-files';
import { packageEnding } from '../../../shared/domain/package';
import { joinResultPages } from '../../../shared/domain/result-pages';

/** The entries of a dropped folder, or the dropped files themselves; reading is over before the event is. */
export function droppedEntries({ items }: DataTransfer): readonly FileSystemEntry[] {
  return [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
}

/**
 * The files among entries, and those of folders among them with all their subfolders, without what programs keep there. Throws
 * `invalid-input` (`file-many`) as soon as there are more than can be taken together: somebody dropped a whole disk.
 */
export async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    if (isKeptAside(entry.name)) continue;
    if (isFolder(entry)) waiting.push(...(await entriesOf(entry)));
    else if (isFile(entry)) files.push(await fileOf(entry));
    if (files.length > mostFilesTogether) throw tooMany();
  }
  return files;
}

/**
 * What is imported of the files that a person chose: pages of search results together as one, others as they are. Throws
 * `not-found` (`file-missing`) for none, `invalid-input` (`file-many`) for too many or where a file of another
 * university is among several, and what `joinResultPages` throws, with the page's name.
 */
export async function takenTogether(
  files: readonly File[],
  nameOfMany: (count: number) => string,
): Promise<readonly File[]> {
  const shown = files.filter(({ name }) => !isKeptAside(name));
  const [first, second] = shown;
  if (!first) throw new AppError('not-found', 'Nothing was chosen.', 'file-missing');
  if (!second) return [first];
  const inOrder = [...shown].sort((one, other) => one.name.localeCompare(other.name, 'fr', { numeric: true }));
  const hasEnding = (ending: string) => (file: File) => file.name.toLowerCase().endsWith(ending);
  if (inOrder.some(hasEnding(packageEnding)) || inOrder.length > mostFilesTogether) {
    throw tooMany();
  }
  if (!inOrder.every(hasEnding('.json'))) return inOrder;
  const pages = await Promise.all(inOrder.map(async (file) => ({ name: file.name, text: await file.text() })));
  return [new File([joinResultPages(pages)], nameOfMany(pages.length))];
}

function tooMany(): AppError {
  return new AppError('invalid-input', 'Several files that cannot be taken together.', 'file-many');
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder is read in pieces of a hundred entries, until one is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  while (true) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return all;
    all.push(...piece);
  }
}
