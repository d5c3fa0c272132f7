import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../src/shared/contract/exports';
import { asFound, type NotationWish } from '../../src/shared/domain/file-notation';
import type { ImportId } from '../../src/shared/domain/ids';
import type { ColumnMapping, EmptyCellRule } from '../../src/shared/domain/import';
import type { MatchKey } from '../../src/shared/domain/match-key';
import { openApp, type OpenApp } from '../support/open-app';

let files = 0;

interface Choices {
  readonly mapping?: ColumnMapping;
  readonly notation?: NotationWish;
  readonly emptyCells?: EmptyCellRule;
  readonly matchKey?: MatchKey;
}

async function take(app: OpenApp, content: string | Buffer, choices: Choices = {}, ending = 'csv') {
  const path = join(app.dataDir, `file-${files++}.${ending}`);
  await writeFile(path, content);
  const { mapping = null, ...said } = choices;
  const source = { fileId: app.fileStore.adopt(path), kind: 'offers', format: null, mapping } as const;
  const { importId, jobId } = await app.client.imports.start({ ...source, ...said, dryRun: false });
  const { state, error } = await app.endOf(jobId);
  expect([state, error]).toEqual(['succeeded', null]);
  return await app.client.imports.get({ importId });
}

async function rejectedOf(app: OpenApp, importId: ImportId, format: ExportFormat = 'excel-fr'): Promise<Buffer> {
  const request = { what: 'rejected-rows', importId, language: 'fr' } as const;
  const { jobId, fileId } = await app.client.exports.start({ request, format });
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  return await readFile(app.fileStore.locate(fileId).path);
}

async function offersOf(app: OpenApp) {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 100 });
  return await Promise.all(rows.map(({ id: offerId }) => app.client.offers.get({ offerId })));
}

describe('rejected rows', () => {
  it('come as a file in the columns of theirs, with the reason, and are taken in once mended', async () => {
    await using app = await openApp();
    const { id } = await take(app, 'référence;intitulé;code postal;interne\nA1;Stage;69001;01\nA2;;01000;02\n');
    const text = (await rejectedOf(app, id)).toString('utf8');
    // Excel would show 1000 for 01000, and save that.
    expect(text).toBe(
      '\uFEFFréférence;intitulé;code postal;interne;motif\r\nA2;;"=""01000""";"=""02""";Valeur obligatoire absente (intitulé)\r\n',
    );
    await take(app, text.replace('A2;;', 'A2;Stage de gestion;'));
    expect((await offersOf(app)).map(({ title, postcode }) => [title, postcode])).toEqual([
      ['Stage', '69001'],
      ['Stage de gestion', '01000'],
    ]);
  });

  it.each(['excel-fr', 'rfc4180', 'xlsx'] as const)(
    'keep in %s what stood behind the last column, and stay rejected until it is mended',
    async (format) => {
      await using app = await openApp();
      const { id } = await take(app, 'intitulé;ville\nStage; comptable;Lyon;;\nStage;Paris\nAutre;Lyon;x;y\n');
      const ending = format === 'xlsx' ? 'xlsx' : 'csv';
      const first = await rejectedOf(app, id, format);
      const again = await take(app, first, {}, ending);
      expect(again.counts).toMatchObject({ read: 2, created: 0, rejected: 2 });
      const twice = await rejectedOf(app, again.id, format);
      expect(twice).toEqual(first);
      const text = (await rejectedOf(app, again.id)).toString('utf8');
      expect(text.split('\r\n')).toEqual([
        '\uFEFFintitulé;ville;motif;cellule en trop 1;cellule en trop 2',
        'Stage; comptable;Plus de cellules que de colonnes (Lyon);Lyon;',
        'Autre;Lyon;Plus de cellules que de colonnes (x y);x;y',
        '',
      ]);
      await take(app, text.replace(/Stage; comptable;.*/, 'Stage comptable;Lyon;;;'));
      expect((await offersOf(app)).map(({ title, city }) => [title, city])).toEqual([
        ['Stage', 'Paris'],
        ['Stage comptable', 'Lyon'],
      ]);
    },
  );

  it('are read again as a person had said of their file, and leave that to the next file', async () => {
    await using app = await openApp();
    const choices = {
      mapping: ['externalId', 'title', 'postedOn', 'city'] satisfies ColumnMapping,
      notation: { ...asFound, headerLine: 2, dayOrder: 'month-first', decimal: 'point' },
      emptyCells: 'clear',
      matchKey: 'reference',
    } satisfies Choices;
    const columns = 'code;quoi;quand;où';
    const { id } = await take(app, `Export du jour\n${columns}\nA1;Stage;03/04/2026;Lyon\nA2;;05/06/2026;\n`, choices);
    const text = (await rejectedOf(app, id)).toString('utf8');
    const mended = await take(app, text.replace('A2;;', 'A2;Stage de gestion;'));
    expect(mended.counts).toMatchObject({ read: 1, created: 1 });
    expect((await offersOf(app)).map(({ title, postedOn }) => [title, postedOn])).toEqual([
      ['Stage', '2026-03-04'],
      ['Stage de gestion', '2026-05-06'],
    ]);
    const profiles = await app.client.importProfiles.list({});
    const { mapping, ...said } = choices;
    expect(profiles).toMatchObject([said]);
    expect(profiles[0]?.mapping.slice(0, 4)).toEqual(mapping);
    // The reason is the application's word, and nothing that the file says of the offer.
    const [, offer] = await offersOf(app);
    const [origin] = await app.client.imports.origin({ kind: 'offers', id: offer?.id ?? 0 });
    expect(origin?.cells.map(({ column }) => column)).toEqual(['code', 'quoi', 'quand']);
  });

  it('are not written as JSON, which no import reads', async () => {
    await using app = await openApp();
    const { id } = await take(app, 'intitulé;ville\n;Lyon\nStage;Paris\n');
    const request = { what: 'rejected-rows', importId: id, language: 'fr' } as const;
    await expect(app.client.exports.start({ request, format: 'jsonl' })).rejects.toMatchObject({
      code: 'invalid-input',
      reason: 'export-format-unsuitable',
    });
  });
});
