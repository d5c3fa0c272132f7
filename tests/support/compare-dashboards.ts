import { expect } from 'vitest';
import { conditionsOf } from '../../src/main/core/offers/offer-conditions';
import { offersOfAllLevels, offersOfScope } from '../../src/shared/contract/dashboard-rows';
import type { OfferFilter } from '../../src/shared/contract/offers';
import { companyStandings } from '../../src/shared/domain/dashboard/company-standing';
import type { DashboardFilter } from '../../src/shared/domain/dashboard/dashboard-filter';
import { formationIdSchema } from '../../src/shared/domain/ids';
import { fold, query, today } from './dashboard-university';
import type { OpenDashboards } from './open-dashboards';

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
export function compareWithSql(dashboards: OpenDashboards, filter: DashboardFilter): void {
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
    sent: total(dashboards, { ...now, transmission: 'sent' }),
    answered: total(dashboards, { ...now, transmission: 'answered' }),
    filled: total(dashboards, { ...now, isFillDated: true }),
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
    sent: tab.sent.now,
    answered: tab.answered.now,
    filled: tab.filled.now,
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
  expect(nowOf(tab.top.rows, ({ companyId }) => companyId)).toEqual(
    plainly(dashboards, offersOfScope(filter, tab.scope, 'now'), 'o.company_id'),
  );
}
