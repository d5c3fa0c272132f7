import { expect, it } from 'vitest';
import type { OfferId } from '../../src/shared/domain/ids';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

const head = 'référence;source;intitulé;entreprise;code postal;publiée le\n';
const ours =
  head +
  'A1;JobTeaser;Stage développeur web (H/F);Abaque;69003;2026-01-10\n' +
  'A2;JobTeaser;Stage développeuse web;Abaque;69003;2026-01-11\n' +
  'A3;JobTeaser;Comptable;Abaque;69003;2026-01-12\n';
const theirs =
  head +
  '077;France Travail;STAGE – Développeur / développeuse web;Abaque;69003;2026-01-20\n' +
  '078;France Travail;Stage développeur web;Abaque;75001;2026-01-20\n' +
  '079;France Travail;Stage développeur web;Octorive;69003;2026-01-20\n' +
  '080;France Travail;Stage développeur web;Abaque;69003;2024-01-20\n';

async function take(app: OpenApp, content: string) {
  const { importId, job } = await start(app, 'offers', await adopt(app, content));
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return importId;
}

async function pairs(app: OpenApp, importId: Parameters<typeof app.client.offerDuplicates.page>[0]['importId'] = null) {
  const { rows, total } = await app.client.offerDuplicates.page({ importId, page: 0, pageSize: 100 });
  expect(rows).toHaveLength(total);
  return rows;
}

const references = (rows: Awaited<ReturnType<typeof pairs>>) =>
  rows.map(({ one, other }) => [one.reference, other.reference].sort()).sort();

async function count(app: OpenApp): Promise<number> {
  const sort = { by: 'title', direction: 'asc' } as const;
  return (await app.client.offers.list({ filter: { isDeposited: true }, sort, page: 0, pageSize: 1 })).total;
}

function idOf(app: OpenApp, reference: string): OfferId {
  const id = app.database.read
    .prepare<OfferId, [string]>('select id from offer where external_id = ?')
    .pluck()
    .get(reference);
  if (id === undefined) throw new Error(`There is no offer ${reference}.`);
  return id;
}

it('proposes offers of one company, place and year whose titles are alike, and never two of one source', async () => {
  await using app = await openApp();
  const first = await take(app, ours);
  expect(await pairs(app)).toEqual([]);
  const second = await take(app, theirs);
  expect(references(await pairs(app))).toEqual([
    ['077', 'A1'],
    ['077', 'A2'],
  ]);
  expect(await pairs(app, first)).toHaveLength(2);
  expect(await pairs(app, second)).toHaveLength(2);
  expect((await pairs(app))[0]?.one).toMatchObject({ source: 'JobTeaser', company: 'Abaque', status: 'published' });
});

it('remembers that two offers are two, until that is taken back', async () => {
  await using app = await openApp();
  await take(app, ours);
  await take(app, theirs);
  const pair = { oneId: idOf(app, '077'), otherId: idOf(app, 'A1') };
  await app.client.offerDuplicates.decide({ ...pair, keptId: null });
  expect(references(await pairs(app))).toEqual([['077', 'A2']]);
  await take(app, theirs.replaceAll('2026-01-20', '2026-01-21'));
  expect(references(await pairs(app))).toEqual([['077', 'A2']]);
  const { rows } = await app.client.offerDuplicates.decided({ page: 0, pageSize: 10 });
  expect(rows).toMatchObject([{ keptId: null, one: { reference: 'A1' }, other: { reference: '077' } }]);
  await app.client.offerDuplicates.takeBack(pair);
  expect(await pairs(app)).toHaveLength(2);
});

it('keeps one of two that are one: the other is laid aside, counts no more and points to it', async () => {
  await using app = await openApp();
  await take(app, ours);
  await take(app, theirs);
  const [one, other] = [idOf(app, 'A1'), idOf(app, '077')];
  expect(await count(app)).toBe(7);
  await app.client.offerDuplicates.decide({ oneId: one, otherId: other, keptId: one });
  expect(await pairs(app)).toEqual([]);
  expect(await count(app)).toBe(6);
  expect(await app.client.offers.get({ offerId: other })).toMatchObject({
    ...{ status: 'archived', closingReason: 'duplicate' },
  });
  expect(await app.client.offerDuplicates.keptFor({ offerId: other })).toMatchObject({ id: one });
  expect(await app.client.offerDuplicates.keptFor({ offerId: one })).toBeNull();
  // The next file of its source finds it where it is.
  await take(app, theirs);
  expect(await count(app)).toBe(6);
  const again = app.client.offerDuplicates.decide({ oneId: one, otherId: other, keptId: one });
  await expect(again).rejects.toMatchObject({ reason: 'action-impossible' });
  await app.client.offerDuplicates.takeBack({ oneId: other, otherId: one });
  expect((await app.client.offers.get({ offerId: other })).status).toBe('published');
  expect([await count(app), (await pairs(app)).length]).toEqual([7, 2]);
});

