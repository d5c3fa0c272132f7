import { daysThatCount } from '../src/shared/domain/academic-year-days';
import type { DashboardQuery } from '../src/shared/domain/dashboard/dashboard-filter';

/** The tabs that are measured beside other programs. */
export const measuredTabs = ['offers', 'trends', 'skills', 'companies', 'director'] as const;
export type MeasuredTab = (typeof measuredTabs)[number];

export const today = '2026-11-22';
export const yearStart = { month: 9, day: 1 };

/** The queries behind a tab, for any database with these tables. */
export function sqlOf({ filter }: DashboardQuery, tab: MeasuredTab): readonly string[] {
  const [now, before] = [filter.year ?? 2025, (filter.year ?? 2025) - 1].map((year) =>
    daysThatCount(year, 'whole', today, yearStart),
  );
  if (!now || !before) return [];
  const isNow = `o.day between ${now.from} and ${now.to}`;
  const text = (value: string): string => `'${value}'`;
  const criteria = [
    `o.day between ${before.from} and ${now.to}`,
    ...(filter.domain === undefined ? [] : [`o.domain = ${text(filter.domain)}`]),
    ...(filter.contractType === undefined ? [] : [`o.contract = ${text(filter.contractType)}`]),
    ...(filter.companyId === undefined ? [] : [`o.company = ${filter.companyId}`]),
    ...(filter.city === undefined ? [] : [`o.city = ${filter.city.replace(/\D+/, '')}`]),
    ...(filter.skill === undefined
      ? []
      : [`o.id in (select offer from skills where skill = ${filter.skill.replace(/\D+/, '')})`]),
    ...(filter.formationId === undefined
      ? []
      : [`o.id in (select offer from matches where formation = ${filter.formationId})`]),
    ...(filter.componentId === undefined
      ? []
      : [`o.id in (select offer from matches where component = ${filter.componentId})`]),
  ];
  // Once as a table of its own: SQLite otherwise begins with the skills, and takes minutes.
  const chosen = (conditions: readonly string[]): string =>
    `with chosen as materialized (select * from offers o where ${conditions.join(' and ')})`;
  const both = chosen(criteria);
  const ever = chosen([`o.day <= ${now.to}`, ...criteria.slice(1)]);
  const counts = `sum(case when ${isNow} then 1 else 0 end), count(*)`;
  if (tab === 'skills') {
    const named = 'from chosen o join skills s on s.offer = o.id';
    return [
      `${both} select s.skill, ${counts} ${named} group by 1`,
      `${both} select o.domain, s.skill, ${counts} ${named} group by 1, 2`,
      `${both} select o.domain, ${counts} from chosen o group by 1`,
    ];
  }
  if (tab === 'companies') {
    return [
      `${ever} select o.company, ${counts}, min(o.day), max(o.day) from chosen o group by 1`,
      `${both} select o.company, o.domain, ${counts} from chosen o group by 1, 2`,
    ];
  }
  const matched = 'from chosen o join matches m on m.offer = o.id';
  const formations = `${both} select m.formation, ${counts} ${matched} group by 1`;
  const components = `${both} select m.component, count(distinct case when ${isNow} then o.id end), count(distinct o.id) ${matched} group by 1`;
  if (tab === 'trends') {
    return [
      `${both} select ${counts} from chosen o`,
      `${both} select s.skill, ${counts} from chosen o join skills s on s.offer = o.id group by 1`,
      `${both} select o.domain, ${counts} from chosen o group by 1`,
      formations,
    ];
  }
  if (tab === 'director') {
    return [
      `${both} select ${counts}, sum(case when o.first = 0 then 1 else 0 end) from chosen o`,
      `${both} select o.first, ${counts} from chosen o group by 1`,
      formations,
      components,
    ];
  }
  const groups = [
    ...['o.city', 'o.department', 'o.contract', 'o.seniority', 'o.status', 'o.first', 'o.component'],
    `(case when ${isNow} then o.day - ${now.from} else o.day - ${before.from} end) / 7`,
  ];
  const bits = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (bit) => `sum(case when ${isNow} and o.levels & ${1 << bit} <> 0 then 1 else 0 end)`,
  );
  return [
    `${both} select ${counts}, count(distinct case when ${isNow} then o.company end) from chosen o`,
    ...groups.map((group) => `${both} select ${group}, ${counts} from chosen o group by 1`),
    `${both} select ${bits.join(', ')} from chosen o`,
    formations,
    components,
  ];
}
