import { writeFile } from 'node:fs/promises';
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
