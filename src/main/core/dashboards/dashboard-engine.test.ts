import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDashboards, type OpenDashboards } from '../../../../tests/support/open-dashboards';
import { offersOfAllLevels, offersOfScope } from '../../../shared/contract/dashboard-rows';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { DashboardFilter } from '../../../shared/domain/dashboard/dashboard-filter';
import { dayNumberOf, dayOf } from '../../../shared/domain/academic-year-days';
import { companyIdSchema, componentIdSchema, formationIdSchema } from '../../../shared/domain/ids';
import { contractTypes, seniorities } from '../../../shared/domain/offer';
import { conditionsOf } from '../offers/offer-conditions';

const today = '2026-02-10';
const yearStart = { month: 9, day: 1 };
const query = (filter: Partial<DashboardFilter>) => ({
  ...{ today, yearStart, smallNumber: 3 },
  filter: { year: null, basis: 'deposit' as const, span: 'to-date' as const, ...filter },
});

type Change = readonly [sql: string, ...values: (string | number | null)[]];

/** Three components with two formations each, five companies, six skills. */
const university: readonly Change[] = [
  [`insert into university (id, name) values (1, 'U')`],
  ...[1, 2, 3].map((id): Change => [
    `insert into component (id, university_id, name, name_key, created_at) values (?, 1, ?, ?, 'x')`,
    ...[id, `C${id}`, `c${id}`],
  ]),
  ...[1, 2, 3, 4, 5, 6].map((id): Change => formation(id)),
  ...[1, 2, 3, 4, 5].map((id): Change => [
    `insert into company (id, name, name_key, content_hash, created_at, updated_at) values (?, ?, ?, ?, 'x', 'x')`,
    ...[id, `Société ${id}`, `societe ${id}`, `${id}`],
  ]),
  ...[1, 2, 3, 4, 5, 6].map((id): Change => [
    // Two wordings of one skill.
    'insert into skill (id, label, label_key) values (?, ?, ?)',
    ...[id, id === 6 ? 'SKILL 5' : `skill ${id}`, id === 6 ? 'skill 5' : `skill ${id}`],
  ]),
];

function formation(id: number): Change {
  return [
    `insert into formation (id, title, component_id, title_key, identity_key, content_hash, created_at, updated_at, description)
     values (?, ?, ?, '', ?, ?, 'x', 'x', '')`,
    ...[id, `F${id}`, ((id - 1) % 3) + 1, `f${id}`, `f${id}`],
  ];
}

const offerValues = fc.record({
  companyId: fc.option(fc.integer({ min: 1, max: 5 })),
  city: fc.option(fc.constantFrom('Évry', 'EVRY', 'Lyon', 'Nîmes')),
  place: fc.constantFrom(
    ...([
      [null, null],
      ['69003', null],
      ['38000', 'France'],
      ['20200', 'FR'],
      ['28013', 'Espagne'],
    ] as const),
  ),
  domain: fc.option(fc.constantFrom('Santé', 'Informatique')),
  readDomain: fc.option(fc.constantFrom('Gestion', 'Sante')),
  contract: fc.option(fc.constantFrom(...contractTypes)),
  seniority: fc.option(fc.constantFrom(...seniorities)),
  status: fc.constantFrom('draft', 'published', 'transmitted', 'filled'),
  levels: fc.integer({ min: 0, max: 511 }),
  postedOn: fc.option(fc.integer({ min: dayNumberOf('2024-08-20'), max: dayNumberOf('2026-03-01') }).map(dayOf)),
  startsOn: fc.option(fc.integer({ min: dayNumberOf('2024-08-20'), max: dayNumberOf('2026-09-03') }).map(dayOf)),
  skills: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
  isRead: fc.boolean(),
  matches: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }),
  isRanked: fc.boolean(),
  chosen: fc.option(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { freq: 3 }),
});
type OfferValues = typeof offerValues extends fc.Arbitrary<infer Values> ? Values : never;

