import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ImportId, OfferId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import { emptyOfferForm } from '../../src/shared/domain/offer-form';
import { openApp, type OpenApp } from '../support/open-app';

let files = 0;

async function take(app: OpenApp, kind: ImportKind, content: string): Promise<ImportId> {
  const path = join(app.dataDir, `file-${files++}.csv`);
  await writeFile(path, content);
  const request = { fileId: app.fileStore.adopt(path), kind, format: null, mapping: null, dryRun: false };
  const { importId, jobId } = await app.client.imports.start(request);
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  return importId;
}

async function outcomeOf({ client }: OpenApp, offerId: OfferId) {
  const { outcome, matches } = await client.matches.ofOffer({ offerId });
  return { outcome, titles: matches.map(({ formation }) => formation.title) };
}

const twoOffers = 'référence;intitulé;entreprise\nA;Comptable;Octorive\nB;Juriste;Octorive\n';

async function offersOf({ client }: OpenApp) {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await client.offers.list({ filter: {}, sort, page: 0, pageSize: 10 });
  return rows.map(({ id, title, company }) => ({ id, title, company }));
}

async function reverse(app: OpenApp, direction: 'undo' | 'redo', importId: ImportId): Promise<void> {
  await app.endOf((await app.client.imports[direction]({ importId })).jobId);
}

it('does not take an offer back whose import was undone, until that is redone', async () => {
  await using app = await openApp();
  const { client } = app;
  const importId = await take(app, 'offers', twoOffers);
  const before = await offersOf(app);
  const offerId = before[0]?.id ?? (0 as OfferId);
  await client.offers.remove({ offerId });
  await reverse(app, 'undo', importId);
  await expect(client.offers.restore({ offerId })).rejects.toMatchObject({ code: 'conflict', reason: 'import-undone' });
  expect(await offersOf(app)).toEqual([]);
  await reverse(app, 'redo', importId);
  await client.offers.restore({ offerId });
  expect(await offersOf(app)).toEqual(before);
  const again = await take(app, 'offers', twoOffers);
  expect((await client.imports.get({ importId: again })).counts).toMatchObject({ unchanged: 2 });
});

it('takes an offer back that its import would have left, because it was edited since', async () => {
  await using app = await openApp();
  const { client } = app;
  const importId = await take(app, 'offers', twoOffers);
  const offerId = (await offersOf(app))[0]?.id ?? (0 as OfferId);
  const { form, revision } = await client.offers.edit({ offerId });
  await client.offers.save({ offerId, revision, form: { ...form, city: 'Metz' }, hasNames: true });
  await client.offers.remove({ offerId });
  await reverse(app, 'undo', importId);
  await client.offers.restore({ offerId });
  expect(await offersOf(app)).toEqual([{ id: offerId, title: 'Comptable', company: 'Octorive' }]);
});

it('keeps the contact of a deleted offer that its import would have left, and no company of one that it takes', async () => {
  await using app = await openApp();
  const { client } = app;
  const content =
    'référence;intitulé;entreprise;courriel du contact\nA;Comptable;Octorive;lea@octorive.example\nB;Juriste;Aubrac;\n';
  const importId = await take(app, 'offers', content);
  const [first, second] = await offersOf(app);
  const offerId = first?.id ?? (0 as OfferId);
  const { form, revision } = await client.offers.edit({ offerId });
  await client.offers.save({ offerId, revision, form: { ...form, city: 'Metz' }, hasNames: true });
  await client.offers.remove({ offerId });
  await client.offers.remove({ offerId: second?.id ?? 0 });
  await reverse(app, 'undo', importId);
  const companies = app.database.read.prepare<string>('select name from company').pluck().all();
  expect(companies).toEqual(['Octorive']);
  await client.offers.restore({ offerId });
  expect(await client.offers.get({ offerId })).toMatchObject({ contact: { email: 'lea@octorive.example' } });
});

it('ranks an offer that is taken back with the formations of now', async () => {
  await using app = await openApp();
  const { client } = app;
  await take(app, 'formations', 'id,title\nF1,Master Droit social\n');
  const form = { ...emptyOfferForm, title: 'Juriste droit social', description: 'Vous rédigez des contrats.' };
  const { offerId } = await client.offers.save({ offerId: null, revision: null, form, hasNames: true });
  await app.endOf((await client.matches.refresh({})).jobId);
  expect(await outcomeOf(app, offerId)).toEqual({ outcome: 'ranked', titles: ['Master Droit social'] });
  await client.offers.remove({ offerId });
  await take(app, 'formations', 'id,title\nF1,Licence Cuisine\n');
  await app.endOf((await client.matches.refresh({})).jobId);
  await client.offers.restore({ offerId });
  await expect
    .poll(() => outcomeOf(app, offerId), { timeout: 10_000 })
    .toEqual({ outcome: 'no-suitable-formation', titles: [] });
});

it('loses at the start of the application what is older than a month', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  try {
    {
      await using app = await openApp({}, '2026-03-02T09:00:00Z', { dataDir });
      const form = { ...emptyOfferForm, title: 'Juriste', contactEmail: 'lea@aubrac.example' };
      const { offerId } = await app.client.offers.save({ offerId: null, revision: null, form, hasNames: true });
      await app.client.offers.remove({ offerId });
    }
    await using app = await openApp({}, '2026-04-02T09:00:01Z', { dataDir });
    expect(app.database.read.prepare('select count(*) from deleted_offer').pluck().get()).toBe(0);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
