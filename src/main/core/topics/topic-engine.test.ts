import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { offerMatchText } from '../../../shared/domain/text/match-text';
import { unpackIds } from '../../../shared/util/packed-ids';
import { loadTable } from '../../workers/embed/load-table';
import type { Database } from '../db/open';
import { topicsOf } from './topic-engine';

const modelFolder = resolve(import.meta.dirname, '../../../../models/smart-recruiting-fr-v1');
const never = new AbortController().signal;

/** Invented offers of four topics and one of none, each topic with a company of its own. */
const groups = [
  {
    company: 'Fournil des Tilleuls',
    skill: 'Panification',
    titles: [
      'Boulanger',
      'Apprentie boulangère',
      'Stage en boulangerie artisanale',
      'Ouvrier boulanger de nuit',
      'Boulanger-tourier',
    ],
    text: 'Vous pétrissez la pâte, façonnez les pains au levain et les enfournez. Boulangerie de quartier, cuisson au four à sole.',
  },
  {
    company: 'Garage du Vieux Pont',
    skill: 'Diagnostic de pannes',
    titles: [
      'Mécanicien automobile',
      'Apprenti mécanicien auto',
      'Mécanicienne en atelier',
      'Technicien automobile',
      'Stage mécanique auto',
    ],
    text: 'Vous entretenez et réparez les véhicules : vidange, freins, distribution. Atelier de mécanique automobile équipé.',
  },
  {
    company: 'Ongles et Soie',
    skill: 'Manucure',
    titles: [
      'Esthéticienne',
      'Esthéticien en institut',
      'Stage esthétique',
      'Apprentie esthéticienne',
      'Conseillère beauté en institut',
    ],
    text: 'Vous réalisez les soins du visage, les épilations et la manucure dans un institut de beauté.',
  },
  {
    company: 'Toitures Mélusine',
    skill: 'Zinguerie',
    titles: [
      'Couvreur',
      'Couvreur-zingueur',
      'Apprenti couvreur',
      'Couvreuse en rénovation',
      'Chef d’équipe couverture',
    ],
    text: 'Vous posez les ardoises et les tuiles, réparez les toitures et façonnez les gouttières en zinc.',
  },
];

/** The offers in mixed order, none of them suiting a formation; their ids and their groups. */
async function fill(database: Database): Promise<ReadonlyMap<number, number>> {
  const encoder = await loadTable(modelFolder);
  const offers = [0, 1, 2, 3, 4].flatMap((turn) =>
    groups.map(({ company, skill, titles, text }, group) => ({
      ...{ id: turn * 10 + group + 1, group, company, skill, title: titles[turn] ?? '', text },
    })),
  );
  const matchTexts = offers.map(({ title, text, company }) => {
    const made = offerMatchText({ title, description: text, skills: [] }, { company, city: null, contact: null });
    return `${made.title} ${made.body}`;
  });
  const vectors = await encoder?.encode(matchTexts, never);
  const dimensions = (vectors?.length ?? 0) / offers.length;
  await database.write((db) => {
    const run = (sql: string, ...values: (string | number | Buffer)[]) => db.prepare(sql).run(...values);
    groups.forEach(({ company, skill }, group) => {
      run(
        `insert into company (id, name, name_key, content_hash, created_at, updated_at) values (?, ?, ?, ?, 'x', 'x')`,
        ...[group + 1, company, company.toLowerCase(), String(group)],
      );
      run('insert into skill (id, label, label_key) values (?, ?, ?)', group + 1, skill, skill.toLowerCase());
    });
    offers.forEach(({ id, group, title, text }, row) => {
      run(
        `insert into offer (id, title, raw_title, company_id, status, academic_year, title_key, content_hash, created_at,
           updated_at, description) values (?, ?, ?, ?, 'published', 2025, 't', ?, 'x', 'x', ?)`,
        ...[id, title, title, group + 1, String(id), text],
      );
      run('insert into offer_skill (offer_id, position, skill_id) values (?, 0, ?)', id, group + 1);
      run(
        `insert into ranking (offer_id, model_id, basis, outcome, ranked_at) values (?, 'm', 'b', 'no-suitable-formation', 'x')`,
        id,
      );
      const vector = Buffer.from(vectors?.slice(row * dimensions, (row + 1) * dimensions).buffer ?? new ArrayBuffer(4));
      run(
        `insert into embedding (owner_kind, owner_id, model_id, text_hash, vector) values ('offer', ?, 'm', 'h', ?)`,
        ...[id, vector],
      );
    });
  });
  return new Map(offers.map(({ id, group }) => [id, group]));
}

