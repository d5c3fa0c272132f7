import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCompaniesWithSql,
  compareSkillsWithSql,
  compareWithSql,
} from '../../../../tests/support/compare-dashboards';
import {
  changes,
  filters,
  plainOffer,
  put,
  query,
  teaching,
  university,
} from '../../../../tests/support/dashboard-university';
import { openDashboards } from '../../../../tests/support/open-dashboards';
import { formationIdSchema } from '../../../shared/domain/ids';

describe('the figures of a dashboard', () => {
  it('are those of plain SQL, whatever is written, deleted, ranked or chosen in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.array(changes, { maxLength: 12 }), filters), { minLength: 1, maxLength: 5 }),
        async (steps) => {
          await using dashboards = openDashboards();
          await dashboards.change(...university, ...teaching);
          for (const [writes, filter] of steps) {
            await dashboards.change(...writes.flat());
            compareWithSql(dashboards, filter);
            compareSkillsWithSql(dashboards, filter);
            compareCompaniesWithSql(dashboards, filter);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
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
