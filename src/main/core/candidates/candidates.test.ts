import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openApp } from '../../../../tests/support/open-app';
import { createWordEmbedder } from '../../../../tests/support/word-embedder';
import type { CandidateForm } from '../../../shared/domain/candidate';
import type { OfferId } from '../../../shared/domain/ids';
import { emptyOfferForm } from '../../../shared/domain/offer-form';
import { candidateText } from '../../../shared/domain/candidate-text';
import { copyDatabase } from '../db/copy-database';

const form: CandidateForm = {
  name: 'Camille Dupont',
  wishes: 'Je voudrais analyser des échantillons de zirconium en laboratoire',
  skills: ['chromatographie'],
  level: 3,
  contractType: 'internship',
  department: '38',
  region: null,
  availableFrom: '2026-04-01',
  availableTo: '2026-08-31',
  keptUntil: '2026-09-30',
};

/** Whether any file of a folder holds some words. */
function isAnywhere(dir: string, words: string): boolean {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(words));
}

it('are kept with consent only, for a year at most, and told by name', async () => {
  await using app = await openApp();
  const { client } = app;
  const save = (more: Partial<CandidateForm>, hasConsent = true) =>
    client.candidates.save({ candidateId: null, form: { ...form, ...more }, hasConsent });
  await expect(save({}, false)).rejects.toMatchObject({ reason: 'consent-missing' });
  await expect(save({ keptUntil: '2027-03-03' })).rejects.toMatchObject({ reason: 'kept-too-long' });
  await expect(save({ keptUntil: '2026-03-01' })).rejects.toMatchObject({ reason: 'kept-until-past' });
  const reversed = { availableFrom: '2026-04-02', availableTo: '2026-04-01' };
  await expect(save(reversed)).rejects.toMatchObject({ reason: 'availability-reversed' });
  const second = await save({ name: 'Zoé' });
  const first = await save({});
  expect(await client.candidates.list({})).toEqual([first, second]);
  expect(first).toMatchObject({ ...form, consentedAt: '2026-03-02T09:00:00.000Z' });
  const change = { candidateId: first.id, hasConsent: false };
  await client.candidates.save({ ...change, form: { ...form, level: 4, keptUntil: '2026-09-29' } });
  await expect(client.candidates.save({ ...change, form })).rejects.toMatchObject({ reason: 'consent-missing' });
});

it('come back with the day on which the student agreed, never with one to come', async () => {
  await using app = await openApp();
  const put = (consentedAt: string) =>
    app.client.candidates.save({ candidateId: null, form, hasConsent: true, consentedAt });
  expect((await put('2025-11-03T10:00:00.000Z')).consentedAt).toBe('2025-11-03T10:00:00.000Z');
  expect((await put('2031-11-03T10:00:00.000Z')).consentedAt).toBe('2026-03-02T09:00:00.000Z');
});

it('tell what came in since somebody last looked at them, and of none that nobody looked at', async () => {
  let now = new Date('2026-03-02T09:00:00Z');
  await using app = await openApp({ clock: { now: () => now } });
  const { client } = app;
  const later = (time: string): void => void (now = new Date(`2026-03-02T${time}Z`));
  const publish = async (title: string, city: string | null = null) => {
    const description = 'Analyser des échantillons de zirconium en laboratoire et rédiger des comptes rendus.';
    const offer = {
      ...emptyOfferForm,
      title,
      description,
      city,
      companyName: 'Ardoise',
      contractType: 'internship' as const,
    };
    const { offerId } = await client.offers.save({ offerId: null, revision: null, hasNames: true, form: offer });
    await client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
    return offerId;
  };
  const plain = { ...form, department: null, availableFrom: null, availableTo: null };
  const profile = (name: string, more: Partial<CandidateForm> = {}) =>
    client.candidates.save({ candidateId: null, form: { ...plain, name, ...more }, hasConsent: true });
  await publish('Ancien stage');
  const [one, other, unseen] = [await profile('Camille'), await profile('Zoé'), await profile('Jamais ouvert')];
  const gardener = await profile('Jardin', {
    wishes: 'Je voudrais tailler des haies et planter des rosiers',
    skills: [],
  });
  expect(one.seenAt).toBeNull();
  expect(await client.candidates.news({})).toEqual({ offerCount: 0, profiles: [] });
  later('10:00:00');
  for (const { id } of [one, other, gardener]) await client.candidates.see({ candidateId: id });
  expect(await client.candidates.news({})).toEqual({ offerCount: 0, profiles: [] });
  later('11:00:00');
  const [first, second] = [await publish('Stage zirconium'), await publish('Autre stage zirconium')];
  // A copy of the first, which is no other offer.
  const copy = await publish('Stage zirconium');
  const news = await client.candidates.news({});
  expect(news.offerCount).toBe(2);
  expect(news.profiles.map(({ candidateId, count }) => [candidateId, count])).toEqual([
    [one.id, 2],
    [other.id, 2],
  ]);
  for (const { offerIds } of news.profiles)
    expect(offerIds.map((id) => (id === copy ? first : id)).toSorted()).toEqual([first, second].toSorted());
  expect(news.profiles.map(({ candidateId }) => candidateId)).not.toContain(unseen.id);
  later('12:00:00');
  await client.candidates.see({ candidateId: one.id });
  expect((await client.candidates.list({})).find(({ id }) => id === one.id)?.seenAt).toBe('2026-03-02T12:00:00.000Z');
  expect((await client.candidates.news({})).profiles.map(({ candidateId }) => candidateId)).toEqual([other.id]);
  // Saved with other words it was looked at all the same.
  await client.candidates.save({ candidateId: one.id, form: { ...plain, level: 4 }, hasConsent: false });
  expect((await client.candidates.list({})).find(({ id }) => id === one.id)?.seenAt).toBe('2026-03-02T12:00:00.000Z');
  await client.candidates.erase({ candidateId: other.id });
  expect(await client.candidates.news({})).toEqual({ offerCount: 0, profiles: [] });
  await expect(client.candidates.see({ candidateId: other.id })).rejects.toMatchObject({ code: 'not-found' });
});

