import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeWorkbook, zipOf } from '../../../../tests/support/make-workbook';
import { AppError } from '../../../shared/domain/app-error';
import { inspectFile, readFileRows } from '../csv/read-rows';
import { lookIntoWorkbook } from './look-into-workbook';

const dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
afterAll(() => rmSync(dir, { recursive: true }));

let files = 0;
const signal = new AbortController().signal;

function stored(bytes: Uint8Array): string {
  const path = join(dir, `classeur é ${files++}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

const inspect = (bytes: Uint8Array, sheet: string | null = null) =>
  inspectFile(stored(bytes), { kind: 'offers', format: sheet === null ? null : { sheet }, mapping: null }, 20, signal);

async function refusal(bytes: Uint8Array): Promise<unknown> {
  try {
    await inspect(bytes);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.reason : error;
  }
}

/** How a compound file of Office begins. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

describe('a workbook', () => {
  it('is read by the sheet whose header is known, below what stands above it', async () => {
    const found = await inspect(
      makeWorkbook([
        { name: 'Notes & co', xml: '<row r="1"><c r="A1" t="inlineStr"><is><t>Bonjour</t></is></c></row>' },
        {
          name: 'Offres',
          xml: [
            '<row r="1"><c r="A1" t="inlineStr"><is><t>Offres de mars</t></is></c></row>',
            '<row r="3"><c r="A3" t="inlineStr"><is><t>Intitulé</t></is></c><c r="B3" t="inlineStr"><is><t>SIRET</t></is></c><c r="C3" t="inlineStr"><is><t>Début</t></is></c><c r="D3" t="inlineStr"><is><t>Code postal</t></is></c><c r="E3" t="inlineStr"><is><t>Gratification</t></is></c></row>',
            '<row r="4" hidden="1"><c r="A4" t="str"><f>"Stage "&amp;"é"</f><v>Stage é</v></c><c r="B4"><v>9.1614800034E10</v></c><c r="C4" s="1"><v>46054</v></c><c r="D4"><v>1000</v></c><c r="E4"><v>4.3499999999999996</v></c></row>',
            '<row r="6"><c r="A6" t="inlineStr"><is><t>Un</t></is></c><c r="B6" t="e"><v>#N/A</v></c></row>',
          ].join(''),
          after: '<mergeCells count="1"><mergeCell ref="A6:A7"/></mergeCells>',
        },
        { name: 'Cachée', xml: '', isHidden: true },
      ]),
    );
    expect(found).toMatchObject({
      format: { sheet: 'Offres' },
      workbook: { sheets: ['Notes & co', 'Offres'], hiddenRows: 1, mergedCells: 1 },
      notation: { quoteMark: null, headerLine: 3 },
      header: ['Intitulé', 'SIRET', 'Début', 'Code postal', 'Gratification'],
    });
    expect(found.rows.map(({ line, cells, issues }) => [line, cells, issues])).toEqual([
      [4, ['Stage é', '91614800034', '2026-02-01', '1000', '4.35'], []],
      [6, ['Un', '', '', '', ''], []],
    ]);
    expect(found.rows[0]?.draft).toMatchObject({
      offer: { title: 'Stage é', postcode: '01000', start: { kind: 'date', on: '2026-02-01' } },
      contact: { companySiret: '00091614800034' },
    });
  });

  it('is read by the sheet that a person chose', async () => {
    const cell = (text: string, at: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = (title: string) => `<row r="1">${cell('titre', 'A1')}</row><row r="2">${cell(title, 'A2')}</row>`;
    const bytes = makeWorkbook([
      { name: 'Un', xml: sheet('Premier') },
      { name: 'Deux', xml: sheet('Second') },
    ]);
    expect((await inspect(bytes)).rows[0]?.cells).toEqual(['Premier']);
    expect((await inspect(bytes, 'Deux')).rows[0]?.cells).toEqual(['Second']);
    await expect(inspect(bytes, 'Trois')).rejects.toMatchObject({ reason: 'file-sheet-missing' });
    const path = stored(bytes);
    const batches = [];
    const options = { kind: 'offers', format: { sheet: 'Deux' }, mapping: null } as const;
    for await (const { rows } of readFileRows(path, options, signal)) batches.push(rows.map(({ line }) => line));
    expect(batches).toEqual([[2]]);
  });

  it('is read where neither rows nor cells say where they stand', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const found = await inspect(
      makeWorkbook([
        {
          name: 'Offres',
          xml: [
            `<row>${cell('Intitulé')}${cell('Ville')}${'<c/>'.repeat(25)}${cell('Début')}</row>`,
            `<row>${cell('Un')}<c/><c r="AB2" s="1"><v>46054</v></c></row>`,
            `<row/><row r="7">${cell('Deux')}${cell('Brest')}</row><row>${cell('Trois')}</row>`,
          ].join(''),
        },
      ]),
    );
    expect(found.rows.map(({ line, cells, issues }) => [line, cells[0], cells[1], cells[27], issues])).toEqual([
      [2, 'Un', '', '2026-02-01', []],
      [7, 'Deux', 'Brest', '', []],
      [8, 'Trois', '', '', []],
    ]);
  });

  it.each([
    ['an old one', Buffer.concat([compound, Buffer.alloc(600)]), 'file-workbook-old'],
    [
      'one with a password',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'file-workbook-protected',
    ],
    [
      'one of LibreOffice',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      'file-opendocument',
    ],
    ['any other ZIP file', zipOf({ 'word/document.xml': '<a/>' }), 'file-binary'],
    ['half a one', makeWorkbook([{ name: 'A', xml: '' }]).slice(0, 300), 'file-workbook-damaged'],
    ['an empty one', makeWorkbook([{ name: 'A', xml: '' }]), 'file-empty'],
  ])('%s is refused with what to do', async (_name, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason);
  });

  it.each([
    ['says so', (bytes: Uint8Array) => bytes],
    ['says less', sayingLess],
  ])('that unpacks to more than the limit and %s is refused before it is read', async (_name, change) => {
    const bytes = zipOf({ 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': ' '.repeat(bombBytes) });
    expect(bytes.length).toBeLessThan(bombBytes / 100);
    const look = lookIntoWorkbook(stored(change(bytes)), signal, bombBytes / 2);
    await expect(look).rejects.toMatchObject({
      reason: expect.stringMatching(/^file-workbook-(?:too-large|damaged)$/) as string,
    });
  });
});

const bombBytes = 4_000_000;

/** The same file, which gives another size for what it unpacks to. */
function sayingLess(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bombBytes);
  for (let at = changed.indexOf(size); at >= 0; at = changed.indexOf(size, at + 1)) changed.writeUInt32LE(1_000, at);
  return changed;
}
