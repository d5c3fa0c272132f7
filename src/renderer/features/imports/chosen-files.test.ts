import { expect, it } from 'vitest';
import { filesOf } from './chosen-files';

/** What a browser gives of a file that was dropped. */
function fileEntry(name: string): FileSystemEntry {
  const entry = {
    name,
    isFile: true,
    isDirectory: false,
    file: (give: (file: File) => void) => give(new File(['x'], name)),
  };
  return entry as unknown as FileSystemEntry; // Only what is read of it.
}

/** What a browser gives of a folder: its entries piece by piece, until a piece is empty. */
function folderEntry(name: string, inside: readonly FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    const pieces = [inside.slice(0, 1), inside.slice(1), []];
    return { readEntries: (give: (entries: readonly FileSystemEntry[]) => void) => give(pieces.shift() ?? []) };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry; // As above.
}

it('takes the files of subfolders too, and leaves hidden ones', async () => {
  const may = folderEntry('mai', [
    fileEntry('a.csv'),
    folderEntry('copies', [fileEntry('b.csv')]),
    fileEntry('~$a.xlsx'),
  ]);
  const dropped = [
    fileEntry('seul.csv'),
    folderEntry('2026', [may, fileEntry('.DS_Store'), folderEntry('.git', [fileEntry('c')])]),
  ];
  const files = await filesOf(dropped);
  expect(files.map(({ name }) => name).sort()).toEqual(['a.csv', 'b.csv', 'seul.csv']);
});

it('refuses more than somebody looks through before all of them are read', async () => {
  const endless = folderEntry(
    'disque',
    Array.from({ length: 1_000 }, (_, number) => fileEntry(`${number}.csv`)),
  );
  await expect(filesOf([endless])).rejects.toMatchObject({ reason: 'file-many' });
});