/** Ids that lie in one block and in the next, and far away. */
const offerIds = fc.constantFrom(1, 2, 3, 250, 255, 256, 257, 300, 5_000);

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** An offer with all that hangs on it, in place of the one that may be there. */
function put(id: number, offer: OfferValues): Change[] {
  const { companyId, city, place, domain, readDomain, contract, seniority, status, levels, postedOn, startsOn } = offer;
  return [
    ['delete from offer where id = ?', id],
    [
      `insert into offer (id, title, raw_title, company_id, city, city_key, postcode, country, domain, domain_key, contract_type,
         seniority, status, level_mask, posted_on, start_kind, start_from, academic_year, title_key, content_hash, created_at,
         updated_at, description)
       values (?, 't', 't', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2025, 't', ?, '2025-10-05T09:00:00Z', 'x', '')`,
      ...[
        id,
        companyId,
        city,
        city === null ? null : fold(city),
        ...place,
        domain,
        domain === null ? null : fold(domain),
      ],
      ...[contract, seniority, status, levels, postedOn, startsOn === null ? null : 'date', startsOn, `${id}`],
    ],
    [
      `insert into offer_reading (offer_id, version, level_mask, domain, domain_key, read_at, facts) values (?, 'v', 0, ?, ?, 'x', '{}')`,
      ...[id, readDomain, readDomain === null ? null : fold(readDomain)],
    ],
    ...offer.skills.map((skillId, position): Change => [
      `insert into ${offer.isRead ? 'offer_read_skill' : 'offer_skill'} (offer_id, position, skill_id) values (?, ?, ?)`,
      ...[id, position, skillId],
    ]),
    ...offer.matches.map((formationId, index): Change => [
      `insert into match (offer_id, rank, formation_id, model_id, score, semantic, lexical)
       select ?, ?, id, 'm', 0.5, 0.5, 0.5 from formation where id = ?`,
      ...[id, index + 1, formationId],
    ]),
    ...(offer.isRanked
      ? [
          [
            `insert into ranking (offer_id, model_id, basis, outcome, ranked_at) values (?, 'm', 'b', ?, 'x')`,
            ...[id, offer.matches.length === 0 ? 'no-suitable-formation' : 'ranked'],
          ] as const,
        ]
      : []),
    ...(offer.chosen ? choose(id, ...offer.chosen) : []),
  ];
}

function choose(offerId: number, formationId: number, isAccepted: boolean): Change[] {
  return [
    [
      `insert into decision (offer_id, formation_id, kind, created_at) select ?, id, 'accepted', 'x' from formation where id = ?`,
      ...[offerId, formationId],
    ],
    [
      `insert or replace into offer_choice (offer_id, formation_id, state, place, decision_id)
       select offer_id, formation_id, ?, ?, id from decision where offer_id = ? and formation_id = ?`,
      ...[isAccepted ? 'accepted' : 'rejected', isAccepted ? 1 : null, offerId, formationId],
    ],
  ];
}

const changes = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(offerIds, offerValues).map(([id, offer]) => put(id, offer)) },
  { weight: 2, arbitrary: offerIds.map((id): Change[] => [['delete from offer where id = ?', id]]) },
  { weight: 1, arbitrary: offerIds.map((id): Change[] => [['delete from ranking where offer_id = ?', id]]) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 6 }).map((id): Change[] => [['delete from formation where id = ?', id]]),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 6 })
      .map((id): Change[] => [['delete from formation where id = ?', id], formation(id)]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 1, max: 3 })))
      .map(([id, component]): Change[] => [['update formation set component_id = ? where id = ?', component, id]]),
  },
);

const option = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
const filters: fc.Arbitrary<DashboardFilter> = fc
  .record({
    year: fc.constantFrom(2024, 2025, 2026),
    basis: fc.constantFrom('deposit', 'start'),
    span: fc.constantFrom('to-date', 'whole'),
    level: fc.constantFrom(0, 0, 1, 2),
    id: fc.integer({ min: 1, max: 6 }),
    criterion: fc.constantFrom('none', 'none', 'domain', 'contractType', 'companyId', 'city', 'skill'),
    other: option(fc.constantFrom('Lyon', 'evry')),
  })
  .map(({ level, id, criterion, other, ...years }) => ({
    ...years,
    ...(level === 1 ? { componentId: componentIdSchema.parse(((id - 1) % 3) + 1) } : {}),
    ...(level === 2 ? { formationId: formationIdSchema.parse(id) } : {}),
    ...(criterion === 'domain' ? { domain: 'sante' } : {}),
    ...(criterion === 'contractType' ? { contractType: 'internship' } : {}),
    ...(criterion === 'companyId' ? { companyId: companyIdSchema.parse(((id - 1) % 5) + 1) } : {}),
    ...(criterion === 'city' ? { city: other ?? 'Nîmes' } : {}),
    ...(criterion === 'skill' ? { skill: 'Skill 5' } : {}),
  })); // The words of closed lists are widened on the way.

