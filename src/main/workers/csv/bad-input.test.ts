import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../core/ports';
import { unpackCells } from './packed-cells';
import { readFileRows } from './read-rows';

// What files of the wild bring; docs/imports.md lists each with its outcome.

const never = new AbortController().signal;
const offers: ReadOptions = { kind: 'offers', format: null, mapping: null, keepsCells: true };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let files = 0;
const newPath = (): string => join(folder, `${(files += 1)}.csv`);

async function cellsIn(path: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { packedCells } of readFileRows(path, offers, never))
    rows.push(...unpackCells(packedCells ?? new Uint8Array()));
  return rows;
}

async function cellsOf(content: string | Buffer): Promise<(readonly string[])[]> {
  const path = newPath();
  await writeFile(path, content);
  return await cellsIn(path);
}

describe('every way of writing a CSV file', () => {
  // The kinds of csv-spectrum (github.com/max-mapper/csv-spectrum), with rows of our own.
  it.each([
    ['simple', 'title,city,places\nA,Lyon,3\n', [['A', 'Lyon', '3']]],
    ['simple with CR LF', 'title,city,places\r\nA,Lyon,3\r\n', [['A', 'Lyon', '3']]],
    ['without a last line end', 'title,city,places\nA,Lyon,3', [['A', 'Lyon', '3']]],
    ['a comma in quotes', 'title,city,places\n"A, B",Lyon,3\n', [['A, B', 'Lyon', '3']]],
    [
      'empty cells',
      'title,city,places\nA,"",""\nB,,\n',
      [
        ['A', '', ''],
        ['B', '', ''],
      ],
    ],
    [
      'empty cells with CR LF',
      'title,city,places\r\nA,"",""\r\nB,,\r\n',
      [
        ['A', '', ''],
        ['B', '', ''],
      ],
    ],
    ['escaped quotes', 'title,city\nA,"ha ""ha"" ha"\n', [['A', 'ha "ha" ha']]],
    [
      'JSON in a cell',
      'title,city\nA,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
      [['A', '{"type": "Point", "coordinates": [102.0, 0.5]}']],
    ],
    ['line breaks', 'title,city\n"Once upon\na time",Lyon\n', [['Once upon\na time', 'Lyon']]],
    ['line breaks with CR LF', 'title,city\r\n"Once upon\r\na time",Lyon\r\n', [['Once upon\r\na time', 'Lyon']]],
    ['quotes and line breaks', 'title,city\nA,"ha\n""ha""\nha"\n', [['A', 'ha\n"ha"\nha']]],
    [
      'letters of many alphabets',
      'title,city\nʤ,Лион\n日本,😀\n',
      [
        ['ʤ', 'Лион'],
        ['日本', '😀'],
      ],
    ],
  ])('reads %s', async (_kind, text, rows) => {
    expect(await cellsOf(text)).toEqual(rows);
  });

  const encodings = ['utf-8', 'utf-8 with BOM', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
  const ends = ['\n', '\r\n', '\r'] as const;
  const cases = encodings.flatMap((encoding) =>
    [';', ',', '\t', '|'].flatMap((separator) => ends.map((end) => [encoding, separator, end] as const)),
  );
  it.each(cases)('reads %s, separated by %j, with lines that end in %j', async (encoding, separator, end) => {
    const long = 'Élève ingénieur à l’été, « stage d’août » – forêt, hôtel, maïs, où ça ? Noël, garçon';
    const rows = [
      ['titre', 'ville', 'remarque'],
      ...Array.from({ length: 20 }, (_, n) => [`${long} ${n}`, 'Nîmes', 'très "bon"']),
    ];
    const quoted = (cell: string): string => (/[;,\t|"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const text = rows.map((cells) => cells.map(quoted).join(separator)).join(end) + end;
    const [name = ''] = encoding.split(' ');
    const bytes = iconv.encode(text, name, { addBOM: name.startsWith('utf-16') || encoding.endsWith('BOM') });
    expect(await cellsOf(bytes)).toEqual(rows.slice(1));
  });
});

describe('names and sizes that break careless programs', () => {
  it('takes names of JavaScript as names of columns and as values', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(await cellsOf(`title;${names.join(';')}\nA;${names.join(';')}\n`)).toEqual([['A', ...names]]);
    expect(({} as Record<string, unknown>)['A']).toBeUndefined();
  });

  it('refuses a header of 100,000 columns', async () => {
    const header = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(';');
    await expect(cellsOf(`${header}\n1\n`)).rejects.toMatchObject({
      reason: 'file-too-many-columns',
      details: { line: 1 },
    });
  });

  it.each([
    ['in quotes', '"'],
    ['without quotes', ''],
  ])('refuses a cell of 50 MB %s as soon as it is too long', async (_how, quote) => {
    const path = newPath();
    const out = createWriteStream(path);
    out.write(`id;titre\n1;A\n2;${quote}`);
    const megabyte = 'a'.repeat(1024 * 1024);
    for (let count = 0; count < 50; count += 1) if (!out.write(megabyte)) await once(out, 'drain');
    out.end(`${quote}\n3;B\n`);
    await once(out, 'finish');
    await expect(cellsIn(path)).rejects.toMatchObject({
      ...{ code: 'invalid-input', reason: 'file-field-too-long', details: { line: 3, column: 'titre' } },
    });
  });

  it('refuses zeros in UTF-16 as in any other text', async () => {
    const bytes = iconv.encode('titre;ville\nA\0;Lyon\n', 'utf-16le', { addBOM: true });
    await expect(cellsOf(bytes)).rejects.toMatchObject({ code: 'invalid-input', reason: 'file-binary' });
  });
});
