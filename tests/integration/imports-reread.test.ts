import { expect, it } from 'vitest';
import type { ImportId } from '../../src/shared/domain/ids';
import type { ColumnMapping, ConflictRule } from '../../src/shared/domain/import';
import { adopt, counts, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

/** `Lieu` is a synonym of the town; `Rému` says nothing to anybody. */
const offers = [
  'Réf;Intitulé;Rému;Où',
  '1;"Stage - Comptable (H/F)";1 200 €;Lyon',
  '2;Juriste;900 €;Paris',
  '3;;800 €;Nantes',
].join('\n');

const titleOnly: ColumnMapping = ['externalId', 'title', null, null];
const whole: ColumnMapping = ['externalId', 'title', 'pay', 'city'];

async function importOffers(app: OpenApp, text = offers, mapping: ColumnMapping = titleOnly): Promise<ImportId> {
  const fileId = await adopt(app, text);
  const request = { fileId, kind: 'offers', format: null, mapping, dryRun: false } as const;
  const { importId, jobId } = await app.client.imports.start(request);
  expect((await app.endOf(jobId)).error).toBeNull();
  return importId;
}

async function reread(
  app: OpenApp,
  importId: ImportId,
  mapping: ColumnMapping | null = null,
  dryRun = false,
  conflicts: ConflictRule | null = null,
) {
  const answer = await app.client.imports.reread({ importId, mapping, dryRun, conflicts });
  const job = await app.endOf(answer.jobId);
  expect(job.error).toBeNull();
  return await app.client.imports.get({ importId: answer.importId });
}

const stored = (app: OpenApp) =>
  app.database.read.prepare('select title, pay_amount pay, city, revision from offer order by id').all();

it('reads the lines of an import again by another mapping, as a trial and in earnest, and takes that back', async () => {
  await using app = await openApp();
  const importId = await importOffers(app);
  const before = stored(app);
  const preview = await app.client.imports.previewReread({ importId, mapping: whole });
  expect(preview).toMatchObject({ header: ['Réf', 'Intitulé', 'Rému', 'Où'], mapping: whole });
  expect(preview.rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
    [2, 'Stage - Comptable (H/F)'],
    [3, 'Juriste'],
    [4, ''],
  ]);

  const trial = await reread(app, importId, whole, true);
  expect([trial.state, trial.counts]).toEqual(['checked', counts(3, 0, 2, 0, 1)]);
  expect(stored(app)).toEqual(before);

  const again = await reread(app, importId, whole);
  expect(again).toMatchObject({ state: 'committed', rereadOf: importId, counts: counts(3, 0, 2, 0, 1) });
  expect(stored(app)).toMatchObject([
    { title: 'Comptable', pay: 1200, city: 'Lyon' },
    { title: 'Juriste', pay: 900, city: 'Paris' },
  ]);
  // The lines are kept with it too, and a record names both readings of its line, the later one first.
  const rows = await app.client.imports.rows({ importId: again.id, state: 'rejected', page: 0, pageSize: 10 });
  expect(rows.rows.map(({ line }) => line)).toEqual([4]);
  const origin = await app.client.imports.origin({ kind: 'offers', id: 1 });
  expect(origin.map((row) => [row.importId, row.line])).toEqual([
    [again.id, 2],
    [importId, 2],
  ]);
  // The mapping is remembered for the next file under the same header, and for the next time.
  expect((await app.client.imports.previewReread({ importId, mapping: null })).mapping).toEqual(whole);
  expect((await reread(app, importId)).counts).toEqual(counts(3, 0, 0, 2, 1));

  const { jobId } = await app.client.imports.undo({ importId: again.id });
  expect((await app.endOf(jobId)).summary).toMatchObject({ removed: 0, restored: 2, kept: 0 });
  expect(stored(app)).toEqual(before);
});

it('keeps what a person wrote since and says so, and empties what a wrong mapping had filled', async () => {
  await using app = await openApp();
  const importId = await importOffers(app, offers, ['externalId', 'title', null, 'domain']);
  await app.database.write((db) => {
    db.prepare("update offer set city = 'Villeurbanne' where id = 1").run();
    db.prepare(
      "insert or replace into hand_edit (owner_kind, owner_id, field, edited_at) values ('offer', 1, 'city', '2026-03-02')",
    ).run();
  });
  const again = await reread(app, importId, whole);
  expect(again.counts).toEqual(counts(3, 0, 2, 0, 1, 1));
  const offersNow = app.database.read.prepare('select city, domain, pay_amount pay from offer order by id').all();
  expect(offersNow).toEqual([
    { city: 'Villeurbanne', domain: null, pay: 1200 },
    { city: 'Paris', domain: null, pay: 900 },
  ]);
  const told = await app.client.imports.rows({ importId: again.id, state: 'updated', page: 0, pageSize: 5 });
  expect(told.rows[0]?.issues).toEqual([{ severity: 'warning', code: 'kept-by-hand', column: 'Où', value: 'Lyon' }]);
});