/** How many offers a filter of the list keeps, by a value of theirs that SQL says. */
function plainly({ database }: OpenDashboards, filter: OfferFilter, value: string, join = ''): Record<string, number> {
  const { sql, values } = conditionsOf({ ...filter, today });
  const rows = database.read
    .prepare<{ value: string | number; n: number }, (string | number)[]>(
      `select ${value} value, count(distinct o.id) n from offer o left join ranking r on r.offer_id = o.id
         left join offer_reading g on g.offer_id = o.id ${join} ${sql} group by 1 having value is not null`,
    )
    .all(...values);
  return Object.fromEntries(rows.map(({ value: key, n }) => [String(key), n]));
}

const total = (dashboards: OpenDashboards, filter: OfferFilter): number => plainly(dashboards, filter, '1')['1'] ?? 0;
const nowOf = <Row extends { readonly now: number }>(rows: readonly Row[], key: (row: Row) => string | number) =>
  Object.fromEntries(rows.filter(({ now }) => now > 0).map((row) => [String(key(row)), row.now]));

/** Compares everything that the engine says of a filter with plain SQL. */
function compareWithSql(dashboards: OpenDashboards, filter: DashboardFilter): void {
  const { engine, database } = dashboards;
  const tab = engine.tab('offers', query(filter));
  const trends = engine.tab('trends', query(filter));
  const now = offersOfScope(filter, tab.scope, 'now');
  const before = offersOfScope(filter, tab.scope, 'before');
  const suited =
    'join formation f on ' +
    conditionsOf({ formationId: formationIdSchema.parse(1), today: '2026-03-02' })
      .sql.replace('where ', '')
      .replaceAll('= ?', '= f.id')
      .replaceAll('in (?)', '= f.id');
  const first = 'join first_formation p on p.offer_id = o.id and (p.is_chosen or r.offer_id is not null)';
  const skill = 'join offer_any_skill l on l.offer_id = o.id join skill s on s.id = l.skill_id';
  const weeks = `(julianday(coalesce(o.posted_on, date(o.created_at, 'localtime'))) - julianday('${tab.scope.now.from}')) / 7`;
  const bits = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const isOfLevel = tab.scope.formation
    ? `p.formation_id = ${tab.scope.formation.id}`
    : tab.scope.component
      ? `p.formation_id in (select id from formation where component_id = ${tab.scope.component.id})`
      : 'true';
  const isListed = tab.scope.formation
    ? `f.id <> ${tab.scope.formation.id}`
    : tab.scope.component
      ? `f.component_id = ${tab.scope.component.id}`
      : 'true';
  const gone = database.read.prepare('select id from formation where id = ?');
  const expected = {
    now: total(dashboards, now),
    before: total(dashboards, before),
    first: plainly(dashboards, now, `iif(${isOfLevel}, 1, null)`, first)['1'] ?? 0,
    companies: Object.keys(plainly(dashboards, now, 'o.company_id')).length,
    cities: plainly(dashboards, now, 'o.city_key'),
    departments: Object.fromEntries(
      Object.entries({ '69': 1, '38': 1, '2B': 1 }).flatMap(([department]) => {
        const count = total(dashboards, { ...now, department });
        return count === 0 ? [] : [[department, count]];
      }),
    ),
    contracts: plainly(dashboards, now, 'o.contract_type'),
    seniorities: plainly(dashboards, now, 'o.seniority'),
    levels: Object.fromEntries(
      bits.flatMap((level) => {
        const count = total(dashboards, { ...now, level });
        return count === 0 ? [] : [[String(level), count]];
      }),
    ),
    formations: plainly(dashboards, now, `iif(${isListed}, f.id, null)`, suited),
    components: plainly(dashboards, now, 'f.component_id', suited),
    firsts: plainly(
      dashboards,
      now,
      `iif(${isListed.replaceAll('f.', 'pf.')}, p.formation_id, null)`,
      `${first} join formation pf on pf.id = p.formation_id`,
    ),
    domains: plainly(dashboards, now, 'coalesce(o.domain_key, g.domain_key)'),
    skills: plainly(dashboards, now, 's.label_key', skill),
    weeks: filter.basis === 'deposit' ? plainly(dashboards, now, `min(51, cast(${weeks} as integer))`) : null,
  };
  const actual = {
    now: tab.total.now,
    before: tab.total.before,
    first: tab.first.now,
    companies: tab.companies.now,
    cities: nowOf(tab.cities.rows, ({ label }) => fold(label)),
    departments: nowOf(tab.departments.rows, ({ code }) => code),
    contracts: nowOf(tab.contracts.rows, ({ contractType }) => contractType),
    seniorities: nowOf(tab.seniorities.rows, ({ seniority }) => seniority),
    levels: nowOf(tab.levels.rows, ({ level }) => level),
    formations: nowOf(tab.formations.rows, ({ formationId }) => formationId),
    components: nowOf(tab.components.rows, ({ componentId }) => componentId),
    firsts: nowOf(
      tab.formations.rows.map(({ formationId, first: { now: count } }) => ({ formationId, now: count })),
      ({ formationId }) => formationId,
    ),
    domains: nowOf(
      trends.domains.top.map(({ row }) => row),
      ({ label }) => fold(label),
    ),
    skills: nowOf(
      trends.skills.top.map(({ row }) => row),
      ({ label }) => fold(label),
    ),
    weeks:
      filter.basis === 'deposit'
        ? nowOf(
            tab.weeks.map(({ now: count }, week) => ({ week, now: count })),
            ({ week }) => week,
          )
        : null,
  };
  expect(actual).toEqual(expected);
  // A formation's figure opens its offers: at the level of another one, those that suit both.
  const opened = tab.formations.rows.map(({ formationId }) =>
    total(dashboards, { ...now, ...(tab.scope.formation ? { alsoFormationId: formationId } : { formationId }) }),
  );
  expect(opened).toEqual(tab.formations.rows.map((row) => row.now));
  expect(Object.keys(actual.formations).every((id) => gone.get(id) !== undefined)).toBe(true);
  compareDirection(dashboards, filter);
}

