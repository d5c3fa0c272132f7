import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readResultPages } from '../../../shared/domain/result-pages';
import { namedFiles, takeFile } from './check-file';

const folder = mkdtempSync(join(tmpdir(), 'pages d’été '));
afterAll(() => rmSync(folder, { recursive: true }));

it('takes the pages of a folder together, in the order of their numbers, and gives back what it made', () => {
  for (const number of [10, 2, 1]) {
    writeFileSync(join(folder, `page ${number}.json`), JSON.stringify({ resultats: [{ id: number }] }));
  }
  writeFileSync(join(folder, 'lisez-moi.txt'), 'Rien à prendre.');
  const { path, giveBack } = takeFile(folder);
  const pages = readResultPages(readFileSync(path, 'utf8'));
  expect(pages.flatMap(({ offers }) => offers)).toEqual([{ id: 1 }, { id: 2 }, { id: 10 }]);
  giveBack();
  expect(existsSync(dirname(path))).toBe(false);
  expect(existsSync(folder)).toBe(true);
});

it('names the damaged page of a folder, and refuses a folder without pages', () => {
  const empty = join(folder, 'vide');
  mkdirSync(empty);
  expect(() => takeFile(empty)).toThrow(expect.objectContaining({ reason: 'file-is-folder' }));
  writeFileSync(join(folder, 'page 3.json'), '{"resultats": [');
  expect(() => takeFile(folder)).toThrow(
    expect.objectContaining({ reason: 'file-json-damaged', details: { file: 'page 3.json', line: 1 } }),
  );
});

it('names the files of a folder and of its subfolders, and pages of results as their folder', () => {
  const year = join(folder, 'année');
  const places = [
    'b.csv',
    'mai/a 10.csv',
    'mai/a 2.csv',
    'mai/.caché.csv',
    'mai/~$a.xlsx',
    '.git/c.csv',
    'mai/a.csv.part',
    'web/page 1.json',
  ];
  for (const place of places) {
    mkdirSync(dirname(join(year, place)), { recursive: true });
    writeFileSync(join(year, place), 'x');
  }
  expect(namedFiles([year, 'autre.csv'])).toEqual([
    ...['b.csv', join('mai', 'a 2.csv'), join('mai', 'a 10.csv'), 'web'].map((name) => join(year, name)),
    'autre.csv',
  ]);
  mkdirSync(join(folder, 'rien', 'de rien'), { recursive: true });
  expect(() => namedFiles([join(folder, 'rien')])).toThrow(expect.objectContaining({ reason: 'folder-empty' }));
});

it('refuses a folder with more files than can be taken together, and takes as many as are named one by one', () => {
  const many = join(folder, 'disque');
  mkdirSync(join(many, 'b'), { recursive: true });
  const files = Array.from({ length: 61 }, (_, number) => join(many, number < 30 ? '' : 'b', `${number}.csv`));
  for (const file of files) writeFileSync(file, 'x');
  expect(() => namedFiles([many])).toThrow(
    expect.objectContaining({ code: 'invalid-input', reason: 'file-many', details: { file: many } }),
  );
  expect(namedFiles(files)).toEqual(files);
  rmSync(files[60] ?? '');
  expect(namedFiles([many])).toHaveLength(60);
});

// On Windows, rights are no bits of a folder.
it.skipIf(process.platform === 'win32')('names the subfolder that cannot be read', () => {
  const closed = join(folder, 'année', 'fermé');
  mkdirSync(closed);
  chmodSync(folder, 0o755);
  chmodSync(closed, 0);
  const isRoot = process.getuid?.() === 0;
  // Whoever may do everything may read it too.
  if (isRoot) process.seteuid?.('nobody');
  try {
    expect(() => namedFiles([join(folder, 'année')])).toThrow(
      expect.objectContaining({ code: 'unavailable', reason: 'folder-unreadable', details: { file: closed } }),
    );
  } finally {
    if (isRoot) process.seteuid?.('root');
    chmodSync(closed, 0o755);
  }
});
