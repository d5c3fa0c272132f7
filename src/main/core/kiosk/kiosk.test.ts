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
    ...['formations.get', 'formations.list', 'kiosk.leave', 'kiosk.state', 'matches.explainText', 'matches.preview'],
    ...['occupations.list', 'occupations.sheet', 'offers.facets', 'offers.get', 'search.companies', 'search.facets'],
    ...['search.offers', 'search.values', 'settings.get', 'students.approaches', 'students.outlooks'],
    'students.passages',
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
  const [row] = found.rows;
  expect(row?.excerpt.text).toContain('tutrice');
  const marked = row?.excerpt.words.map(({ start, end }) => row.excerpt.text.slice(start, end));
  expect(marked).toContain('tutrice');
  expect(JSON.stringify(found.rows)).not.toMatch(/Zoé|Hébrard|hebrard@|06 12/i);
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

it('names nobody in a title, wherever it is shown', async () => {
  await using app = await openApp({}, undefined, { shell: 'browser' });
  const { client, database } = app;
  const title = 'Couvreur ardoise B12 – contact Zoé Hébrard 06 12 34 56 78';
  const description = 'Poser des toitures en ardoise et suivre les chantiers de rénovation de maisons anciennes.';
  const form = { ...emptyOfferForm, title, description, companyName: 'Ardoise', contactName: 'Zoé Hébrard' };
  const { offerId } = await client.offers.save({ offerId: null, revision: null, hasNames: true, form });
  await client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
  await database.write((db) => {
    db.prepare("update offer set rome_code = 'F1610', raw_title = title").run();
    db.prepare(
      `insert into formation (id, title, title_key, identity_key, content_hash, description, created_at, updated_at)
       values (1, 'Toits', 'toits', 'toits', 'x', '', '2026-01-01', '2026-01-01')`,
    ).run();
    db.prepare("insert into match values (?, 1, 1, 'm', 0.9, 0.5, 0.5)").run(offerId);
    db.prepare("insert into ranking values (?, 'm', 'b', 'ranked', 0.9, '2026-01-01')").run(offerId);
  });
  await client.kiosk.enter({ code });
  const page = { page: 0, pageSize: 10 };
  const answers = [
    await client.search.offers({ text: 'ardoise', filter: {}, sort: { by: 'relevance', direction: 'desc' }, ...page }),
    await client.search.companies({ text: 'b12', filter: {} }),
    await client.offers.get({ offerId }),
    await client.occupations.sheet({ code: 'F1610' }),
    await client.students.outlooks({ formationIds: [1] }),
  ];
  for (const [place, answer] of answers.entries()) {
    expect(JSON.stringify(answer), `${place}`).toContain('Couvreur ardoise B12"');
    expect(JSON.stringify(answer)).not.toMatch(/Zoé|Hébrard|06 12|contact [–-]|\[…\]/);
  }
});

/** Inputs that each opened procedure takes; those that answer nothing of offers need no more than to be asked. */
const asked: Readonly<Record<string, unknown>> = {
  'formations.list': { filter: {}, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 10 },
  'occupations.list': { text: '' },
  'occupations.sheet': { code: 'F1610' },
  'search.companies': { text: 'zircon', filter: {} },
  'search.facets': { text: '', filter: {} },
  'search.offers': {
    ...{ text: 'zircon', filter: {}, page: 0, pageSize: 10 },
    sort: { by: 'relevance', direction: 'desc' },
  },
  'students.approaches': { offerIds: [1] },
  'students.outlooks': { formationIds: [1] },
  'students.passages': { text: 'tailler du zircon en atelier', offerIds: [1] },
  'matches.preview': {
    title: 'zircon',
    description: '',
    skills: [],
    levels: [],
    company: null,
    contact: null,
    city: null,
  },
};

it('tells nothing of a draft, whatever is asked', async () => {
  await using app = await openApp({}, undefined, { shell: 'browser' });
  const { client, database, dispatcher } = app;
  const form = {
    ...emptyOfferForm,
    ...{
      title: 'Zircon secret',
      description: 'Tailler du zircon en atelier toute la journée.',
      companyName: 'Zirconia',
      city: 'Zirconville',
      domain: 'Zirconologie',
    },
  };
  await client.offers.save({ offerId: null, revision: null, hasNames: true, form });
  await database.write((db) => void db.prepare("update offer set rome_code = 'F1610'").run());
  expect(await client.offers.facets({})).toMatchObject({ cities: ['Zirconville'], domains: ['Zirconologie'] });
  await client.kiosk.enter({ code });
  const never = new AbortController().signal;
  for (const name of await answered(app)) {
    if (name === 'kiosk.leave') continue;
    const answer = await dispatcher
      .call(name, asked[name] ?? {}, never)
      .catch((error: unknown) => (error instanceof Error ? error.message : error));
    // `matches.preview` says the words of the question, and nothing else knows them.
    if (name !== 'matches.preview') expect(JSON.stringify(answer), name).not.toMatch(/zircon/i);
  }
  expect(await client.occupations.sheet({ code: 'F1610' })).toMatchObject({ offerCount: 0, titles: [] });
});