/** Every figure of the direction's tab opens as many offers as it says, of both years. */
function compareDirection(dashboards: OpenDashboards, filter: DashboardFilter): void {
  const { scope, unmatched, components, formations } = dashboards.engine.tab('director', query(filter));
  const both = (offers: OfferFilter) => {
    const [now, before] = (['now', 'before'] as const).map((days) =>
      total(dashboards, { ...offersOfAllLevels(filter, scope, days), ...offers }),
    );
    return { now, before };
  };
  const said = ({ now, before }: { now: number; before: number }) => ({ now, before });
  expect({
    unmatched: said(unmatched),
    components: components.map(said),
    suitedComponents: components.map(({ suited }) => said(suited)),
    formations: formations.map(({ first }) => said(first)),
    suited: formations.map((row) => said(row.suited)),
  }).toEqual({
    unmatched: both({ outcome: 'no-suitable-formation' }),
    components: components.map(({ componentId }) => both({ firstComponentId: componentId })),
    suitedComponents: components.map(({ componentId }) => both({ componentId })),
    formations: formations.map(({ formationId }) => both({ firstFormationId: formationId })),
    suited: formations.map(({ formationId }) => both({ formationId })),
  });
}

describe('the figures of a dashboard', () => {
  it('are those of plain SQL, whatever is written, deleted, ranked or chosen in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.array(changes, { maxLength: 12 }), filters), { minLength: 1, maxLength: 5 }),
        async (steps) => {
          await using dashboards = openDashboards();
          await dashboards.change(...university);
          for (const [writes, filter] of steps) {
            await dashboards.change(...writes.flat());
            compareWithSql(dashboards, filter);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

const plainOffer: OfferValues = {
  ...{
    companyId: 1,
    city: 'Lyon',
    place: ['69003', null],
    domain: null,
    readDomain: null,
    contract: null,
    seniority: null,
  },
  ...{ status: 'published', levels: 0, postedOn: null, startsOn: null, skills: [], isRead: false, matches: [] },
  ...{ isRanked: false, chosen: null },
};

describe('the year of a dashboard', () => {
  it.each([
    { years: [], expected: 2025 },
    { years: [2023, 2025], expected: 2025 },
    { years: [2022, 2024, 2027], expected: 2024 },
    { years: [2099], expected: 2099 },
    { years: [1900], expected: 1900 },
  ])('is the present one, else the last with offers: of $years $expected', async ({ years, expected }) => {
    await using dashboards = openDashboards();
    const offers = years.map((year, index) => put(index + 1, { ...plainOffer, postedOn: `${year}-10-01` }));
    await dashboards.change(...university, ...offers.flat());
    expect(dashboards.engine.tab('offers', query({})).scope.year).toBe(expected);
  });
});

describe('the map of offers and places', () => {
  it('divides by places where they are known, and parts in the middle', async () => {
    await using dashboards = openDashboards();
    const first = (id: number, matches: number[]) =>
      put(id, { ...plainOffer, postedOn: '2025-10-01', matches, isRanked: true });
    await dashboards.change(
      ...university,
      ['update formation set capacity = id * 10 where id <= 2'],
      ['update formation set capacity = 0 where id = 3'],
      ...[first(1, [1]), first(2, [1, 2]), first(3, [2]), first(4, [3]), first(5, [3])].flat(),
    );
    const { formations, middle, components } = dashboards.engine.tab('director', query({ year: 2025 }));
    expect(formations.slice(0, 4).map(({ title, places, perPlace }) => [title, places, perPlace])).toEqual([
      ['F1', 10, 0.2],
      ['F3', null, null],
      ['F2', 20, 0.05],
      ['F4', null, null],
    ]);
    expect(middle).toEqual({ places: 15, perPlace: 0.1 });
    expect(components[0]).toMatchObject({ name: 'C1', now: 2, places: 10, withoutPlaces: 1, part: 0.4 });
  });

  it('has no middle where nobody said how many places there are', async () => {
    await using dashboards = openDashboards();
    await dashboards.change(...university);
    const { formations, middle } = dashboards.engine.tab('director', query({}));
    expect([middle, formations.length, formations.every(({ perPlace }) => perPlace === null)]).toEqual([null, 6, true]);
  });
});

describe('what cannot be counted', () => {
  it('is told: offers without a start, a formation that is gone', async () => {
    await using dashboards = openDashboards();
    await dashboards.change(...university, ...put(1, { ...plainOffer, startsOn: '2026-02-01' }), ...put(2, plainOffer));
    const byStart = dashboards.engine.tab('offers', query({ basis: 'start' }));
    expect([byStart.total.now, byStart.scope.undated]).toEqual([1, 1]);
    const { scope, total: none } = dashboards.engine.tab('offers', query({ formationId: formationIdSchema.parse(99) }));
    expect([scope.gone, scope.formation, none.now]).toEqual([['formation'], null, 0]);
  });

  it('has no percentage: a year without the one before, and parts of too few offers', async () => {
    await using dashboards = openDashboards();
    await dashboards.change(
      ...university,
      ...put(1, { ...plainOffer, postedOn: '2025-10-01', matches: [1], isRanked: true }),
    );
    const { total: all, first, cities } = dashboards.engine.tab('offers', query({ year: 2025 }));
    expect({ all, first, part: cities.rows[0]?.part }).toEqual({
      all: { now: 1, before: 0, change: { kind: 'no-base' }, parent: null },
      first: { now: 1, before: 0, change: { kind: 'no-base' }, part: null },
      part: null,
    });
  });

  it('leaves values of criteria with the offers that the others keep', async () => {
    await using dashboards = openDashboards();
    const offers = [
      put(1, { ...plainOffer, postedOn: '2025-10-01' }),
      put(2, { ...plainOffer, postedOn: '2025-10-02', city: 'Évry' }),
      put(3, { ...plainOffer, postedOn: '2024-10-02', city: 'EVRY', companyId: 2 }),
    ];
    await dashboards.change(...university, ...offers.flat());
    const { engine } = dashboards;
    const filter = query({ year: 2025, city: 'evry' });
    expect({
      cities: engine.values(filter, 'city', ''),
      found: engine.values(query({ year: 2025 }), 'company', 'société 1'),
      years: engine.values(filter, 'year', ''),
    }).toEqual({
      cities: [
        { value: 'Lyon', label: 'Lyon', count: 1 },
        { value: 'Évry', label: 'Évry', count: 1 },
      ],
      found: [{ value: '1', label: 'Société 1', count: 2 }],
      years: [
        { value: '2025', label: '2025–2026', count: 1 },
        { value: '2024', label: '2024–2025', count: 1 },
      ],
    });
  });
});
