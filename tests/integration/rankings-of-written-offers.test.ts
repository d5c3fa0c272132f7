import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OfferId } from '../../src/shared/domain/ids';
import { emptyOfferForm } from '../../src/shared/domain/offer-form';
import { openApp, type OpenApp } from '../support/open-app';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

async function openWithFormation(): Promise<OpenApp> {
  const app = await openApp();
  const path = join(app.dataDir, 'formations.csv');
  await writeFile(path, 'id,title\nF1,Master Droit social\n');
  const file = { fileId: app.fileStore.adopt(path), kind: 'formations', format: null, mapping: null } as const;
  await app.endOf((await app.client.imports.start({ ...file, dryRun: false })).jobId);
  await app.endOf((await app.client.matches.refresh({})).jobId);
  return app;
}

const form = { ...emptyOfferForm, title: 'Juriste droit social', description: 'Vous rédigez des contrats.' };
const outcomeOf = async ({ client }: OpenApp, offerId: OfferId) => (await client.matches.ofOffer({ offerId })).outcome;
const rankings = async ({ client }: OpenApp) =>
  (await client.jobs.list({ page: 0, pageSize: 50 })).rows.filter(({ kind }) => kind === 'rank').length;

it('ranks what was saved once nobody writes any more, without being asked', async () => {
  await using app = await openWithFormation();
  const before = await rankings(app);
  let saved = await app.client.offers.save({ offerId: null, revision: null, form, hasNames: true });
  for (const city of ['Lyon', 'Metz', 'Nice']) {
    await vi.advanceTimersByTimeAsync(5_500);
    const { offerId, revision } = saved;
    saved = await app.client.offers.save({ offerId, revision, form: { ...form, city }, hasNames: true });
  }
  expect([await outcomeOf(app, saved.offerId), await rankings(app)]).toEqual(['pending', before]);
  await vi.advanceTimersByTimeAsync(6_000);
  await expect.poll(() => outcomeOf(app, saved.offerId), { timeout: 10_000 }).toBe('ranked');
  expect(await rankings(app)).toBe(before + 1);
});

it('starts no ranking for what leaves the text as it was, and none after the end', async () => {
  const app = await openWithFormation();
  const { offerId } = await app.client.offers.save({ offerId: null, revision: null, form, hasNames: true });
  await app.endOf((await app.client.matches.refresh({})).jobId);
  const before = await rankings(app);
  await app.client.offers.act({ offerId, revision: null, action: 'archive', reason: 'expired' });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await rankings(app)).toBe(before);
  const timers = vi.getTimerCount();
  await app.client.offers.duplicate({ offerId });
  expect(vi.getTimerCount()).toBe(timers + 1);
  await app[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(app.log.errors).toEqual([]);
});