/** Of the two other groups, formations teach what they ask for. */
const untaughtSkills = ['panification', 'diagnostic de pannes'];

describe('topics of offers', () => {
  it('are those that the offers were written about, with their words, companies and untaught skills', async () => {
    await using place = openTemporaryDatabase();
    const truth = await fill(place.database);
    const ids = [...truth.keys()];
    // The last of each group is of the year before.
    const [now, before] = [ids.filter((id) => id < 41), ids.filter((id) => id > 40)];
    const found = topicsOf(place.database.read, { now, before, smallNumber: 3, untaughtSkills });
    expect(found).toMatchObject({ grouped: 20, apart: { now: 0, before: 0, offers: null } });
    const summary = found.topics.map(({ words, now: count, before: former, offers, companies, untaught, titles }) => ({
      ...{ count, former, companies: companies.map(({ name }) => name), untaught: untaught?.map(({ label }) => label) },
      groups: [...new Set(unpackIds(offers?.text ?? '').map((id) => truth.get(id)))],
      isNamed: words.length >= 3,
      titles: titles.length,
    }));
    const byCompany = [...summary].sort((one, other) =>
      (one.companies[0] ?? '') < (other.companies[0] ?? '') ? -1 : 1,
    );
    const same = { count: 4, former: 1, isNamed: true, titles: 3 };
    expect(byCompany).toEqual([
      { ...same, companies: ['Fournil des Tilleuls'], untaught: ['Panification'], groups: [0] },
      { ...same, companies: ['Garage du Vieux Pont'], untaught: ['Diagnostic de pannes'], groups: [1] },
      { ...same, companies: ['Ongles et Soie'], untaught: [], groups: [2] },
      { ...same, companies: ['Toitures Mélusine'], untaught: [], groups: [3] },
    ]);
    const firstWords = found.topics.map(({ words }) => words.slice(0, 3).join(' '));
    expect(firstWords.some((words) => /boulang|pain|levain/.test(words))).toBe(true);
    expect(firstWords.some((words) => /couvreu|toiture|zinc|ardoise|gouttière/.test(words))).toBe(true);
    expect(found.coherence).toBeGreaterThan(0.5);
    expect(topicsOf(place.database.read, { now, before, smallNumber: 3, untaughtSkills })).toEqual(found);
  });

  it.each([
    { now: [], expected: { grouped: 0, topics: [], coherence: null, silhouette: null } },
    { now: [1], expected: { grouped: 1, topics: [], apart: { now: 1, before: 0 } } },
    { now: [1, 999], expected: { grouped: 1, topics: [] } },
  ])('are none of $now', async ({ now, expected }) => {
    await using place = openTemporaryDatabase();
    await fill(place.database);
    expect(topicsOf(place.database.read, { now, before: [], smallNumber: 3, untaughtSkills })).toMatchObject(expected);
  });

  it('say nothing of untaught skills where no formation says what it teaches', async () => {
    await using place = openTemporaryDatabase();
    const truth = await fill(place.database);
    const question = { now: [...truth.keys()], before: [], smallNumber: 3, untaughtSkills: null };
    const found = topicsOf(place.database.read, question);
    expect([found.untaught, ...found.topics.map(({ untaught }) => untaught)]).toEqual([null, null, null, null, null]);
  });
});