it('tell of an offer that was stored before they were looked at and published after, once', async () => {
  await using app = await openApp();
  const { client } = app;
  const save = async (title: string, description: string) => {
    const offer = {
      ...emptyOfferForm,
      title,
      description,
      companyName: 'Ardoise',
      contractType: 'internship' as const,
    };
    return client.offers.save({ offerId: null, revision: null, hasNames: true, form: offer });
  };
  const publish = ({ offerId }: { readonly offerId: OfferId }) =>
    client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
  const plain = { ...form, department: null, availableFrom: null, availableTo: null };
  const { id } = await client.candidates.save({ candidateId: null, form: plain, hasConsent: true });
  const text = 'Analyser des échantillons de zirconium en laboratoire et rédiger des comptes rendus.';
  const former = await save('Stage zirconium', text);
  await publish(former);
  const draft = await save('Stage brouillon', text);
  // The clock of this test stands still: what came when is not told by it.
  expect(await client.candidates.see({ candidateId: id })).toEqual({ offerIds: [] });
  await publish(draft);
  const news = { candidateId: id, count: 1, offerIds: [draft.offerId] };
  expect(await client.candidates.news({})).toEqual({ offerCount: 1, profiles: [news] });
  // What is gone and comes back was seen.
  await client.offers.remove({ offerId: former.offerId });
  expect(await client.candidates.see({ candidateId: id })).toEqual({ offerIds: [draft.offerId] });
  await client.offers.restore({ offerId: former.offerId });
  expect(await client.candidates.news({})).toEqual({ offerCount: 0, profiles: [] });
  // Other words find other offers, of which none came in.
  await client.candidates.save({ candidateId: id, form: { ...plain, wishes: 'Rédiger' }, hasConsent: false });
  expect(await client.candidates.news({})).toEqual({ offerCount: 0, profiles: [] });
  expect(await client.candidates.see({ candidateId: id })).toEqual({ offerIds: [] });
});

it('are gone for good once erased, and are in no backup', async () => {
  await using app = await openApp();
  const { client, database, dataDir } = app;
  const { id } = await client.candidates.save({ candidateId: null, form, hasConsent: true });
  await client.candidates.see({ candidateId: id });
  const backups = mkdtempSync(join(tmpdir(), 'backup-'));
  copyDatabase(database.path, join(backups, 'copy.db'));
  expect(isAnywhere(dataDir, 'zirconium')).toBe(true);
  expect(isAnywhere(backups, 'zirconium')).toBe(false);
  rmSync(backups, { recursive: true });
  await client.candidates.erase({ candidateId: id });
  expect(await client.candidates.list({})).toEqual([]);
  expect(isAnywhere(dataDir, 'zirconium')).toBe(false);
});

it('leave on their own when their time is over', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'candidates-'));
  {
    await using app = await openApp({}, '2026-03-02T09:00:00Z', { dataDir });
    await app.client.candidates.save({ candidateId: null, form, hasConsent: true });
  }
  {
    await using app = await openApp({}, '2026-09-30T09:00:00Z', { dataDir });
    expect(await app.client.candidates.list({})).toHaveLength(1);
  }
  {
    await using app = await openApp({}, '2026-10-01T09:00:00Z', { dataDir });
    expect(await app.client.candidates.list({})).toEqual([]);
  }
  expect(isAnywhere(dataDir, 'zirconium')).toBe(false);
  rmSync(dataDir, { recursive: true });
});

it('are never compared by name: another name gives the same text to the encoder', async () => {
  const embedder = createWordEmbedder();
  await using app = await openApp({ embedder });
  const texts: (string | undefined)[] = [];
  for (const name of ['Camille Dupont', 'Karim Benali', 'Boulanger']) {
    const saved = await app.client.candidates.save({
      candidateId: null,
      form: { ...form, name, wishes: `${form.wishes}. ${name}` },
      hasConsent: true,
    });
    await app.client.search.offers({
      ...{ text: candidateText(saved), filter: {}, page: 0, pageSize: 10 },
      sort: { by: 'relevance', direction: 'desc' },
    });
    texts.push(embedder.embedded.at(-1));
  }
  expect(texts[0]).toContain('zirconium');
  expect(new Set(texts).size).toBe(1);
  expect(embedder.embedded.join(' ')).not.toMatch(/camille|dupont|karim|benali|boulanger/i);
});
