import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { maxCellLength } from '../../../shared/domain/cells/cut-cell';
import { readWorkbook } from '../../workers/sheet/read-workbook';
import type { Cell } from './csv-writer';
import { createXlsxWriter } from './xlsx-writer';

const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

async function sheetsOf(pieces: readonly (string | Uint8Array)[]) {
  const path = join(folder, `export-${files++}.xlsx`);
  writeFileSync(path, Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
  const sheets = await readWorkbook(path, new AbortController().signal);
  return sheets.map(({ name, rows }) => [name, rows]);
}

const names = [['intitulé', 'title']] as const;
const row = (text: string): Cell[] => [{ text }];

describe('a workbook', () => {
  it('goes on in another sheet under the same header where one is full', async () => {
    const writer = createXlsxWriter(3);
    const pieces = [writer.start(names), writer.rows(['a', 'b', 'c'].map(row)), writer.rows(['d', 'e'].map(row))];
    expect(await sheetsOf([...pieces, writer.end()])).toEqual([
      ['Export', [['intitulé'], ['a'], ['b']]],
      ['Export 2', [['intitulé'], ['c'], ['d']]],
      ['Export 3', [['intitulé'], ['e']]],
    ]);
  });

  it('has one sheet where its rows just fill it, and none of its cells is cut', async () => {
    const writer = createXlsxWriter(3);
    const pieces = [writer.start(names), writer.rows(['a', 'b'].map(row)), writer.end()];
    expect(await sheetsOf(pieces)).toEqual([['Export', [['intitulé'], ['a'], ['b']]]]);
    expect(writer.cutCells()).toBe(0);
  });

  it('counts the cells that it has no room for', () => {
    const writer = createXlsxWriter();
    writer.start(names);
    const cells: Cell[] = [{ text: 'x'.repeat(maxCellLength) }, { text: 'x'.repeat(maxCellLength + 1) }];
    const list: Cell = { list: Array.from({ length: 200 }, () => 'mot '.repeat(50)) };
    writer.rows([cells, [list, { number: 12 }, null]]);
    expect(writer.cutCells()).toBe(2);
  });
});
