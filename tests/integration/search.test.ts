import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbedder } from '../../src/main/workers/adapters';
import { createSearchThread } from '../../src/main/workers/search/search-thread';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { AppError } from '../../src/shared/domain/app-error';
import { wishToRank } from '../../src/shared/domain/wish';
import { prepareHere } from '../support/prepare-here';
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
      'Je suis en BUT et j’aimerais programmer des sites et des applications web, en équipe, en alternance.',
      'Alternance développeur full stack typescript',
    ],
  ])('by the description “%s” gives the right offer within three rows', async (text, title) => {
    const { rows } = await look(text, {}, 3);
    expect(rows.map((row) => row.title.replaceAll("'", '’'))).toContain(title);
  });

  it('finds the same in the same order whoever asks, with the encoder that ships', async () => {
    const asked = [
      'Je suis étudiant en BUT, je voudrais analyser des échantillons en laboratoire et contrôler la qualité.',
      'Je m’appelle Karim Benali, j’ai 21 ans, j’habite Grenoble. Je suis étudiant en BUT, je voudrais analyser des échantillons en laboratoire et contrôler la qualité.',
      'Léa Martin, 12 rue des Lilas. Je suis étudiante en BUT, je voudrais analyser des échantillons en laboratoire et contrôler la qualité.',
      'Jeune femme de 19 ans, Fatou Diallo. Je suis étudiante en BUT, je voudrais analyser des échantillons en laboratoire et contrôler la qualité.',
    ];
    const ranked = await Promise.all(
      asked.map(async (text) => {
        const wish = wishToRank(text);
        if (!wish) throw new Error('Something is wished for.');
        const { matches } = await app.client.matches.preview(wish);
        return matches.map(({ formation, score }) => [formation.title, score]);
      }),
    );
    expect(ranked[0]?.length).toBeGreaterThan(0);
    for (const others of ranked.slice(1)) expect(others).toEqual(ranked[0]);
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
    ['another language', 'Ich suche eine Stelle als Buchhalter in Lyon'],
    ['nothing', ''],
  ])('answers %s in every box and says what it found', async (_what, text) => {
    const answer = await look(text);
    expect(answer.total).toBeGreaterThanOrEqual(answer.rows.length);
    expect(answer.isComplete).toBe(true);
    const { client } = app;
    const counts = (await client.search.facets({ text, filter: {} })).contractTypes.map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(answer.total);
    expect((await client.search.companies({ text, filter: {} })).length).toBeLessThanOrEqual(answer.total);
    const since = '2026-01-01T00:00:00.000Z';
    expect((await client.search.arrivals({ text, filter: {}, since })).count).toBe(answer.total);
    // As the pages of formations and of occupations ask.
    const wish = wishToRank(text);
    if (wish)
      expect(['ranked', 'no-suitable-formation', 'insufficient-text']).toContain(
        (await client.matches.preview(wish)).outcome,
      );
    expect((await client.occupations.list({ text: text.slice(0, 200) })).length).toBeLessThanOrEqual(50);
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

  it('shows copies once, and counts and writes what is shown', async () => {
    const searched = { text: 'laboratoire ', areCopiesGrouped: true } as const;
    const request = { ...searched, filter: {}, sort: relevance, page: 0, pageSize: 100 };
    const { total, rows } = await search(app, request);
    expect(total).toBeLessThan((await look('laboratoire ')).total);
    const copied = rows.find(({ copies }) => copies !== null);
    const each = await look('', { among: copied?.copies?.offers }, 100);
    expect(each.total).toBe(copied?.copies?.count);
    expect(new Set(each.rows.map(({ title, company, city }) => [title, company, city].join())).size).toBe(1);
    const facets = await app.client.search.facets({ ...searched, filter: {} });
    const criteria = [
      ...facets.contractTypes.map(({ value, count }) => [{ contractType: value }, count] as const),
      ...facets.levels.map(({ value, count }) => [{ level: value }, count] as const),
      ...facets.seniorities.map(({ value, count }) => [{ seniority: value }, count] as const),
      ...facets.departments.slice(0, 3).map(({ value, count }) => [{ department: value }, count] as const),
      ...facets.skills.slice(0, 5).map(({ value, count }) => [{ skill: value }, count] as const),
      ...facets.companies.slice(0, 5).map(({ value, count }) => [{ companyId: value }, count] as const),
    ];
    expect(criteria.length).toBeGreaterThan(15);
    for (const [filter, count] of criteria) expect((await search(app, { ...request, filter })).total).toBe(count);
    const { jobId } = await app.client.exports.start({
      request: { what: 'found-offers', ...searched, filter: {}, sort: relevance },
      ...{ format: 'jsonl', columns: ['externalId'] },
    });
    expect((await app.endOf(jobId)).summary['rows']).toBe(total);
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

  it('writes exactly what it found into a file, in the order asked for', async () => {
    const request = { text: 'laboratoire ', filter: { contractType: 'internship' as const } };
    for (const sort of [relevance, { by: 'title', direction: 'desc' } as const]) {
      const { rows, total } = await search(app, { ...request, sort, page: 0, pageSize: 100 });
      const { jobId, fileId } = await app.client.exports.start({
        ...{ request: { what: 'found-offers', ...request, sort }, format: 'jsonl', columns: ['externalId'] },
      });
      const { summary } = await app.endOf(jobId);
      expect(summary['rows']).toBe(total);
      const lines = (await readFile(app.fileStore.locate(fileId).path, 'utf8')).trim().split('\n');
      const written = lines.map((line) => (JSON.parse(line) as { externalId: string }).externalId);
      expect(written).toHaveLength(total);
      const shown = await Promise.all(rows.map(({ id }) => app.client.offers.get({ offerId: id })));
      expect(written.slice(0, rows.length)).toEqual(shown.map(({ externalId }) => externalId));
    }
  });

  it('counts what came in since a moment, as the same search lists it', async () => {
    const text = 'laboratoire ';
    const { total } = await look(text);
    const countSince = async (since: string) => (await app.client.search.arrivals({ text, filter: {}, since })).count;
    expect(await countSince('2026-01-01T00:00:00.000Z')).toBe(total);
    expect((await look(text, { createdFrom: '2026-01-01T00:00:00.000Z' })).total).toBe(total);
    expect(await countSince('2026-03-03T00:00:00.000Z')).toBe(0);
  });

  it('keeps to what a student can still take', async () => {
    // Of the day of the test's clock, 2 March 2026.
    const { rows, total } = await look('', { isTakable: true, isForStudents: true }, 100);
    expect(total).toBeGreaterThan(5);
    for (const { id, contractType, status } of rows) {
      const { expiresOn, start, postedOn } = await app.client.offers.get({ offerId: id });
      expect([null, 'internship', 'work-study', 'student-job']).toContain(contractType);
      expect(['published', 'transmitted']).toContain(status);
      expect((expiresOn ?? '9999') >= '2026-03-02').toBe(true);
      const last = start?.kind === 'date' ? start.on : start?.kind === 'range' ? start.to : null;
      expect((last ?? '9999') >= '2026-01-30').toBe(true);
      if (last === null && expiresOn === null) expect((postedOn ?? '') >= '2025-09-03').toBe(true);
    }
    const open = await look('', { isOpen: true }, 100);
    expect(open.total).toBeGreaterThan(total);
  });

  const openToStudents = { isTakable: true, isForStudents: true } as const;
  const lookForStudents = (text: string, isNearAmongTakable?: true) =>
    search(app, {
      ...{ text, filter: openToStudents, sort: relevance, page: 0, pageSize: 25 },
      ...(isNearAmongTakable ? { isNearAmongTakable } : {}),
    });

  it.each([
    ['Je voudrais analyser des eaux en laboratoire', /alliages/],
    ['analyses laboratoire microbiologie', /biologie moléculaire/],
    ['J’aimerais concevoir des cartes électroniques et les tester', /Embedded Systems/],
  ])('shows students the nearest of what they can take of “%s”, and says that it is only near', async (text, title) => {
    expect((await look(text)).total).toBeGreaterThan(0);
    expect((await lookForStudents(text)).total).toBe(0);
    const { rows, isOnlyNear } = await lookForStudents(text, true);
    expect(isOnlyNear).toBe(true);
    expect(rows.map((row) => row.title).join('\n')).toMatch(title);
    const all = await look('', openToStudents, 100);
    for (const { id } of rows) expect(all.rows.map((row) => row.id)).toContain(id);
  });

  it.each([
    'Je voudrais couper les cheveux et conseiller des clientes dans un salon',
    'J’aimerais réparer des moteurs de bateaux',
    'Ich möchte gerne im Labor Wasserproben analysieren und Berichte schreiben',
    'zzyzx qwrtp',
    'mon chat dort sur le canapé pendant que la pluie tombe dehors',
    'rouge bleu vert jaune',
  ])('shows students no more of “%s”, to which nothing that is open comes near', async (text) => {
    const plain = await lookForStudents(text);
    const { rows, isOnlyNear } = await lookForStudents(text, true);
    expect(isOnlyNear).toBe(false);
    expect(rows.map(({ id }) => id)).toEqual(plain.rows.map(({ id }) => id));
  });

  it('tells students which sentence of an offer comes closest to their words', async () => {
    const text = 'Je voudrais analyser des échantillons en laboratoire et contrôler la qualité des eaux';
    const { rows } = await look(text, {}, 10);
    const offerIds = rows.map(({ id }) => id);
    const passages = await app.client.students.passages({ text, offerIds });
    expect(passages.length).toBeGreaterThan(4);
    expect(passages.map(({ offerId }) => offerId)).toEqual(
      offerIds.filter((id) => passages.some(({ offerId }) => offerId === id)),
    );
    for (const { offerId, text: sentence } of passages) {
      const { description } = await app.client.offers.get({ offerId });
      expect(description.replace(/\s+/g, ' ')).toContain(sentence);
    }
    expect(passages.map((passage) => passage.text).join('\n')).toMatch(/analys|laboratoire|échantillon|contrôle/i);
    expect(await app.client.students.passages({ text: 'le la les de', offerIds })).toEqual([]);
    expect(await app.client.students.passages({ text, offerIds: [999_999] })).toEqual([]);
    const garden = 'Je voudrais tailler des haies, planter des rosiers et tondre des pelouses';
    expect((await app.client.students.passages({ text: garden, offerIds })).length).toBeLessThan(passages.length);
  });

  it('gives up what nobody waits for any more, and answers the next question', async () => {
    const text = 'laboratoire ';
    const { total } = await look(text);
    const asking = Array.from({ length: 20 }, (_, at) => {
      const abort = new AbortController();
      const answer = app.client.search.facets({ text: `qualité ${at} `, filter: {} }, { signal: abort.signal });
      setTimeout(() => abort.abort(), at);
      return answer.then(
        () => 'counted',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
    });
    const ends = await Promise.all(asking);
    for (const end of ends) expect(['counted', 'cancelled']).toContain(end);
    expect(ends).toContain('cancelled');
    expect((await look(text)).total).toBe(total);
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
    const accountants = await app.client.search.companies({
      text: 'Je cherche un stage en comptabilité : saisie, rapprochements bancaires, déclarations de TVA, en cabinet.',
      filter: {},
    });
    expect(accountants.length).toBeGreaterThan(1);
    // No other trade that merely shares words with the wish.
    for (const { closest } of accountants)
      expect(closest.title).toMatch(/compta|contr[oô]le|gestion|audit|fisc|paie|tr[eé]sor|financ/i);
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
  await using alone = await openApp({ embedder: { model: missing, embed: missing, prepare: prepareHere } });
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
