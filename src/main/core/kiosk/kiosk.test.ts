import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openApp, type OpenApp } from '../../../../tests/support/open-app';
import { contract } from '../../../shared/contract/contract';
import { emptyOfferForm } from '../../../shared/domain/offer-form';
import { kioskFileName } from './kiosk-service';

const code = 'quai n° 9';
const procedures = Object.entries(contract).flatMap(([group, all]) =>
  Object.keys(all).map((name) => `${group}.${name}`),
);

/** What the gate lets through, by asking for every procedure there is with an input that none takes. */
async function answered({ dispatcher }: OpenApp): Promise<string[]> {
  const names: string[] = [];
  for (const name of procedures) {
    if (dispatcher.kindOf(name) !== 'call') continue;
    const refused = await dispatcher
      .call(name, 'nonsense', new AbortController().signal)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    if ((refused as { reason?: unknown }).reason !== 'kiosk-on') names.push(name);
  }
  return names;
}

it('answers students what they need and refuses everything else, also after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kiosk-'));
  const open = () => openApp({}, undefined, { shell: 'browser', dataDir });
  const allowed = [
    ...['formations.get', 'kiosk.leave', 'kiosk.state', 'matches.explainText', 'matches.preview', 'occupations.list'],
    ...['occupations.sheet', 'offers.facets', 'offers.get', 'search.companies', 'search.facets', 'search.offers'],
    ...['settings.get', 'students.outlooks'],
  ];
  {
    await using app = await open();
    expect((await answered(app)).length).toBeGreaterThan(80);
    await app.client.kiosk.enter({ code });
    expect((await answered(app)).toSorted()).toEqual(allowed);
    await expect(app.client.settings.update({ language: 'en' })).rejects.toMatchObject({ reason: 'kiosk-on' });
    await expect(app.client.kiosk.enter({ code: 'mine now' })).rejects.toMatchObject({ reason: 'kiosk-on' });
  }
  {
    await using app = await open();
    expect(await app.client.kiosk.state({})).toEqual({ isOn: true });
    expect((await answered(app)).toSorted()).toEqual(allowed);
    await app.client.kiosk.leave({ code });
    expect((await app.client.settings.update({ language: 'en' })).language).toBe('en');
  }
  rmSync(dataDir, { recursive: true });
});

it('keeps no code, and wants a pause after several wrong ones', async () => {
  let now = new Date('2026-03-02T09:00:00Z');
  await using app = await openApp({ clock: { now: () => now } }, undefined, { shell: 'browser' });
  await app.client.kiosk.enter({ code });
  expect(readFileSync(join(app.dataDir, kioskFileName), 'utf8')).not.toContain('quai');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await expect(app.client.kiosk.leave({ code: 'quai' })).rejects.toMatchObject({ reason: 'kiosk-code-wrong' });
  }
  await expect(app.client.kiosk.leave({ code })).rejects.toMatchObject({ reason: 'kiosk-code-later' });
  now = new Date('2026-03-02T09:01:01Z');
  await app.client.kiosk.leave({ code });
  expect(await app.client.kiosk.state({})).toEqual({ isOn: false });
});

it('shows students no draft, no contact and nothing of who works here', async () => {
  await using app = await openApp({}, undefined, { shell: 'browser' });
  const { client } = app;
  const description = [
    'De : Zoé Hébrard <zoe.hebrard@ardoise.example>',
    'Bonjour, nous cherchons une personne pour poser des toitures en ardoise et suivre nos chantiers de rénovation.',
    'Votre tutrice sera Zoé Hébrard, 06 12 34 56 78. Candidatures à zoe.hebrard@ardoise.example.',
    'Cordialement,',
    'Zoé Hébrard',
  ].join('\n');
  const form = { ...emptyOfferForm, companyName: 'Ardoise', contactName: 'Zoé Hébrard', description };
  const save = (title: string) =>
    client.offers.save({ offerId: null, revision: null, hasNames: true, form: { ...form, title } });
  const [draft, published] = [await save('Stage brouillon'), await save('Stage publié')];
  await client.offers.act({ offerId: published.offerId, revision: null, action: 'publish', reason: null });
  expect((await client.offers.get({ offerId: published.offerId })).contact?.name).toBe('Zoé Hébrard');
  await client.settings.update({ personName: 'Camille' });
  await client.kiosk.enter({ code });
  const question = { filter: {}, sort: { by: 'relevance', direction: 'desc' }, page: 0, pageSize: 10 } as const;
  const { rows } = await client.search.offers({ text: '', ...question });
  expect(rows.map(({ title }) => title)).toEqual(['Stage publié']);
  const shown = await client.offers.get({ offerId: published.offerId });
  expect(shown.contact).toBeNull();
  expect(shown.description).toContain('poser des toitures en ardoise');
  expect(JSON.stringify(shown)).not.toMatch(/Zoé|Hébrard|hebrard|06 12/i);
  // Looked for by the words beside it, a person is still not shown.
  const found = await client.search.offers({ text: 'candidatures tutrice', ...question });
  expect(found.rows[0]?.excerpt.text).toContain('tutrice');
  expect(JSON.stringify(found.rows)).not.toMatch(/hebrard@|06 12/i);
  await expect(client.offers.get({ offerId: draft.offerId })).rejects.toMatchObject({ code: 'not-found' });
  expect((await client.settings.get({})).personName).toBeNull();
});

it('tells students how to apply where the office lets them know, and of nobody else', async () => {
  await using app = await openApp({}, undefined, { shell: 'browser' });
  const { client } = app;
  const description = 'Nous cherchons une personne pour poser des toitures en ardoise et suivre nos chantiers.';
  const form = { ...emptyOfferForm, title: 'Stage B12', description, companyName: 'Ardoise', contactName: 'Zoé' };
  const { offerId } = await client.offers.save({ offerId: null, revision: null, hasNames: true, form });
  await client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
  const approach = async () => {
    const [company] = await client.search.companies({ text: 'b12', filter: {} });
    return company?.approach;
  };
  expect(await approach()).toBeNull();
  await client.kiosk.enter({ code });
  expect(await approach()).toBeNull();
  await client.kiosk.leave({ code });
  await client.settings.update({ contactAccess: 'contact' });
  await client.kiosk.enter({ code });
  const told = { name: 'Zoé', role: null, email: null, phone: null };
  expect(await approach()).toEqual({ address: null, website: null, contacts: [told] });
});
