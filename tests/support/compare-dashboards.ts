import { expect } from 'vitest';
import { conditionsOf } from '../../src/main/core/offers/offer-conditions';
import type { DashboardRow, DashboardScope } from '../../src/shared/contract/dashboard-figures';
import { offersOfAllLevels, offersOfScope } from '../../src/shared/contract/dashboard-rows';
import type { OfferFilter } from '../../src/shared/contract/offers';
import { companyStandings } from '../../src/shared/domain/dashboard/company-standing';
import type { DashboardFilter } from '../../src/shared/domain/dashboard/dashboard-filter';
import { formationIdSchema } from '../../src/shared/domain/ids';
import { fold, query, today } from './dashboard-university';
import type { OpenDashboards } from './open-dashboards';
import { plainCounts, plainly, total, type PlainRow } from './plain-counts';

const nowOf = <Row extends { readonly now: number }>(rows: readonly Row[], key: (row: Row) => string | number) =>
  Object.fromEntries(rows.filter(({ now }) => now > 0).map((row) => [String(key(row)), row.now]));

const bothOf = ({ now, before }: { readonly now: number; readonly before: number }): number[] => [now, before];
const rowsBy = <Row extends DashboardRow>(rows: readonly Row[], key: (row: Row) => string | number) =>
  Object.fromEntries(
    rows.map((row): [string, PlainRow] => [String(key(row)), [row.now, row.before, row.part, row.parentPart]]),
  );
const firstTwo = (rows: Readonly<Record<string, PlainRow>>) =>
  Object.fromEntries(Object.entries(rows).map(([key, [now, before]]) => [key, [now, before]]));

