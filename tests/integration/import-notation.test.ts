import { expect, it } from 'vitest';
import { asFound, type NotationWish } from '../../src/shared/domain/file-notation';
import type { ImportId } from '../../src/shared/domain/ids';
import type { ColumnMapping } from '../../src/shared/domain/import';
import { readingRules } from '../../src/shared/domain/reading-rules';
import { adopt, counts } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

interface Asked {
  readonly mapping?: ColumnMapping;
  readonly notation?: Partial<NotationWish>;
  readonly name?: string;
}

async function sourceOf(app: OpenApp, text: string, { mapping, notation, name }: Asked = {}) {
  const fileId = await adopt(app, text, name);
  const wish = notation ? { ...asFound, ...notation } : null;
  return { fileId, kind: 'offers', format: null, mapping: mapping ?? null, notation: wish } as const;
}

async function take(app: OpenApp, text: string, asked: Asked = {}): Promise<ImportId> {
  const { importId, jobId } = await app.client.imports.start({ ...(await sourceOf(app, text, asked)), dryRun: false });
  expect((await app.endOf(jobId)).error).toBeNull();
  return importId;
}

const days = (app: OpenApp) =>
  app.database.read.prepare('select title, posted_on postedOn, places from offer order by id').all();

const file = (day: string) =>
  `Export du ${day}\nintitulé;ville;contrat\nNos postes;En ligne;Combien\nJuriste;03/04/2026;1,250\n`;

it('reads a file as somebody says, and the next one of its kind alike', async () => {
  await using app = await openApp();
  const notation = { headerLine: 3, dayOrder: 'month-first', decimal: 'point' } as const;
  const mapping: ColumnMapping = ['title', 'postedOn', 'places'];
  await take(app, file('1er mars'), { mapping, notation, name: 'source.csv' });
  expect(days(app)).toEqual([{ title: 'Juriste', postedOn: '2026-03-04', places: 1250 }]);

  // Other words stand above the header: it is known by itself, at the line where it was.
  const next = await sourceOf(app, file('2 mars'), { name: 'suivant.csv' });
  const preview = await app.client.imports.preview(next);
  expect(preview).toMatchObject({
    profile: { name: 'source.csv' },
    wish: { ...asFound, ...notation },
    notation: { quoteMark: 'double', ...notation },
    header: ['Nos postes', 'En ligne', 'Combien'],
    mapping,
  });
  // Saying nothing of it means: as it is found.
  const { notation: plain, header } = await app.client.imports.preview({ ...next, usesProfile: false });
  expect([plain, header]).toEqual([
    { quoteMark: 'double', headerLine: 2, dayOrder: 'day-first', decimal: 'either' },
    ['intitulé', 'ville', 'contrat'],
  ]);
  const again = await take(app, file('3 mars').replace('03/04/2026', '03/05/2026'));
  expect((await app.client.imports.get({ importId: again })).counts).toMatchObject({ read: 1, rejected: 0 });
  expect(days(app)).toMatchObject([{ postedOn: '2026-03-04' }, { postedOn: '2026-03-05' }]);
  expect(await app.client.importProfiles.list({})).toMatchObject([
    { name: 'source.csv', notation: { ...asFound, ...notation } },
  ]);
});

it('takes the first line for a row where there is no header, and does not mistake other files for such', async () => {
  await using app = await openApp();
  const mapping: ColumnMapping = ['title', 'city'];
  const importId = await take(app, 'Juriste;Lyon\nVendeur;Paris\n', { mapping, notation: { headerLine: 0 } });
  expect((await app.client.imports.get({ importId })).counts).toEqual(counts(2, 2, 0, 0, 0));
  const headed = await app.client.imports.preview(await sourceOf(app, 'intitulé;ville\nComptable;Lille\n'));
  expect([headed.profile, headed.notation.headerLine]).toEqual([null, 1]);
  const bare = await app.client.imports.preview(await sourceOf(app, 'Comptable;Lille\nAcheteur;Nice\n'));
  expect([bare.notation.headerLine, bare.mapping, bare.rows.length]).toEqual([0, mapping, 2]);
});

it('reads kept lines again as they were written, or as somebody corrects it', async () => {
  await using app = await openApp();
  const importId = await take(app, 'titre;publié le;places\nJuriste;03/04/2026;1,250\n');
  expect(days(app)).toEqual([{ title: 'Juriste', postedOn: '2026-04-03', places: null }]);
  const asked = {
    importId,
    mapping: null,
    notation: { ...asFound, dayOrder: 'month-first', decimal: 'point' },
  } as const;
  const preview = await app.client.imports.previewReread(asked);
  expect(preview.notation).toEqual({ quoteMark: 'double', headerLine: 1, dayOrder: 'month-first', decimal: 'point' });
  const corrected = await app.client.imports.reread({ ...asked, dryRun: false });
  expect((await app.endOf(corrected.jobId)).error).toBeNull();
  expect(days(app)).toEqual([{ title: 'Juriste', postedOn: '2026-03-04', places: 1250 }]);
  // What was corrected is how such lines are read from now on.
  const later = await app.client.imports.previewReread({ importId, mapping: null });
  expect(later.notation).toMatchObject({ dayOrder: 'month-first', decimal: 'point' });
});

it('finds in a file that its months stand first', async () => {
  await using app = await openApp();
  await take(app, 'titre;publié le\nA;03/04/2026\nB;12/31/2026\nC;08/17/2026\n');
  expect(days(app)).toMatchObject([{ postedOn: '2026-03-04' }, { postedOn: '2026-12-31' }, { postedOn: '2026-08-17' }]);
});

it('tells of each value by which profile and rules its line was read', async () => {
  await using app = await openApp();
  await take(app, 'titre;ville\nJuriste;Lyon\n', { name: 'simple.csv' });
  await take(app, 'poste;où\nVendeur;Paris\n', { mapping: ['title', 'city'], name: 'source.csv' });
  const [profile] = await app.client.importProfiles.list({});
  if (!profile) throw new Error('A mapping that somebody chose is kept.');
  await app.client.importProfiles.rename({ kind: 'offers', fingerprint: profile.fingerprint, name: 'Ma source' });
  await take(app, 'poste;où\nAcheteur;Nice\n', { name: 'suite.csv' });
  const ids = app.database.read.prepare<number>('select id from offer order by id').pluck().all();
  const origins = await Promise.all(ids.map((id) => app.client.imports.origin({ kind: 'offers', id })));
  expect(origins.map(([origin]) => [origin?.fileName, origin?.profileName, origin?.rulesVersion])).toEqual([
    ['simple.csv', null, readingRules],
    ['source.csv', 'source.csv', readingRules],
    ['suite.csv', 'Ma source', readingRules],
  ]);
});
