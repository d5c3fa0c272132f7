import { AppError } from '../../../shared/domain/app-error';
import { packageEnding } from '../../../shared/domain/package';
import { joinResultPages } from '../../../shared/domain/result-pages';
import { mostQueuedFiles } from './file-queue';

/** The entries of a dropped folder, or the dropped files themselves; reading is over before the event is. */
export function droppedEntries({ items }: DataTransfer): readonly FileSystemEntry[] {
  return [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
}

/** The files among entries, and those that lie directly in folders among them. */
export async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  for (const entry of entries) {
    if (isFolder(entry)) {
      for (const inner of await entriesOf(entry)) if (isFile(inner)) files.push(await fileOf(inner));
    } else if (isFile(entry)) files.push(await fileOf(entry));
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
  const shown = files.filter(({ name }) => !name.startsWith('.'));
  const [first, second] = shown;
  if (!first) throw new AppError('not-found', 'Nothing was chosen.', 'file-missing');
  if (!second) return [first];
  const inOrder = [...shown].sort((one, other) => one.name.localeCompare(other.name, 'fr', { numeric: true }));
  const hasEnding = (ending: string) => (file: File) => file.name.toLowerCase().endsWith(ending);
  if (inOrder.some(hasEnding(packageEnding)) || inOrder.length > mostQueuedFiles) {
    throw new AppError('invalid-input', 'Several files that cannot be taken together.', 'file-many');
  }
  if (!inOrder.every(hasEnding('.json'))) return inOrder;
  const pages = await Promise.all(inOrder.map(async (file) => ({ name: file.name, text: await file.text() })));
  return [new File([joinResultPages(pages)], nameOfMany(pages.length))];
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
