import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRomeFolder, type RomeFolder } from '../../../../tests/support/rome-folder';
import { readRomePack } from './read-rome';

const never = new AbortController().signal;

async function faultsAfter(damage: (folder: RomeFolder) => void) {
  using folder = openRomeFolder();
  damage(folder);
  const { pack, faults } = await readRomePack(folder.files(), never);
  expect(pack).toBeNull();
  return faults.map(({ file, line, code, value }) => [file, line, code, value]);
}

const of = (table: string): string => `unix_${table}_v900_utf8.csv`;

it('reads a version of ROME with its texts in their order', async () => {
  using folder = openRomeFolder();
  const { pack, faults } = await readRomePack(folder.files(), never);
  expect(faults).toEqual([]);
  expect(pack).toMatchObject({ version: 90, title: 'ROME inventé version 90', publishedOn: '2026-02-01' });
  expect(pack?.domains).toContainEqual({ code: 'M12', label: 'Comptes inventés', parentCode: 'M' });
  expect(pack?.sheets.find(({ code }) => code === 'M1899')).toMatchObject({ parentCode: 'M1805', number: '803' });
  expect(pack?.sheets.find(({ code }) => code === 'M1203')?.content).toEqual({
    definition: ['Tient des comptes inventés.', 'Range les factures.'],
    access: ["Accessible avec de la patience, même s'il en faut beaucoup."],
    titles: ['Teneur / Teneuse de comptes'],
    soft: ['Faire preuve de rigueur et de précision'],
    knowHow: [
      {
        name: 'Technique',
        items: [
          { label: 'Additionner des colonnes', isCore: true },
          { label: 'Soustraire des colonnes', isCore: false },
        ],
      },
    ],
    knowledge: [{ name: "Domaines d'expertise", items: [{ label: 'Calcul inventé', isCore: false }] }],
    contexts: [{ name: 'Lieux et déplacements', items: [{ label: 'Travail au grenier', isCore: false }] }],
    near: ['M1899', 'K1205'],
  });
});

describe('a folder with something wrong', () => {
  it('is told file by file', async () => {
    const faults = await faultsAfter((folder) => {
      folder.remove('savoir');
      folder.change('unix_texte', (text) => text.replace('libelle_type_texte', 'type'));
      folder.change('mobilite', (text) => text.replace('"M1899","1"', '"M1899"'));
    });
    expect(faults).toEqual([
      ['unix_referentiel_savoir_v…_utf8.csv', null, 'missing', null],
      [of('texte'), 1, 'columns', 'libelle_type_texte'],
      [of('rubrique_mobilite'), 4, 'torn', '2/3'],
    ]);
  });

  it.each([
    ['cut off within a row', 'unix_texte', (text: string) => text.slice(0, -30), [7, 'torn', null]],
    ['cut off behind a cell', 'coherence', (text: string) => text.slice(0, -4), [9, 'torn', '2/3']],
    ['another encoding', 'unix_texte', (text: string) => Buffer.from(text, 'latin1'), [2, 'encoding', null]],
    ['only a header', 'mobilite', (text: string) => text.slice(0, text.indexOf('\n') + 1), [null, 'empty', null]],
    ['empty', 'mobilite', () => '', [null, 'empty', null]],
    ['no code', 'code_rome', (text: string) => text.replace('"M1899"', '"robot"'), [4, 'code', 'robot']],
    ['twice the same code', 'code_rome', (text: string) => text.replace('"M1899"', '"M1203"'), [4, 'code', 'M1203']],
    [
      'an unknown occupation',
      'unix_texte',
      (text: string) => text.replace('"M1899"', '"M1888"'),
      [6, 'unknown', 'M1888'],
    ],
    [
      'cut off between two rows',
      'coherence',
      (text: string) => text.slice(0, text.indexOf('"M1899"')),
      [null, 'partial', '2/4'],
    ],
  ])('%s', async (_name, part, damage, fault) => {
    const faults = await faultsAfter((folder) => folder.change(part, damage));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.slice(1)).toEqual(fault);
    expect(faults[0]?.[0]).toContain(part);
  });

  it('tells the line of a wrong byte far down', async () => {
    const more = '"M1203","3","definition","3","Écrit à nouveau."\n'.repeat(20_000);
    const faults = await faultsAfter((folder) =>
      folder.change('unix_texte', (text) => Buffer.concat([Buffer.from(text + more), Buffer.from('"é"', 'latin1')])),
    );
    expect(faults).toEqual([[of('texte'), 20_008, 'encoding', null]]);
  });

  it('without a version, with two, and with nothing of ROME', async () => {
    expect(await faultsAfter((folder) => folder.change('version', () => 'ROME'))).toEqual([
      ['version.txt', null, 'version', null],
    ]);
    expect(await faultsAfter((folder) => folder.remove('version'))).toEqual([['version.txt', null, 'missing', null]]);
    using other = openRomeFolder();
    const files = other.files().map(({ path, name }) => ({ path, name: name.replace('unix_', 'offres_') }));
    expect((await readRomePack(files, never)).faults).toEqual([
      { file: null, line: null, code: 'foreign', value: null },
    ]);
    const twice = [
      ...other.files(),
      ...other.files().map((file) => ({ ...file, name: file.name.replace('900', '901') })),
    ];
    const { faults } = await readRomePack(twice, never);
    expect(faults).toHaveLength(10);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['twice']));
  });

  it('stops when it is told to', async () => {
    using folder = openRomeFolder();
    await expect(readRomePack(folder.files(), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});

const official = resolve(import.meta.dirname, '../../../../../shared/data/rome');

it.skipIf(!existsSync(official))('reads the official folder (skipped where it is not)', async () => {
  const files = readdirSync(official).map((name) => ({ name, path: join(official, name) }));
  const { pack, faults } = await readRomePack(files, never);
  expect(faults).toEqual([]);
  expect(pack).toMatchObject({ version: 60, publishedOn: '2025-09-18' });
  expect(pack?.sheets).toHaveLength(1584);
  expect(pack?.domains).toHaveLength(124);
  const items = pack?.sheets.flatMap(({ content: { soft, knowHow, knowledge, contexts } }) => [
    ...soft,
    ...[...knowHow, ...knowledge, ...contexts].flatMap((group) => group.items),
  ]);
  expect(items).toHaveLength(104_219);
});
