import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
