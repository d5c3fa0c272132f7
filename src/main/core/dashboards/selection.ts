import type { DayRange } from '../../../shared/domain/academic-year-days';
import type { DashboardFacet, DashboardFilter, YearBasis } from '../../../shared/domain/dashboard/dashboard-filter';
import { fold } from '../../../shared/domain/fold';
import type { KeptColumns } from './column-keeper';
import { blockBits, blockSize, noDay, wordCodes, type BlockLists } from './offer-columns';

/** The days that count of a year and of the one before. */
export interface ComparedDays {
  readonly basis: YearBasis;
  readonly now: DayRange;
  readonly before: DayRange;
}

/** The criteria of a filter besides the year. */
export type Criterion = Exclude<DashboardFacet, 'year'>;

const criteria: readonly Criterion[] = ['component', 'formation', 'domain', 'contractType', 'company', 'city', 'skill'];
const bitOf = (criterion: Criterion): number => 1 << criteria.indexOf(criterion);

/** Which offers a filter keeps, in the order of their places. */
export interface Selection {
  /** For each place, a bit for each criterion that the offer there does not meet. */
  readonly misses: Uint8Array;
  /** For each place: 1 in the year, 2 in the one before, 0 in neither, or no offer. */
  readonly years: Uint8Array;
}

export const inNow = 1;
export const inBefore = 2;

/** Compares every offer with every criterion of a filter, and with the days of both years. */
export function select(kept: KeptColumns, filter: DashboardFilter, days: ComparedDays): Selection {
  const { columns, places } = kept.columns;
  const misses = new Uint8Array(places);
  const missUnless = (criterion: Criterion, column: ArrayLike<number>, code: number): void => {
    const bit = bitOf(criterion);
    for (let place = 0; place < places; place += 1) {
      // A value that no offer ever had has the code 0, which means no value: nothing meets it.
      if (column[place] !== code || code === 0) misses[place] = (misses[place] ?? 0) | bit;
    }
  };
  const { domain, contractType, companyId, city, skill, componentId, formationId } = filter;
  const { domains, cities, companies, skills, formations, matches, skillLists } = kept.columns;
  if (domain !== undefined) missUnless('domain', columns.domain, domains.find(fold(domain)));
  if (contractType !== undefined) {
    missUnless('contractType', columns.contract, wordCodes.contract.get(contractType) ?? 0);
  }
  if (companyId !== undefined) missUnless('company', columns.company, companies.find(companyId));
  if (city !== undefined) missUnless('city', columns.city, cities.find(fold(city)));
  if (skill !== undefined) missUnlessListed(misses, bitOf('skill'), skillLists, only(skills.find(fold(skill))));
  if (formationId !== undefined) {
    missUnlessListed(misses, bitOf('formation'), matches, only(formations.find(formationId)));
  }
  if (componentId !== undefined) {
    const component = kept.codeOfComponent(componentId);
    const isOfIt = (formation: number): boolean => component !== 0 && kept.componentOf[formation] === component;
    missUnlessListed(misses, bitOf('component'), matches, isOfIt);
  }
  return { misses, years: yearsOf(kept, days) };
}

function only(wanted: number): (code: number) => boolean {
  return (code) => code === wanted && wanted !== 0;
}

function missUnlessListed(
  misses: Uint8Array,
  bit: number,
  lists: readonly BlockLists[],
  isWanted: (code: number) => boolean,
): void {
  lists.forEach(({ starts, codes }, stripe) => {
    const first = stripe << blockBits;
    let next = 0;
    for (let index = 0; index < blockSize; index += 1) {
      const end = starts[index + 1] ?? 0;
      let isListed = false;
      for (; next < end; next += 1) {
        if (!isListed && isWanted(codes[next] ?? 0)) isListed = true;
      }
      if (!isListed) misses[first + index] = (misses[first + index] ?? 0) | bit;
    }
  });
}

function yearsOf({ columns }: KeptColumns, { basis, now, before }: ComparedDays): Uint8Array {
  const { isThere, depositDay, startDay } = columns.columns;
  const column = basis === 'deposit' ? depositDay : startDay;
  const years = new Uint8Array(columns.places);
  for (let place = 0; place < years.length; place += 1) {
    const day = column[place] ?? noDay;
    if (isThere[place] === 0) continue;
    if (day >= now.from && day <= now.to) years[place] = inNow;
    else if (day >= before.from && day <= before.to) years[place] = inBefore;
  }
  return years;
}

/** The places of the offers that meet every criterion but those left aside, in the year or the one before. */
export function placesOf({ misses, years }: Selection, ...aside: readonly Criterion[]): Uint32Array {
  const counting = ~aside.reduce((bits, criterion) => bits | bitOf(criterion), 0);
  const places = new Uint32Array(years.length);
  let count = 0;
  for (let place = 0; place < years.length; place += 1) {
    if (years[place] !== 0 && ((misses[place] ?? 0) & counting) === 0) {
      places[count] = place;
      count += 1;
    }
  }
  return places.subarray(0, count);
}
