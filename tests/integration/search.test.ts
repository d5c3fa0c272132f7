import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbedder } from '../../src/main/workers/adapters';
import { createSearchThread } from '../../src/main/workers/search/search-thread';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { AppError } from '../../src/shared/domain/app-error';
import { buildEntries } from '../support/build-entry';
import { openApp, type OpenApp } from '../support/open-app';

// The built search thread and the real model on the sample university, as the application runs them.
const modelDir = resolve(import.meta.dirname, '../../models/smart-recruiting-fr-v1');

let app: OpenApp;
const ends: (() => PromiseLike<void>)[] = [];

beforeAll(async () => {
  const entries = await buildEntries('search', {
    embed: 'src/main/workers/embed/entry.ts',
    search: 'src/main/workers/search/entry.ts',
  });
  const spawnEmbed = spawnThread(entries.embed, { args: [modelDir] });
  const embedder = createEmbedder({ table: spawnEmbed, network: spawnEmbed });
  const searchThread = createSearchThread(spawnThread(entries.search));
  app = await openApp({ embedder, searchThread });
  ends.push(
    () => app[Symbol.asyncDispose](),
    () => embedder.dispose(),
    () => searchThread.dispose(),
  );
  const { jobId } = await app.client.university.loadSample({});
  await app.endOf(jobId);
  const [ranking] = (await app.client.jobs.list({ page: 0, pageSize: 1 })).rows;
  if (ranking) await app.endOf(ranking.id);
});
afterAll(async () => {
  for (const end of ends) await end();
});

const relevance = { by: 'relevance', direction: 'desc' } as const;
const look = (text: string, filter = {}, pageSize = 25) =>
  search(app, { text, filter, sort: relevance, page: 0, pageSize });

/** Asks again while offers are still being read into the index, as the page does. */
async function search({ client }: OpenApp, question: Parameters<OpenApp['client']['search']['offers']>[0]) {
  for (;;) {
    const answer = await client.search.offers(question);
    if (answer.isComplete) return answer;
  }
}

