import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../../tests/support/temporary-database';
import type { SearchFacets } from '../../../shared/contract/search';
import type { OfferFilter } from '../../../shared/contract/offers';
import { companyIdSchema } from '../../../shared/domain/ids';
import { contractTypes, offerStatuses, seniorities } from '../../../shared/domain/offer';
import { openReadConnection, type ReadConnection } from '../db/open-in-thread';
import { indexInMemory } from './index-file';
import { createSearchEngine, type SearchEngine } from './search-engine';
import type { SearchedText } from './search-question';

const count = 2_400;
const today = '2026-03-01';
const subjects = ['comptabilité', 'soudure', 'chimie', 'vente', 'logistique'];
const bodies = ['Analyser les coûts.', 'Suivre les stocks et la vente.', 'Préparer la paie.', 'Accueillir le public.'];
const modelId = 'drawn';
const vector = Float32Array.of(1, 0, 0, 0);

/** Of a model that finds what students can take at most so near. */
const distantModelId = 'distant';
const nearestTakable = 0.5;
const isTakable = (id: number): boolean =>
  ['published', 'transmitted'].includes(offerStatuses[id % offerStatuses.length] ?? '') &&
  ['internship', 'work-study', 'student-job'].includes(contractTypes[id % contractTypes.length] ?? '');

/** A unit vector whose cosine to `vector` goes down from 1 to -1 over the offers, in no order of their ids. */
function vectorOf(id: number, part = 1): Float32Array {
  const cosine = part * (1 - (2 * ((id * 769) % count)) / count);
  return Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine), 0, 0);
}

let place: TemporaryDatabase;
let connection: ReadConnection;
let engine: SearchEngine;

