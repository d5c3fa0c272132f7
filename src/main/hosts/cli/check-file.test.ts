import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readResultPages } from '../../../shared/domain/result-pages';
import { takeFile } from './check-file';

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