describe('a search on the sample university', () => {
  // The sample repeats its offers for other years and companies: the title says which one is meant.
  it.each([
    ['contrôle de gestion industriel', 'Stage contrôleur de gestion industriel'],
    ['developpeur web alternance', 'Alternance développeur full stack typescript'],
    ['stage juriste droit social', 'Stage juriste – cabinet d’avocats (droit social, droit public)'],
    ['analyses laboratoire microbiologie', 'Contrat pro. technicien(ne) microbiologie alimentaire et eaux'],
    ['Molécia laboratoire', 'Apprenti(e) technicien(ne) laboratoire contrôle qualité (relance)'],
  ])('by the keywords “%s” gives the right offer within three rows', async (text, title) => {
    const { rows } = await look(text, {}, 3);
    expect(rows.map((row) => row.title.replaceAll("'", '’'))).toContain(title);
  });

  it.each([
    [
      'Je suis en master de gestion et je voudrais suivre les coûts et les prix de revient dans une usine, faire des tableaux de bord et aider les ateliers à comprendre leurs marges.',
      'Stage contrôleur de gestion industriel',
    ],
    [
      'J’aimerais apprendre à programmer des automates et à dessiner des armoires électriques pour des machines de production, en alternance.',
      'Automaticien / automaticienne',
    ],
    [
      'Étudiante en soins infirmiers bientôt diplômée, je cherche mon premier poste dans un hôpital, en gériatrie ou aux urgences.',
      'Infirmier(ère) diplômé(e) d’État – diplômés 2025',
    ],
    [
      'Je veux proposer des activités à des personnes âgées dans une maison de retraite, monter des ateliers et sorties, et travailler avec les familles.',
      'Stage projet animation et vie sociale en EHPAD',
    ],
    [
      'Stage de fin d’études en master : construire des questionnaires, mener des enquêtes et analyser les réponses avec des statistiques.',
      'Chargé·e d’études statistiques et enquêtes – CDD 10 mois (remplacement congé parental)',
    ],
    [
      'Je suis en BUT et j’aimerais programmer des sites et des applications web, en équipe, pendant un stage.',
      'Alternance développeur full stack typescript',
    ],
  ])('by the description “%s” gives the right offer within three rows', async (text, title) => {
    const { rows } = await look(text, {}, 3);
    expect(rows.map((row) => row.title.replaceAll("'", '’'))).toContain(title);
  });

  it.each([
    ['stop words', 'le la les de'],
    ['signs', '😀🎓'],
    ['an open quotation', '"'],
    ['the syntax of SQLite', 'NEAR(a) * - ^ {title}: "x" OR'],
    ['words that nobody wrote', 'zzyzx qwrtp'],
    ['another script', '実習を探しています'],
    ['100,000 letters', 'x'.repeat(100_000)],
    ['100,000 characters of words', 'analyse des eaux '.repeat(5_882)],
    ['blanks', '\n\t '],
  ])('answers %s and says what it found', async (_what, text) => {
    const answer = await look(text);
    expect(answer.total).toBeGreaterThanOrEqual(answer.rows.length);
    expect(answer.isComplete).toBe(true);
  });

  it('keeps the filter of the list, and counts its values under every other criterion', async () => {
    const text = 'comptabilité ';
    const all = await look(text);
    const facets = await app.client.search.facets({ text, filter: {} });
    const internships = facets.contractTypes.find(({ value }) => value === 'internship')?.count;
    const filtered = await look(text, { contractType: 'internship' });
    expect(filtered.total).toBe(internships);
    expect(filtered.total).toBeLessThan(all.total);
    expect(new Set(filtered.rows.map(({ contractType }) => contractType))).toEqual(new Set(['internship']));
    const narrowed = await app.client.search.facets({ text, filter: { contractType: 'internship' } });
    expect(narrowed.contractTypes).toEqual(facets.contractTypes);
    const cities = narrowed.cities.reduce((sum, { count }) => sum + count, 0);
    expect(cities).toBe(filtered.total);
  });

  it('sorts what it found as the list does, and goes through pages without losing any', async () => {
    const request = { text: 'laboratoire ', filter: {}, pageSize: 10 };
    const byTitle = { by: 'title', direction: 'asc' } as const;
    const first = await search(app, { ...request, sort: byTitle, page: 0 });
    const titles = first.rows.map(({ title }) => title);
    expect(titles).toEqual(titles.toSorted((one, other) => one.localeCompare(other, 'fr')));
    const seen = new Set<number>();
    for (let page = 0; page * 10 < first.total; page += 1) {
      const { rows } = await search(app, { ...request, sort: relevance, page });
      for (const { id } of rows) seen.add(id);
    }
    expect(seen.size).toBe(first.total);
  });

  it('takes a short sentence whose words no offer has together for a description', async () => {
    const { rows, words } = await look('J’aimerais programmer des sites et applications web en équipe.', {}, 3);
    expect(words).toBe('some-words');
    expect(rows.map(({ foundBy }) => foundBy)).not.toContain('words');
    for (const { title } of rows) expect(title).toMatch(/d[eé]v|program/i);
  });

  it('tells who offered what is looked for, and keeps to offers that are open today', async () => {
    const text = 'Analyser des échantillons en laboratoire, contrôler la qualité';
    const companies = await app.client.search.companies({ text, filter: {} });
    expect(companies.length).toBeGreaterThan(1);
    for (const { companyId, offerCount, openCount, lastPostedOn } of companies) {
      const filter = { companyId };
      const request = { filter, sort: { by: 'postedOn', direction: 'desc' }, page: 0, pageSize: 100 } as const;
      const { rows, total } = await app.client.offers.list(request);
      expect(total).toBeGreaterThanOrEqual(offerCount);
      expect(offerCount).toBeGreaterThanOrEqual(openCount);
      expect(rows.map(({ postedOn }) => postedOn)).toContain(lastPostedOn);
    }
    expect(await app.client.search.companies({ text: ' ', filter: {} })).toEqual([]);
    const open = await look('', { isOpen: true }, 100);
    expect(open.total).toBeGreaterThan(0);
    expect(open.total).toBeLessThan((await look('', {}, 100)).total);
    for (const { id, status } of open.rows) {
      const { expiresOn } = await app.client.offers.get({ offerId: id });
      expect(['published', 'transmitted']).toContain(status);
      // The day of the test's clock.
      expect((expiresOn ?? '9999-12-31') >= '2026-03-02').toBe(true);
    }
  });

  it('follows an edit, a deletion and its undo at once', async () => {
    const word = 'Xylogravure ';
    expect((await look(word)).total).toBe(0);
    const { rows } = await look('graphiste ');
    const offerId = rows[0]?.id;
    if (offerId === undefined) throw new Error('The sample has no such offer.');
    const { form, revision } = await app.client.offers.edit({ offerId });
    await app.client.offers.save({
      ...{ offerId, revision, hasNames: true },
      form: { ...form, title: 'Atelier de xylogravure' },
    });
    expect((await look(word)).rows.map(({ id }) => id)).toEqual([offerId]);
    await app.client.offers.remove({ offerId });
    expect((await look(word)).total).toBe(0);
    await app.client.offers.restore({ offerId });
    expect((await look(word)).rows[0]).toMatchObject({ id: offerId, titleWords: [{ start: 11, end: 22 }] });
  });
});

it('finds by words when the model cannot be used', async () => {
  const missing = () => Promise.reject(new AppError('unavailable', 'There is no model.', 'model-missing'));
  await using alone = await openApp({ embedder: { model: missing, embed: missing } });
  const { jobId } = await alone.client.university.loadSample({});
  await alone.endOf(jobId);
  const { rows, words, byMeaning } = await search(alone, {
    ...{ text: 'contrôle de gestion', filter: {}, sort: relevance, page: 0, pageSize: 10 },
  });
  expect({ words, byMeaning }).toEqual({ words: 'every-word', byMeaning: 0 });
  expect(rows.map(({ foundBy }) => foundBy)).toEqual(rows.map(() => 'words'));
  expect(rows).toHaveLength(10);
  for (const { title } of rows) expect(title).toMatch(/contrôleur(\(\w+\))? de gestion/u);
});