it('tells students how to answer an offer by the rule of its own contact', async () => {
  await using app = await openApp({}, undefined, { shell: 'browser' });
  const { client } = app;
  const form = { ...emptyOfferForm, description: 'Poser des toitures.', companyName: 'Ardoise', contactName: 'Zoé' };
  const publish = async (title: string, more: Partial<typeof form> = {}) => {
    const { offerId } = await client.offers.save({
      ...{ offerId: null, revision: null, hasNames: true },
      form: { ...form, title, ...more },
    });
    await client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
    return offerId;
  };
  const offerIds = [await publish('Un'), await publish('Deux', { contactName: 'Karim' })];
  const told = async () =>
    (await client.students.approaches({ offerIds })).map(({ approach }) => approach?.contacts.map(({ name }) => name));
  expect(await told()).toEqual([undefined, undefined]);
  await client.settings.update({ contactAccess: 'contact' });
  expect(await told()).toEqual([['Zoé'], ['Karim']]);
  await app.database.write((db) => void db.prepare("update contact set access = 'none' where name = 'Karim'").run());
  await client.kiosk.enter({ code });
  expect(await told()).toEqual([['Zoé'], undefined]);
});

it('tells nothing of which formations the office has for an offer, by no criterion, order or mark', async () => {
  await using app = await openApp({}, undefined, { shell: 'browser' });
  const { client, database } = app;
  const publish = async (title: string) => {
    const form = { ...emptyOfferForm, title, description: 'Poser des toitures en ardoise.', companyName: 'Ardoise' };
    const { offerId } = await client.offers.save({ offerId: null, revision: null, hasNames: true, form });
    await client.offers.act({ offerId, revision: null, action: 'publish', reason: null });
    return offerId;
  };
  const [ranked, none] = [await publish('Couvreur'), await publish('Zingueur')];
  await database.write((db) => {
    const formation = db.prepare(
      `insert into formation (id, title, title_key, identity_key, content_hash, description, created_at, updated_at)
       values (?, ?, ?, ?, 'x', '', '2026-01-01', '2026-01-01')`,
    );
    for (const [id, title] of ['Arts', 'Toits'].entries()) formation.run(id + 1, title, title, title);
    db.prepare("insert into match values (?, 2, 1, 'm', 0.9, 0.5, 0.5)").run(ranked);
    const ranking = db.prepare("insert into ranking values (?, 'm', 'b', ?, ?, '2026-01-01')");
    ranking.run(ranked, 'ranked', 0.9);
    ranking.run(none, 'no-suitable-formation', 0.1);
    db.prepare("update offer set external_id = 'B12' where id = ?").run(ranked);
  });
  const page = { page: 0, pageSize: 10 };
  const byRelevance = { by: 'relevance', direction: 'desc' } as const;
  type Question = Partial<Parameters<typeof client.search.offers>[0]>;
  const found = async (more: Question) => {
    const { rows } = await client.search.offers({ text: '', filter: {}, sort: byRelevance, ...page, ...more });
    return rows.map(({ id }) => id);
  };
  const office = [
    ...[{ formationId: 2 }, { alsoFormationId: 2 }, { firstFormationId: 2 }, { firstComponentId: 2 }],
    ...[{ componentId: 2 }, { outcome: 'ranked' }, { due: 'expired' }, { transmission: 'sent' }, { importId: 1 }],
    ...[{ isFillDated: true }, { createdFrom: '2031-01-01T00:00:00.000Z' }],
  ] as NonNullable<Question['filter']>[];
  for (const filter of office) expect(await found({ filter }), JSON.stringify(filter)).not.toHaveLength(2);
  expect((await client.offers.get({ offerId: ranked })).outcome).toBe('ranked');
  await client.kiosk.enter({ code });
  const all = await found({});
  expect(all).toHaveLength(2);
  for (const filter of office) {
    expect(await found({ filter }), JSON.stringify(filter)).toEqual(all);
    const { statuses } = await client.search.facets({ text: '', filter });
    expect(statuses, JSON.stringify(filter)).toEqual([{ value: 'published', count: 2 }]);
    // On a busy machine the index follows a moment later.
    const companies = async () => (await client.search.companies({ text: 'ardoise', filter })).length;
    await expect.poll(companies, { message: JSON.stringify(filter) }).toBe(1);
  }
  for (const direction of ['asc', 'desc'] as const)
    expect(await found({ sort: { by: 'score', direction } })).toEqual(all);
  // What students choose themselves is asked for as before.
  expect(await found({ filter: { title: 'zingueur' } })).toEqual([none]);
  expect(await found({ sort: { by: 'title', direction: 'desc' } })).toEqual([none, ranked]);
  const { rows } = await client.search.offers({ text: '', filter: {}, sort: byRelevance, ...page });
  expect(rows.map(({ outcome, best }) => [outcome, best])).toEqual([
    ['pending', null],
    ['pending', null],
  ]);
  expect((await client.search.facets({ text: '', filter: {} })).outcomes).toEqual([]);
  const shown = await client.offers.get({ offerId: ranked });
  expect([shown.outcome, shown.externalId, shown.packageOrigin]).toEqual(['pending', null, null]);
  for (const by of ['matchedOffers', 'firstPlaces'] as const) {
    const list = await client.formations.list({ filter: {}, sort: { by, direction: 'desc' }, ...page });
    expect(list.rows.map(({ title }) => title)).toEqual(['Arts', 'Toits']);
  }
});