beforeAll(async () => {
  place = openTemporaryDatabase();
  await place.database.write((db) => {
    const offer = db.prepare(
      `insert into offer (id, title, raw_title, status, academic_year, title_key, content_hash, created_at, updated_at,
         description, contract_type, seniority, level_mask, city, city_key, domain, domain_key, company_id, company_key)
       values (?, ?, ?, ?, ?, ?, ?, '2026-01-01', '2026-01-01', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const company = db.prepare(
      `insert into company (id, name, name_key, content_hash, created_at, updated_at)
       values (?, ?, ?, ?, '2026-01-01', '2026-01-01')`,
    );
    const embed = db.prepare(
      "insert into embedding (owner_kind, owner_id, model_id, text_hash, vector) values ('offer', ?, ?, '', ?)",
    );
    for (let id = 1; id <= 90; id += 1) company.run(id, `Maison ${id >> 1}`, `maison ${id >> 1}`, `${id}`);
    for (let id = 1; id <= 80; id += 1) {
      db.prepare('insert into skill (id, label, label_key) values (?, ?, ?)').run(id, `Savoir ${id}`, `savoir ${id}`);
      db.prepare('insert into place (key, name, department, region) values (?, ?, ?, ?)').run(
        ...([`ville ${id}`, `Ville ${id}`, id % 2 ? '38' : '69', '84'] as const),
      );
    }
    for (let id = 1; id <= count; id += 1) {
      const title = `${subjects[id % 5] ?? ''} ${id % 700}`;
      const city = 1 + ((id * 13) % 80);
      const companyId = 1 + ((id * 7) % 90);
      offer.run(
        ...[id, title, title, offerStatuses[id % offerStatuses.length], 2023 + (id % 3), title, `${id}`],
        ...[
          bodies[id % 4],
          contractTypes[id % contractTypes.length] ?? null,
          seniorities[id % 5] ?? null,
          1 << (id % 9),
        ],
        ...[`Ville ${city}`, `ville ${city}`, `Domaine ${id % 70}`, `domaine ${id % 70}`],
        ...[companyId, `maison ${companyId >> 1}`],
      );
      embed.run(id, modelId, Buffer.from(vectorOf(id).buffer));
      embed.run(id, distantModelId, Buffer.from(vectorOf(id, isTakable(id) ? nearestTakable : 1).buffer));
      for (const skill of new Set([1 + (id % 80), 1 + ((id * 3) % 80)]))
        db.prepare('insert into offer_skill (offer_id, position, skill_id) values (?, ?, ?)').run(id, skill, skill);
    }
  });
  connection = openReadConnection(place.database.path);
  engine = createSearchEngine(connection.read, indexInMemory);
  while (!engine.update(1_000).isComplete);
});
afterAll(async () => {
  engine.close();
  connection.close();
  await place[Symbol.asyncDispose]();
});

const found = (searched: SearchedText) =>
  engine.search({ ...searched, page: { page: 0, pageSize: 10 }, sort: { by: 'relevance', direction: 'desc' } });

/** What each value that is counted asks for, and its count. */
function choices(facets: SearchFacets): readonly (readonly [filter: OfferFilter, count: number])[] {
  const of = <Value>(values: readonly { value: Value; count: number }[], filterOf: (value: Value) => OfferFilter) =>
    values.map((counted) => [filterOf(counted.value), counted.count] as const);
  return [
    ...of(facets.contractTypes, (contractType) => ({ contractType })),
    ...of(facets.academicYears, (academicYear) => ({ academicYear })),
    ...of(facets.statuses, (status) => ({ status })),
    ...of(facets.outcomes, (outcome) => ({ outcome })),
    ...of(facets.seniorities, (seniority) => ({ seniority })),
    ...of(facets.levels, (level) => ({ level })),
    ...of(facets.cities, (city) => ({ city })),
    ...of(facets.departments, (department) => ({ department })),
    ...of(facets.regions, (region) => ({ region })),
    ...of(facets.domains, (domain) => ({ domain })),
    ...of(facets.skills, (skill) => ({ skill })),
    ...of(facets.companies, (companyId) => ({ companyId })),
  ];
}

describe('the number beside a value', () => {
  const description =
    'Je voudrais analyser les coûts et la comptabilité, suivre les stocks et préparer la paie du public.';
  it.each([
    ['words and meaning', 'comptabilité ', {}, undefined],
    ['a description', description, {}, undefined],
    ['a description under a criterion', description, { contractType: 'internship' }, undefined],
    ['words under two criteria, copies as one', 'comptabilité ', { status: 'published', level: 3 }, true],
    ['words that no offer has together', 'comptabilité stocks ', {}, true],
    ['no text', '', { department: '38' }, undefined],
  ] as const)('is how many are found once it is chosen: %s', (_what, text, criteria, areCopiesGrouped) => {
    const filter = { ...criteria, today } as const;
    const meaning = text === '' ? null : { modelId, vector };
    const searched = { text, filter, meaning, areCopiesGrouped };
    const values = choices(engine.facets(searched));
    expect(values.length).toBeGreaterThan(50);
    expectCounts(searched, values);
  });

  it('is so for students, too, to whom the nearest of what they can take is shown', () => {
    const filter = { isTakable: true, isForStudents: true, today } as const;
    const asked = { text: description, filter, meaning: { modelId: distantModelId, vector } } as const;
    expect(found(asked).total).toBe(0);
    const searched = { ...asked, isNearAmongTakable: true } as const;
    const { total, isOnlyNear } = found(searched);
    expect({ isSome: total > 20, isOnlyNear }).toEqual({ isSome: true, isOnlyNear: true });
    const values = choices(engine.facets(searched));
    expect(values.length).toBeGreaterThan(20);
    expectCounts(searched, values);
    // Under fewer criteria there are never fewer, and what is found beside the nearest of all is there, too.
    const all = found({ ...searched, filter: { today } });
    expect(all.total).toBeGreaterThan(total);
    expect(all.isOnlyNear).toBe(false);
    expect(found({ ...asked, filter: { today } }).total).toBeLessThan(all.total);
  });

  it('follows a change that makes the nearest one something that can be taken no more', async () => {
    const filter = { isTakable: true, isForStudents: true, today } as const;
    const searched = { text: 'soudure chimie vente ', filter, isNearAmongTakable: true } as const;
    const asked = { ...searched, meaning: { modelId: distantModelId, vector } } as const;
    const before = found(asked);
    expect(before.total).toBeGreaterThan(0);
    const ids = before.found.map(({ id }) => id);
    const close = (status: string) =>
      place.database.write((db) => {
        const set = db.prepare('update offer set status = ? where id = ?');
        for (const id of ids) set.run(status === '' ? offerStatuses[id % offerStatuses.length] : status, id);
      });
    await close('filled');
    const after = found(asked);
    expect(after.found.filter(({ id }) => ids.includes(id))).toEqual([]);
    expect(after.total).toBeGreaterThan(0);
    await close('');
    expect(found(asked).total).toBe(before.total);
  });

  it('is given up between two steps once nobody waits for it, and counted whole when it is asked for again', () => {
    const searched = { text: 'comptabilité ', filter: { today, level: 3 }, meaning: { modelId, vector } } as const;
    const whole = engine.facets(searched);
    let steps = 0;
    engine.facets({ ...searched, isGivenUp: () => (steps += 1) < 0 });
    expect(steps).toBeGreaterThan(10);
    for (let last = 1; last <= steps; last += 1) {
      let step = 0;
      const isGivenUp = (): boolean => (step += 1) === last;
      expect(() => engine.facets({ ...searched, isGivenUp })).toThrow(expect.objectContaining({ code: 'cancelled' }));
      expect(step).toBe(last);
    }
    const question = { ...searched, page: { page: 0, pageSize: 10 }, sort: { by: 'title', direction: 'asc' } } as const;
    expect(() => engine.search({ ...question, isGivenUp: () => true })).toThrow();
    expect(engine.facets(searched)).toEqual(whole);
  });

  /** Asks for each value under the other criteria. */
  function expectCounts(searched: SearchedText, values: ReturnType<typeof choices>): void {
    const { filter } = searched;
    const isPlace = (key: string): boolean => ['city', 'department', 'region'].includes(key);
    for (const [chosen, expected] of values) {
      const [key = ''] = Object.keys(chosen);
      const others = Object.entries(filter).filter(([other]) => !(isPlace(key) && isPlace(other)));
      const asked = { ...(Object.fromEntries(others) as typeof filter), ...chosen };
      expect({ chosen, total: found({ ...searched, filter: asked }).total }).toEqual({ chosen, total: expected });
    }
  }

  it('is there for every value: towns and domains in the list, skills and companies once somebody types their names', () => {
    const searched = { text: '', filter: { today }, meaning: null } as const;
    const facets = engine.facets(searched);
    expect([facets.cities.length, facets.domains.length]).toEqual([80, 70]);
    expect([facets.skills.length, facets.companies.length]).toEqual([60, 60]);
    for (let id = 1; id <= 80; id += 1)
      expect(engine.values(searched, `SAVOIR ${id}`).skills.map(({ value }) => value)).toContain(`Savoir ${id}`);
    // Companies 40 and 41 have one name, and are two.
    const { companies } = engine.values(searched, 'maison 20');
    expect(companies.map(({ value, name }) => [value, name])).toEqual(
      expect.arrayContaining([
        [40, 'Maison 20'],
        [41, 'Maison 20'],
      ]),
    );
    for (const { value, count: expected } of companies)
      expect(found({ ...searched, filter: { today, companyId: value } }).total).toBe(expected);
  });

  it('leaves under a narrow criterion all that is near in meaning, not a share of the nearest of all', () => {
    const near = (filter: OfferFilter): number =>
      found({ text: description, meaning: { modelId, vector }, filter: { ...filter, today } }).total;
    const narrow = near({ companyId: companyIdSchema.parse(8) });
    // One offer in ninety is of that company, and more than a quarter of all is near.
    expect(narrow).toBeGreaterThan(5);
    expect(near({})).toBeGreaterThan(narrow * 50);
  });
});
