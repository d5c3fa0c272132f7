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