it('knows at each further reading what a line had made, and lets the line change it', async () => {
  await using app = await openApp();
  const importId = await importOffers(app, offers, ['externalId', 'title', null, 'domain']);
  const once = await reread(app, importId, ['externalId', 'title', 'domain', null], false, 'ours');
  const domains = () => app.database.read.prepare('select domain from offer order by id').pluck().all();
  expect([once.counts, domains()]).toEqual([counts(3, 0, 2, 0, 1), ['1 200 €', '900 €']]);
  const twice = await reread(app, once.id, ['externalId', 'title', null, 'domain'], false, 'ours');
  expect([twice.counts, domains()]).toEqual([counts(3, 0, 2, 0, 1), ['Lyon', 'Paris']]);
  const thrice = await reread(app, twice.id, ['externalId', 'title', null, 'city'], false, 'ours');
  expect([thrice.counts, domains()]).toEqual([counts(3, 0, 2, 0, 1), [null, null]]);
  expect(stored(app)).toMatchObject([{ city: 'Lyon' }, { city: 'Paris' }]);
});

it('keeps what is known of a record that another file had made, at each further reading too', async () => {
  await using app = await openApp();
  await importOffers(app, offers, whole);
  const importId = await importOffers(app, 'Réf;Intitulé;Rému;Où\n2;Juriste;1 900 €;Lille\n', titleOnly);
  const once = await reread(app, importId, whole, false, 'ours');
  const twice = await reread(app, once.id, whole, false, 'ours');
  const left = counts(1, 0, 0, 1, 0, 2);
  expect([once.counts, twice.counts]).toEqual([left, left]);
  expect(stored(app)).toMatchObject([{ city: 'Lyon' }, { pay: 900, city: 'Paris' }]);
});

it('leaves records that a later file is about, and those that somebody deleted', async () => {
  await using app = await openApp();
  const importId = await importOffers(app);
  await importOffers(app, 'Réf;Intitulé;Rému;Où\n2;Juriste confirmé;1 900 €;Lille\n', whole);
  await app.database.write((db) => void db.prepare('delete from offer where id = 1').run());
  const again = await reread(app, importId, whole);
  expect(again.counts).toEqual(counts(3, 0, 0, 2, 1, 2));
  const { rows } = await app.client.imports.rows({ importId: again.id, state: 'unchanged', page: 0, pageSize: 5 });
  expect(rows.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([
    [2, 'record-gone'],
    [3, 'said-later'],
  ]);
  expect(stored(app)).toMatchObject([{ title: 'Juriste confirmé', pay: 1900, city: 'Lille' }]);
});

it('shows titles by the rules of today, and knows which imports earlier rules have read', async () => {
  await using app = await openApp();
  const importId = await importOffers(app, offers, whole);
  expect((await app.client.imports.get({ importId })).hasOldRules).toBe(false);
  // As earlier rules had made of the same raw title.
  await app.database.write((db) => {
    db.prepare("update offer set title = 'Stage - Comptable' where id = 1").run();
    db.prepare('update import set rules_version = 1').run();
  });
  expect((await app.client.imports.get({ importId })).hasOldRules).toBe(true);
  const again = await reread(app, importId);
  expect([again.counts, again.hasOldRules]).toEqual([counts(3, 0, 1, 1, 1), false]);
  expect(stored(app)[0]).toMatchObject({ title: 'Comptable' });
});

it('reads formations and companies again, each with its own record', async () => {
  await using app = await openApp();
  const formations = 'Code;Intitulé;Niveau\nA;Droit;Bac+3\nB;Histoire;Bac+5\n';
  const first = await start(app, 'formations', await adopt(app, formations));
  const again = await app.client.imports.reread({
    ...{ importId: first.importId, dryRun: false },
    mapping: ['externalId', 'title', 'keywords'],
  });
  await app.endOf(again.jobId);
  expect(
    app.database.read.prepare('select external_id code, level, keywords from formation order by id').all(),
  ).toEqual([
    { code: 'A', level: null, keywords: '["Bac+3"]' },
    { code: 'B', level: null, keywords: '["Bac+5"]' },
  ]);
  const companies = 'Raison sociale;Commune\nMétal Nord;Lens\n';
  const second = await start(app, 'companies', await adopt(app, companies));
  const changed = await app.client.imports.reread({
    ...{ importId: second.importId, dryRun: false },
    mapping: ['name', 'address'],
  });
  await app.endOf(changed.jobId);
  expect(app.database.read.prepare('select name, city, address from company').all()).toEqual([
    { name: 'Métal Nord', city: null, address: 'Lens' },
  ]);
});

it('keeps lines rejected that were broken, and refuses imports without lines', async () => {
  await using app = await openApp();
  const rows = Array.from({ length: 12 }, (_, index) => `${index};Offre ${index};Lyon`);
  rows[5] = '5;"Offre 5;Lyon';
  const importId = await importOffers(app, `Réf;Intitulé;Ville\n${rows.join('\n')}\nx;"y";z\n`, [
    'externalId',
    'title',
    'city',
  ]);
  const former = await app.client.imports.get({ importId });
  expect(former.counts.rejected).toBeGreaterThan(0);
  expect((await reread(app, importId)).counts.rejected).toBe(former.counts.rejected);
  const { jobId } = await app.client.imports.undo({ importId });
  await app.endOf(jobId);
  await expect(app.client.imports.reread({ importId, mapping: null, dryRun: true })).rejects.toMatchObject({
    reason: 'import-not-rereadable',
  });
  await expect(app.client.imports.reread({ importId: 999, mapping: null, dryRun: true })).rejects.toMatchObject({
    code: 'not-found',
  });
});