/** Compares everything that the engine says of a filter with plain SQL. */
export function compareWithSql(dashboards: OpenDashboards, filter: DashboardFilter): void {
  const { engine, database } = dashboards;
  const tab = engine.tab('offers', query(filter));
  const { scope } = tab;
  const plain = plainCounts(dashboards, filter, scope);
  const now = offersOfScope(filter, scope, 'now');
  const suited =
    'join formation f on ' +
    conditionsOf({ formationId: formationIdSchema.parse(1), today: '2026-03-02' })
      .sql.replace('where ', '')
      .replaceAll('= ?', '= f.id')
      .replaceAll('in (?)', '= f.id');
  const first = 'join first_formation p on p.offer_id = o.id and (p.is_chosen or r.offer_id is not null)';
  const area = 'join place pl on pl.key = o.city_key';
  const bits = `join (select value level from json_each('[0,1,2,3,4,5,6,7,8]')) bit`;
  const isOfLevel = scope.formation
    ? `p.formation_id = ${scope.formation.id}`
    : scope.component
      ? `p.formation_id in (select id from formation where component_id = ${scope.component.id})`
      : 'true';
  const isListed = scope.formation
    ? `f.id <> ${scope.formation.id}`
    : scope.component
      ? `f.component_id = ${scope.component.id}`
      : 'true';
  const filled = total(dashboards, { ...now, status: 'filled' });
  const dated = total(dashboards, { ...now, status: 'filled', isFillDated: true });
  const formations = plain.rows(`iif(${isListed}, f.id, null)`, suited);
  const firsts = firstTwo(
    plain.rows(
      `iif(${isListed.replaceAll('f.', 'pf.')}, p.formation_id, null)`,
      `${first} join formation pf on pf.id = p.formation_id`,
    ),
  );
  const expected = {
    total: plain.both(),
    first: firstTwo(plain.rows(`iif(${isOfLevel}, 1, null)`, first))['1'] ?? [0, 0],
    ...{ sent: plain.followed('sent'), answered: plain.followed('answered'), filled: plain.followed('filled') },
    ...{ undated: filled - dated, medians: plain.medians() },
    companies: countsOfBoth(plain.rows('o.company_id')),
    outcomes: nonZero(plainly(dashboards, now, "coalesce(r.outcome, 'pending')")),
    statuses: plainly(dashboards, now, 'o.status'),
    cities: plain.rows('o.city_key'),
    departments: plain.rows('pl.department', area),
    regions: plain.rows('pl.region', area),
    contracts: plain.rows('o.contract_type'),
    seniorities: plain.rows('o.seniority'),
    levels: plain.rows('iif(o.level_mask >> bit.level & 1, bit.level, null)', bits),
    formations,
    components: plain.rows('f.component_id', suited),
    firsts: Object.fromEntries(Object.keys(formations).map((id) => [id, firsts[id] ?? [0, 0]])),
    weeks: filter.basis === 'deposit' ? weeksOf(dashboards, filter, scope) : null,
  };
  const { medianDays, medianDaysBefore, undated } = tab.filled;
  const actual = {
    total: bothOf(tab.total),
    first: bothOf(tab.first),
    ...{ sent: bothOf(tab.sent), answered: bothOf(tab.answered), filled: bothOf(tab.filled) },
    ...{ undated, medians: [medianDays, medianDaysBefore] },
    companies: bothOf(tab.companies),
    outcomes: nonZero(tab.outcomes),
    statuses: nonZero(tab.statuses),
    cities: rowsBy(tab.cities.rows, ({ label }) => fold(label)),
    departments: rowsBy(tab.departments.rows, ({ code }) => code),
    regions: rowsBy(tab.regions.rows, ({ code }) => code),
    contracts: rowsBy(tab.contracts.rows, ({ contractType }) => contractType),
    seniorities: rowsBy(tab.seniorities.rows, ({ seniority }) => seniority),
    levels: rowsBy(tab.levels.rows, ({ level }) => level),
    formations: rowsBy(tab.formations.rows, ({ formationId }) => formationId),
    components: rowsBy(tab.components.rows, ({ componentId }) => componentId),
    firsts: Object.fromEntries(tab.formations.rows.map((row) => [String(row.formationId), bothOf(row.first)])),
    weeks: filter.basis === 'deposit' ? tab.weeks.map(bothOf) : null,
  };
  expect(actual).toEqual(expected);
  // A figure opens its offers: at the level of another formation, those that suit both.
  const figures: readonly (readonly [OfferFilter, number])[] = [
    ...tab.formations.rows.map(
      ({ formationId, now: n }) => [scope.formation ? { alsoFormationId: formationId } : { formationId }, n] as const,
    ),
    ...tab.departments.rows.map(({ code, now: n }) => [{ department: code }, n] as const),
    ...tab.regions.rows.map(({ code, now: n }) => [{ region: code }, n] as const),
    ...tab.levels.rows.map(({ level, now: n }) => [{ level }, n] as const),
  ];
  expect(figures.map(([more]) => total(dashboards, { ...now, ...more }))).toEqual(figures.map(([, count]) => count));
  const gone = database.read.prepare('select id from formation where id = ?');
  expect(Object.keys(actual.formations).every((id) => gone.get(id) !== undefined)).toBe(true);
  compareTrends(dashboards, filter, formations);
  compareDirection(dashboards, filter);
}

const nonZero = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
const countsOfBoth = (rows: Readonly<Record<string, PlainRow>>): number[] =>
  [0, 1].map((year) => Object.values(rows).filter((row) => row[year]).length);

/** Offers by week of both years, as far as the dashboard shows weeks. */
function weeksOf(dashboards: OpenDashboards, filter: DashboardFilter, scope: DashboardScope): number[][] {
  const ofYear = (days: 'now' | 'before') => {
    const since = (day: string): string =>
      `min(51, cast((julianday(${day}) - julianday('${scope[days].from}')) / 7 as integer))`;
    const deposit = "coalesce(o.posted_on, date(o.created_at, 'localtime'))";
    const last =
      dashboards.database.read
        .prepare<number>(`select ${since(`'${scope[days].to}'`)}`)
        .pluck()
        .get() ?? 0;
    return { last, counts: plainly(dashboards, offersOfScope(filter, scope, days), since(deposit)) };
  };
  const [now, before] = [ofYear('now'), ofYear('before')];
  return Array.from({ length: Math.max(now.last, before.last) + 1 }, (_, week) =>
    [now, before].map(({ counts }) => counts[String(week)] ?? 0),
  );
}

type PlainRows = Readonly<Record<string, PlainRow>>;