it('opens a duplicate again once the offer in its place is gone', async () => {
  await using app = await openApp();
  const first = await take(app, ours);
  await take(app, theirs);
  const [one, other] = [idOf(app, 'A1'), idOf(app, '077')];
  const statusOf = async () => (await app.client.offers.get({ offerId: other })).status;
  await app.client.offerDuplicates.decide({ oneId: one, otherId: other, keptId: one });
  await app.client.offers.remove({ offerId: one });
  expect(await statusOf()).toBe('published');
  const third = idOf(app, 'A2');
  await app.client.offerDuplicates.decide({ oneId: third, otherId: other, keptId: third });
  expect(await statusOf()).toBe('archived');
  const { jobId } = await app.client.imports.undo({ importId: first });
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  expect(await statusOf()).toBe('published');
  const missing = app.client.offerDuplicates.decide({ oneId: third, otherId: other, keptId: null });
  await expect(missing).rejects.toMatchObject({ code: 'not-found' });
});

it('lays a duplicate aside again once the offer in its place is back, unless somebody changed it since', async () => {
  await using app = await openApp();
  const first = await take(app, ours);
  await take(app, theirs);
  const [one, other] = [idOf(app, 'A1'), idOf(app, '077')];
  const stands = async () => {
    const { status, closingReason } = await app.client.offers.get({ offerId: other });
    return [status, closingReason, (await app.client.offerDuplicates.keptFor({ offerId: other }))?.id ?? null];
  };
  const reverse = async (direction: 'undo' | 'redo') => {
    const { jobId } = await app.client.imports[direction]({ importId: first });
    expect((await app.endOf(jobId)).state).toBe('succeeded');
  };
  await app.client.offerDuplicates.decide({ oneId: one, otherId: other, keptId: one });
  const { rows: before } = await app.client.offerDuplicates.decided({ page: 0, pageSize: 5 });
  for (let time = 0; time < 2; time += 1) {
    await reverse('undo');
    expect(await stands()).toEqual(['published', null, null]);
    await reverse('redo');
    expect(await stands()).toEqual(['archived', 'duplicate', one]);
    // A decision of that day, and no new one.
    expect((await app.client.offerDuplicates.decided({ page: 0, pageSize: 5 })).rows).toEqual(before);
    expect(references(await pairs(app)).flat()).not.toContain('077');
  }
  await app.client.offers.remove({ offerId: one });
  expect(await stands()).toEqual(['published', null, null]);
  await app.client.offers.restore({ offerId: one });
  expect(await stands()).toEqual(['archived', 'duplicate', one]);

  await reverse('undo');
  await app.client.offers.act({ offerId: other, revision: null, action: 'fill', reason: 'our-student' });
  await reverse('redo');
  expect(await stands()).toEqual(['filled', 'our-student', null]);
});

it('remembers that two are two when the import of one of them, or of both, is undone and redone', async () => {
  await using app = await openApp();
  const both = ours + theirs.slice(head.length);
  const first = await take(app, both);
  const [pair] = (await pairs(app)).filter(({ one, other }) => [one.reference, other.reference].includes('A1'));
  if (!pair) throw new Error('No pair is proposed.');
  await app.client.offerDuplicates.decide({ oneId: pair.one.id, otherId: pair.other.id, keptId: null });
  expect(references(await pairs(app))).toEqual([['077', 'A2']]);
  for (const direction of ['undo', 'redo'] as const) {
    const { jobId } = await app.client.imports[direction]({ importId: first });
    expect((await app.endOf(jobId)).summary).toMatchObject({ kept: 0 });
  }
  expect(references(await pairs(app))).toEqual([['077', 'A2']]);

  const companies = 'raison sociale;code postal\nVergnolles Industrie;21000\nVergnolles Industries;21000\n';
  const { importId } = await start(app, 'companies', await adopt(app, companies));
  const proposed = async () => (await app.client.companies.duplicates({ page: 0, pageSize: 10 })).rows;
  const [alike] = await proposed();
  if (!alike) throw new Error('No companies are proposed.');
  await app.client.companies.setApart({ oneId: alike.one.id, otherId: alike.other.id, isApart: true });
  expect(await proposed()).toEqual([]);
  for (const direction of ['undo', 'redo'] as const) {
    const { jobId } = await app.client.imports[direction]({ importId });
    expect((await app.endOf(jobId)).summary).toMatchObject({ kept: 0 });
  }
  expect(await proposed()).toEqual([]);
});
