import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCompaniesWithSql,
  compareSkillsWithSql,
  compareWithSql,
} from '../../../../tests/support/compare-dashboards';
import {
  filters,
  plainOffer,
  put,
  query,
  teaching,
  university,
  writes,
  type OfferValues,
} from '../../../../tests/support/dashboard-university';
import { openDashboards } from '../../../../tests/support/open-dashboards';
import { formationIdSchema } from '../../../shared/domain/ids';

describe('the figures of a dashboard', () => {
  it('are those of plain SQL, whatever is written, deleted, ranked or chosen in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(writes, filters), { minLength: 1, maxLength: 8 }), async (steps) => {
        await using dashboards = openDashboards();
        await dashboards.change(...university, ...teaching);
        for (const [statements, filter] of steps) {
          await dashboards.change(...statements);
          compareWithSql(dashboards, filter);
          compareSkillsWithSql(dashboards, filter);
          compareCompaniesWithSql(dashboards, filter);
        }
      }),
      { numRuns: 20 },
    );
  }, 300_000);
});

describe('a plain update', () => {
  it.each([
    `update offer set contract_type = 'internship'`,
    `update ranking set outcome = 'insufficient-text'`,
    `update offer_reading set domain = 'Droit', domain_key = 'droit'`,
    `update offer_choice set state = 'rejected', place = null`,
    `update transmission set state = 'refused', answered_at = '2025-11-02T12:00:00.000Z'`,
    `update place set department = '38'`,
    `update place set region = '93'`,
    `update place set name = 'lyon'`,
    `update formation set component_id = 2`,
  ])('is counted: %s', async (change) => {
    await using dashboards = openDashboards();
    const sent = { sentOn: '2025-11-01', answeredOn: null };
    const offer: OfferValues = { ...plainOffer, postedOn: '2025-10-01', readDomain: 'Gestion', sent };
    await dashboards.change(...university, ...put(1, { ...offer, matches: [1], isRanked: true, chosen: [4, true] }));
    const { engine } = dashboards;
    const figures = () => [engine.tab('offers', query({ year: 2025 })), engine.tab('trends', query({ year: 2025 }))];
    const former = figures();
    await dashboards.change([change]);
    expect(figures()).not.toEqual(former);
    compareWithSql(dashboards, query({ year: 2025 }).filter);
  });
});

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

  it.each([
    { year: 2025, span: null, shown: 'to-date', to: '2026-02-10' },
    { year: 2024, span: null, shown: 'whole', to: '2025-08-31' },
    { year: 2024, span: 'to-date', shown: 'to-date', to: '2025-02-10' },
    { year: 2025, span: 'whole', shown: 'whole', to: '2026-08-31' },
  ] as const)('counts up to today while it lasts, else whole, or as asked: $year $span', async (asked) => {
    await using dashboards = openDashboards();
    await dashboards.change(...university);
    const { scope } = dashboards.engine.tab('offers', query({ year: asked.year, span: asked.span }));
    expect([scope.span, scope.now.to]).toEqual([asked.shown, asked.to]);
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

  it('says how many offers count for no component, because their formation has none', async () => {
    await using dashboards = openDashboards();
    const suits = (id: number, matches: number[]) =>
      put(id, { ...plainOffer, postedOn: '2025-10-01', matches, isRanked: true });
    await dashboards.change(
      ...university,
      ['update formation set component_id = null where id in (2, 5)'],
      ...[suits(1, [1]), suits(2, [2]), suits(3, [2, 1]), suits(4, []), suits(5, [5])].flat(),
    );
    const figures = () => {
      const { components, withoutComponent } = dashboards.engine.tab('director', query({ year: 2025 }));
      const suited = dashboards.engine.tab('offers', query({ year: 2025 }));
      return {
        first: components.reduce((sum, { now }) => sum + now, 0),
        ...{ without: withoutComponent.now, known: [suited.components.known, suited.formations.known] },
      };
    };
    expect(figures()).toEqual({ first: 1, without: 3, known: [2, 4] });
    await dashboards.change(['update formation set component_id = null']);
    expect(figures()).toEqual({ first: 0, without: 4, known: [0, 4] });
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
    const filter = query({ year: 2025, city: 'evry (69)' });
    expect({
      cities: engine.values(filter, 'city', ''),
      found: engine.values(query({ year: 2025 }), 'company', 'société 1'),
      years: engine.values(filter, 'year', ''),
    }).toEqual({
      cities: [
        { value: 'Lyon', label: 'Lyon', count: 1 },
        { value: 'Évry (69)', label: 'Évry (69)', count: 1 },
      ],
      found: [{ value: '1', label: 'Société 1', count: 2 }],
      years: [
        { value: '2025', label: '2025–2026', count: 1 },
        { value: '2024', label: '2024–2025', count: 1 },
      ],
    });
  });
});
