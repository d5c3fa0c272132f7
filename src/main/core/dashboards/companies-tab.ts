import type { CompaniesTab, CompanyFigures, CompanyList } from '../../../shared/contract/dashboard-companies';
import { dayOf } from '../../../shared/domain/academic-year-days';
import { companyStandings, hasStanding, type CompanyStanding } from '../../../shared/domain/dashboard/company-standing';
import { compare } from '../../../shared/domain/dashboard/figures';
import { companyIdSchema } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import { companyHistories, type CompanyHistories } from './company-days';
import { companyName } from './dashboard-names';
import type { OpenQuery } from './dashboard-scope';
import { createCounter, moversOf, rowsOf, type CountedValue, type Counter } from './entity-rows';
import { noDay } from './offer-columns';
import { totalOf } from './offers-tab';
import { missesBut } from './selection';
import { byCount, distinctIn, figuresOf, tallyColumn, usedCodes, type CodeOrder } from './tally';

const topRows = 15;
const movers = 8;
const domainsEach = 3;

/** What the tab "Companies" shows. */
export function companiesTab(open: OpenQuery): CompaniesTab {
  const counter = createCounter(open);
  const counted = countCompanies(open, counter);
  const { tally } = counted;
  const codes = usedCodes(tally);
  const top = [...codes].sort(byCount(tally)).slice(0, topRows);
  const moved = moversOf(tally, codes, movers);
  const { now, before } = counter.own;
  const histories = companyHistories(open);
  return {
    scope: open.scope,
    total: totalOf(counter, open.scope.smallNumber),
    standings: standingsOf(open, histories),
    hasEarlier: histories.earlier.some((count) => count > 0),
    top: {
      rows: companyRows(open, counted, top, now),
      distinct: distinctIn(tally.now),
      known: counter.total.now - (tally.now[0] ?? 0),
    },
    risers: companyRows(open, counted, moved.risers, now),
    fallers: companyRows(open, counted, moved.fallers, before),
  };
}

/** The companies of one standing, page by page. */
export function companyList(open: OpenQuery, standing: CompanyStanding, { page, pageSize }: PageRequest): CompanyList {
  const counter = createCounter(open);
  const counted = countCompanies(open, counter);
  const histories = companyHistories(open);
  const codes = codesOf(open).filter((code) => hasStanding(histories.daysOf(code, 'now'), standing));
  const shown = codes.sort(orderOf(standing, counted, histories)).slice(page * pageSize, (page + 1) * pageSize);
  return {
    scope: open.scope,
    rows: companyRows(open, counted, shown, placesOf(open, standing, counter)).map((row) => {
      const code = open.kept.columns.companies.find(row.companyId);
      return { ...row, earlier: histories.earlier[code] ?? 0, last: dayOf(histories.lastDay[code] ?? 0) };
    }),
    total: codes.length,
  };
}

function countCompanies({ kept }: OpenQuery, counter: Counter): CountedValue {
  const { companies, columns } = kept.columns;
  return counter.count((counted) => tallyColumn(counted, columns.company, companies.size));
}

/** Every code of a company that an offer ever had. */
function codesOf({ kept }: OpenQuery): number[] {
  return Array.from({ length: kept.columns.companies.size - 1 }, (_, index) => index + 1);
}

function orderOf(standing: CompanyStanding, { tally }: CountedValue, { earlier }: CompanyHistories): CodeOrder {
  const byEarlier: CodeOrder = (one, other) => (earlier[other] ?? 0) - (earlier[one] ?? 0) || one - other;
  const byBefore: CodeOrder = (one, other) =>
    (tally.before[other] ?? 0) - (tally.before[one] ?? 0) || byEarlier(one, other);
  if (standing === 'dormant') return byEarlier;
  return standing === 'lost' ? byBefore : byCount(tally);
}

/** How many companies stand how, in the year and in the one before, and the same at the level above. */
function standingsOf(open: OpenQuery, histories: CompanyHistories): CompaniesTab['standings'] {
  const own = countStandings(open, histories);
  const parent = open.level === null ? null : countStandings(open, companyHistories(open, open.level));
  const entries = companyStandings.map((standing) => [
    standing,
    { ...own[standing], parent: parent && parent[standing] },
  ]);
  return Object.fromEntries(entries) as CompaniesTab['standings']; // One entry a standing.
}

function countStandings(open: OpenQuery, { daysOf }: CompanyHistories) {
  const codes = codesOf(open);
  const countOf = (standing: CompanyStanding, year: 'now' | 'before'): number =>
    codes.reduce((sum, code) => sum + (hasStanding(daysOf(code, year), standing) ? 1 : 0), 0);
  const entries = companyStandings.map((standing) => [
    standing,
    compare(countOf(standing, 'now'), countOf(standing, 'before'), open.scope.smallNumber),
  ]);
  return Object.fromEntries(entries) as Record<CompanyStanding, ReturnType<typeof compare>>; // One entry a standing.
}

/** The offers for which companies of a standing are listed. */
function placesOf({ selection }: OpenQuery, standing: CompanyStanding, { own }: Counter): Uint32Array {
  if (standing !== 'dormant') return standing === 'lost' ? own.before : own.now;
  const { dayOfPlace, days } = selection;
  const misses = missesBut(selection);
  const places: number[] = [];
  dayOfPlace.forEach((day, place) => {
    if (day !== noDay && day < days.before.from && !misses(place)) places.push(place);
  });
  return Uint32Array.from(places);
}

/** Companies with the domains of some of their offers. */
function companyRows(
  open: OpenQuery,
  { tally, wholes }: CountedValue,
  codes: readonly number[],
  places: Uint32Array,
): CompanyFigures[] {
  const domains = domainsOf(open, codes, places);
  return codes.flatMap((code, index): CompanyFigures[] => {
    const id = open.kept.columns.companies.keyOf(code) ?? 0;
    const name = companyName(open.db, id);
    if (name === undefined) return [];
    const companyId = companyIdSchema.parse(id);
    return [{ companyId, name, ...figuresOf(tally, code, wholes), domains: domains[index] ?? [] }];
  });
}

/** The domains of most of the offers of each company. */
function domainsOf(open: OpenQuery, codes: readonly number[], places: Uint32Array): CompanyFigures['domains'][] {
  const { domains, columns, companies } = open.kept.columns;
  const indexOf = new Uint16Array(companies.size);
  codes.forEach((code, index) => {
    indexOf[code] = index + 1;
  });
  const counts = codes.map(() => new Map<number, number>());
  for (const place of places) {
    const count = counts[(indexOf[columns.company[place] ?? 0] ?? 0) - 1];
    if (!count) continue;
    const domain = columns.domain[place] ?? 0;
    if (domain !== 0) count.set(domain, (count.get(domain) ?? 0) + 1);
  }
  return counts.map((count) =>
    rowsOf(
      [...count.keys()],
      (one, other) => (count.get(other) ?? 0) - (count.get(one) ?? 0) || one - other,
      domainsEach,
      (code) => ({ label: domains.spellingOf(code), count: count.get(code) ?? 0 }),
    ),
  );
}