/** Compares skills, domains and formations with those of plain SQL: each row, and which rose and fell most. */
function compareTrends(dashboards: OpenDashboards, filter: DashboardFilter, formations: PlainRows): void {
  const { scope, skills, manners, domains, formations: ofFormations } = dashboards.engine.tab('trends', query(filter));
  const plain = plainCounts(dashboards, filter, scope);
  const compareTrend = <Row extends DashboardRow>(
    trend: { top: readonly { readonly row: Row }[]; risers: readonly Row[]; fallers: readonly Row[] },
    expected: PlainRows,
    key: (row: Row) => string,
  ): void => {
    const rises = Object.entries(expected).map(([name, [now, before]]) => [name, now - before] as const);
    const riseOf = (row: Row): number => row.now - row.before;
    const moved = (rows: readonly Row[]) => Object.fromEntries(rows.map((row) => [key(row), riseOf(row)]));
    expect({
      rows: rowsBy(
        trend.top.map(({ row }) => row),
        key,
      ),
      moved: [moved(trend.risers), moved(trend.fallers)],
      order: [trend.risers.map(riseOf), trend.fallers.map(riseOf)],
    }).toEqual({
      rows: expected,
      moved: [1, -1].map((sign) => Object.fromEntries(rises.filter(([, rise]) => rise * sign > 0))),
      order: [
        rises
          .map(([, rise]) => rise)
          .filter((rise) => rise > 0)
          .sort((one, other) => other - one),
        rises
          .map(([, rise]) => rise)
          .filter((rise) => rise < 0)
          .sort((one, other) => one - other),
      ],
    });
  };
  compareTrend(skills, plain.rows('s.label_key', skillJoin), ({ label }) => fold(label));
  // Its vocabulary knows no manners: each is told apart in taught-skills.test.ts.
  expect(manners).toMatchObject({ top: [], distinct: 0, known: 0 });
  compareTrend(domains, plain.rows('coalesce(o.domain_key, g.domain_key)'), ({ label }) => fold(label));
  compareTrend(ofFormations, formations, ({ formationId }) => String(formationId));
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

const skillJoin = 'join offer_any_skill l on l.offer_id = o.id join skill s on s.id = l.skill_id';

/** Compares what the tab of skills says of a filter with plain SQL. */
export function compareSkillsWithSql(dashboards: OpenDashboards, filter: DashboardFilter): void {
  const { engine, database } = dashboards;
  const tab = engine.tab('skills', query(filter));
  const now = offersOfScope(filter, tab.scope, 'now');
  const before = offersOfScope(filter, tab.scope, 'before');
  const { formation: ofFormation, component } = tab.scope;
  const level =
    filter.formationId === undefined
      ? component
        ? `f.component_id = ${component.id}`
        : 'true'
      : `f.id = ${ofFormation?.id ?? 0}`;
  const taughtRows = database.read
    .prepare<{ key: string; n: number }>(
      `select s.label_key key, count(distinct f.id) n from formation_skill t join formation f on f.id = t.formation_id
         join skill s on s.id = t.skill_id where ${level} group by 1`,
    )
    .all();
  const taught = Object.fromEntries(taughtRows.map(({ key, n }) => [key, n]));
  const asked = plainly(dashboards, now, 's.label_key', skillJoin);
  const askedBefore = plainly(dashboards, before, 's.label_key', skillJoin);
  const keysOf = (rows: readonly { readonly label: string; readonly now: number }[]): string[] =>
    rows
      .filter((row) => row.now > 0)
      .map(({ label }) => fold(label))
      .sort();
  const both = Object.keys(asked)
    .filter((key) => taught[key])
    .sort();
  const bothBefore = Object.keys(askedBefore).filter((key) => taught[key]);
  expect({
    asked: [tab.asked.now, tab.asked.before],
    matched: [tab.askedAndTaught.now, tab.askedAndTaught.before, keysOf(tab.matched.rows)],
    untaught: [tab.askedOnly.now, tab.askedOnly.before, keysOf(tab.untaught.rows)],
    formations: Object.fromEntries(
      [...tab.matched.rows, ...tab.untaught.rows].map((row) => [fold(row.label), row.formations]),
    ),
    unasked: tab.unasked.rows.map(({ label, formationIds, before: n }) => [fold(label), formationIds.length, n]).sort(),
    counts: [tab.taught, tab.taughtOnly],
  }).toEqual({
    asked: [Object.keys(asked).length, Object.keys(askedBefore).length],
    matched: [both.length, bothBefore.length, both],
    untaught: [
      Object.keys(asked).length - both.length,
      Object.keys(askedBefore).length - bothBefore.length,
      Object.keys(asked)
        .filter((key) => !taught[key])
        .sort(),
    ],
    formations: Object.fromEntries(Object.keys({ ...asked, ...askedBefore }).map((key) => [key, taught[key] ?? 0])),
    unasked: Object.entries(taught)
      .filter(([key]) => !asked[key])
      .map(([key, n]) => [key, n, askedBefore[key] ?? 0])
      .sort(),
    counts: [taughtRows.length, taughtRows.length - both.length],
  });
  for (const { label, now: offers, skills } of tab.domains.rows) {
    const ofDomain = { ...now, domain: label };
    // A filter that names a domain already has no other.
    if (filter.domain !== undefined && fold(label) !== fold(filter.domain)) continue;
    expect([offers, nowOf(skills.rows, (row) => fold(row.label))]).toEqual([
      total(dashboards, ofDomain),
      plainly(dashboards, ofDomain, 's.label_key', skillJoin),
    ]);
  }
}

/** Compares the standings of companies with the days of their offers in plain SQL. */
export function compareCompaniesWithSql(dashboards: OpenDashboards, filter: DashboardFilter): void {
  const { engine, database } = dashboards;
  const tab = engine.tab('companies', query(filter));
  const { now, before } = tab.scope;
  const criteria = { ...offersOfScope(filter, tab.scope, 'now') };
  for (const bound of ['depositedFrom', 'depositedTo', 'startsFrom', 'startsTo'] as const) delete criteria[bound];
  const { sql, values } = conditionsOf({ ...criteria, today });
  const day = filter.basis === 'deposit' ? "coalesce(o.posted_on, date(o.created_at, 'localtime'))" : 'o.start_from';
  const rows = database.read
    .prepare<{ id: number; day: string }, (string | number)[]>(
      `select o.company_id id, ${day} day from offer o left join ranking r on r.offer_id = o.id
         left join offer_reading g on g.offer_id = o.id ${sql} and o.company_id is not null and ${day} is not null`,
    )
    .all(...values);
  const companies = (keeps: (days: readonly string[]) => boolean): number[] => {
    const days = new Map<number, string[]>();
    for (const row of rows) days.set(row.id, [...(days.get(row.id) ?? []), row.day]);
    return [...days]
      .filter(([, list]) => keeps(list))
      .map(([id]) => id)
      .sort();
  };
  const within = (list: readonly string[], { from, to }: { readonly from: string; readonly to: string }): boolean =>
    list.some((each) => each >= from && each <= to);
  const since = (list: readonly string[], from: string, to: string): boolean =>
    list.some((each) => each >= from && each < to);
  const expected = {
    present: companies((days) => within(days, now)),
    new: companies((days) => within(days, now) && !since(days, '0000', now.from)),
    lost: companies((days) => within(days, before) && !within(days, now)),
    dormant: companies(
      (days) => since(days, '0000', before.from) && !since(days, before.from, now.from) && !within(days, now),
    ),
  };
  const listed = companyStandings.map((standing) => {
    const page = engine.companyList({ query: query(filter), standing, page: { page: 0, pageSize: 100 } });
    return [standing, page.rows.map(({ companyId }) => Number(companyId)).sort()] as const;
  });
  expect(Object.fromEntries(listed)).toEqual(expected);
  expect(Object.fromEntries(companyStandings.map((standing) => [standing, tab.standings[standing].now]))).toEqual(
    Object.fromEntries(Object.entries(expected).map(([standing, ids]) => [standing, ids.length])),
  );
  expect(rowsBy(tab.top.rows, ({ companyId }) => companyId)).toEqual(
    plainCounts(dashboards, filter, tab.scope).rows('o.company_id'),
  );
}
