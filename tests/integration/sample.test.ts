import { expect, it } from 'vitest';
import { openApp } from '../support/open-app';

it('fills an empty database with the sample university and ranks its offers', async () => {
  await using app = await openApp();
  const { client } = app;
  const { jobId } = await client.university.loadSample({});
  const loaded = await app.endOf(jobId);
  expect(loaded).toMatchObject({ state: 'succeeded', subject: 'Université de Valmont', error: null });
  const [ranking] = (await client.jobs.list({ page: 0, pageSize: 1 })).rows;
  expect(ranking?.kind).toBe('rank');
  if (ranking) expect(await app.endOf(ranking.id)).toMatchObject({ state: 'succeeded' });
  const overview = await client.university.overview({});
  expect(overview).toMatchObject({ offers: 1500, components: 8 });
  expect(overview.formations).toBeGreaterThanOrEqual(120);
  expect(overview.companies).toBeGreaterThanOrEqual(80);
  expect(overview.outcomes.pending).toBe(0);
  expect((await client.settings.get({})).universityName).toBe('Université de Valmont');
  expect((await client.offers.facets({})).academicYears).toEqual([2025, 2024, 2023]);
  await expect(client.university.loadSample({})).rejects.toMatchObject({ code: 'conflict' });
});

it('is refused a second time with what to do, and counts every company that it made', async () => {
  await using app = await openApp();
  const { jobId } = await app.client.university.loadSample({});
  const { summary } = await app.endOf(jobId);
  await expect(app.client.university.loadSample({})).rejects.toMatchObject({
    ...{ code: 'conflict', reason: 'sample-not-empty' },
  });
  const { offers, formations, companies } = await app.client.university.overview({});
  // Two of the offers' companies stand in no file of companies.
  expect(summary).toEqual({ offers, formations, companies });
});

it('shows the sample as three imports, whose undo leaves an empty database again', async () => {
  await using app = await openApp();
  const { client } = app;
  const first = await client.university.loadSample({});
  expect((await app.endOf(first.jobId)).state).toBe('succeeded');
  const { rows } = await client.imports.list({ page: 0, pageSize: 10 });
  expect(rows.map(({ kind, state, counts }) => [kind, state, counts.created])).toEqual([
    ['offers', 'committed', 1500],
    ['companies', 'committed', expect.any(Number)],
    ['formations', 'committed', (await client.university.overview({})).formations],
  ]);
  const formationImport = rows[2]?.id;
  const components = app.database.read.prepare('select distinct import_id from component').pluck().all();
  expect(components).toEqual([formationImport]);
  for (const { id, counts } of rows) {
    const stored = await client.imports.rows({ importId: id, state: null, page: 0, pageSize: 1 });
    expect([stored.total, stored.rows[0]?.line]).toEqual([counts.read, 2]);
    const { summary } = await app.endOf((await client.imports.undo({ importId: id })).jobId);
    expect(summary).toEqual({ importId: id, removed: counts.created, restored: 0, kept: 0 });
  }
  expect(await client.university.overview({})).toMatchObject({ offers: 0, formations: 0, companies: 0, components: 0 });
  const contacts = app.database.read.prepare<number>('select count(*) from contact').pluck().get();
  expect(contacts).toBe(0);
  expect((await client.settings.get({})).universityName).toBe('');
  const formations = rows[2]?.id;
  if (formations === undefined) throw new Error('There is no import of formations.');
  await app.endOf((await client.imports.redo({ importId: formations })).jobId);
  expect((await client.settings.get({})).universityName).toBe('Université de Valmont');
  await client.settings.update({ universityName: 'Université de Montfleury' });
  await app.endOf((await client.imports.undo({ importId: formations })).jobId);
  expect((await client.settings.get({})).universityName).toBe('Université de Montfleury');
  const again = await client.university.loadSample({});
  expect((await app.endOf(again.jobId)).state).toBe('succeeded');
});
