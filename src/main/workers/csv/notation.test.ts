import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../../../tests/support/make-workbook';
import { asFound, type NotationWish } from '../../../shared/domain/file-notation';
import { inspectFile } from './read-rows';

// How a file is written: what is found, and what somebody says otherwise.

const never = new AbortController().signal;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function look(content: string | Uint8Array, wish: Partial<NotationWish> = {}) {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const options = { kind: 'offers', format: null, mapping: null, notation: { ...asFound, ...wish } } as const;
  const { format, notation, header, rows } = await inspectFile(path, options, 20, never);
  return { format, notation, header, rows: rows.map(({ line, cells }) => [line, ...cells]) };
}

describe('quotes', () => {
  it('are found to be apostrophes where cells stand between two', async () => {
    const text = "'titre','ville','heures'\n'Stage d''été, à la mer','Brest','37,5'\n'Juriste','Lyon','35'\n";
    expect(await look(text)).toMatchObject({
      format: { delimiter: ',' },
      notation: { quoteMark: 'single' },
      header: ['titre', 'ville', 'heures'],
      rows: [
        [2, "Stage d'été, à la mer", 'Brest', '37,5'],
        [3, 'Juriste', 'Lyon', '35'],
      ],
    });
  });

  it('are no apostrophes where these only stand in words and before formulas', async () => {
    const text = "titre;ville\nStage à l'atelier;L'Haÿ\n'=1+1;'+33 1\n'-x;Paris\n";
    expect((await look(text)).notation.quoteMark).toBe('double');
  });

  it('are characters where they come in pairs within cells and every row is then whole', async () => {
    const text = 'titre;ville;domaine\n"Chef" de projet;Lyon;"x" et y\nJuriste;Paris;z\n';
    expect(await look(text)).toMatchObject({
      notation: { quoteMark: 'none' },
      rows: [
        [2, '"Chef" de projet', 'Lyon', '"x" et y'],
        [3, 'Juriste', 'Paris', 'z'],
      ],
    });
    // Where some cells are enclosed, quotes are quotes.
    expect((await look('titre;ville\n"Chef" de projet;Lyon\n"Juriste";Paris\n')).notation.quoteMark).toBe('double');
  });

  it('are what somebody says', async () => {
    const text = 'titre;ville\n"Chef de projet;Lyon\n"Juriste;Paris\n';
    expect((await look(text, { quoteMark: 'none' })).rows).toEqual([
      [2, '"Chef de projet', 'Lyon'],
      [3, '"Juriste', 'Paris'],
    ]);
    expect((await look("titre;ville\n'a;b';Lyon\nc;Paris\n", { quoteMark: 'single' })).rows).toEqual([
      [2, 'a;b', 'Lyon'],
      [3, 'c', 'Paris'],
    ]);
  });
});

describe('the header', () => {
  const text = 'titre;ville;contrat\nNos postes;Chez qui;Combien\nJuriste;Lyon;7\n';

  it('stands where somebody says, and what is above it is no row', async () => {
    expect(await look(text)).toMatchObject({ notation: { headerLine: 1 }, header: ['titre', 'ville', 'contrat'] });
    expect(await look(text, { headerLine: 2 })).toMatchObject({
      notation: { headerLine: 2 },
      header: ['Nos postes', 'Chez qui', 'Combien'],
      rows: [[3, 'Juriste', 'Lyon', '7']],
    });
  });

  it('is missing where somebody says so: columns are numbered, and the first line is a row', async () => {
    const bare = 'Juriste;Lyon;7\nVendeur;Paris;8\n';
    const answer = { notation: { headerLine: 0 }, header: ['#1', '#2', '#3'] };
    expect(await look(bare, { headerLine: 0 })).toMatchObject({
      ...answer,
      rows: [
        [1, 'Juriste', 'Lyon', '7'],
        [2, 'Vendeur', 'Paris', '8'],
      ],
    });
    expect(await look(`sep=;\n${bare}`, { headerLine: 0 })).toMatchObject({
      ...answer,
      rows: [
        [2, 'Juriste', 'Lyon', '7'],
        [3, 'Vendeur', 'Paris', '8'],
      ],
    });
  });

  it('counts lines as the file has them, also below Excel’s line and within quotes', async () => {
    const found = await look('sep=;\n"deux\nlignes";x\nintitulé;ville\nJuriste;Lyon\n', { headerLine: 4 });
    expect(found).toMatchObject({
      notation: { headerLine: 4 },
      header: ['intitulé', 'ville'],
      rows: [[5, 'Juriste', 'Lyon']],
    });
  });

  it.each([9, 4])('is refused at line %d, where no record begins', async (headerLine) => {
    await expect(look(`${text}\n`, { headerLine })).rejects.toMatchObject({
      reason: 'file-no-header-line',
      details: { line: headerLine },
    });
    await expect(look('sep=;\ntitre;ville\na;b\n', { headerLine: 1 })).rejects.toMatchObject({
      reason: 'file-no-header-line',
    });
  });

  it('of a sheet stands where somebody says, too', async () => {
    const cell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const row = (line: number, ...cells: readonly [string, string]) =>
      `<row r="${line}">${cell(`A${line}`, cells[0])}${cell(`B${line}`, cells[1])}</row>`;
    const xml = row(1, 'titre', 'ville') + row(2, 'intitulé du poste', 'commune') + row(4, 'Juriste', 'Lyon');
    const workbook = makeWorkbook([{ name: 'Offres', xml }]);
    const head = async (headerLine: number | null) => {
      const { notation, header, rows } = await look(workbook, { headerLine });
      return [notation.headerLine, header, rows.map(([line]) => line)];
    };
    expect(await head(null)).toEqual([1, ['titre', 'ville'], [2, 4]]);
    expect(await head(2)).toEqual([2, ['intitulé du poste', 'commune'], [4]]);
    expect(await head(0)).toEqual([0, ['#1', '#2'], [1, 2, 4]]);
    await expect(head(3)).rejects.toMatchObject({ reason: 'file-no-header-line', details: { line: 3 } });
  });
});
