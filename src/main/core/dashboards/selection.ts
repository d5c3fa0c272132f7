import type { DayRange } from '../../../shared/domain/academic-year-days';
import type { DashboardFacet, DashboardFilter, YearBasis } from '../../../shared/domain/dashboard/dashboard-filter';
import { fold } from '../../../shared/domain/fold';
import { blockBits, blockSize } from '../../../shared/domain/offer-block';
import type { KeptColumns } from './column-keeper';
import { bitOfComponent, type ComponentBits } from './component-bits';
import { noDay, wordCodes, type BlockLists } from './offer-columns';

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

/** Which criteria of a filter each offer meets, and the days of both years. */
export interface Selection {
  /** For each place, a bit for each criterion that the offer there does not meet. */
  readonly misses: Uint8Array;
  /** The day of each offer on the basis of the filter. */
  readonly dayOfPlace: Int32Array;
  readonly days: ComparedDays;
}

/** The places of offers that count in the year, and in the one before. */
export interface Counted {
  readonly now: Uint32Array;
  readonly before: Uint32Array;
}

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
  if (skill !== undefined)
    missUnlessListed(misses, bitOf('skill'), skillLists, only(skills.find(fold(skill)), skills.size));
  if (formationId !== undefined) {
    missUnlessListed(misses, bitOf('formation'), matches, only(formations.find(formationId), formations.size));
  }
  if (componentId !== undefined) {
    const component = kept.codeOfComponent(componentId);
    missUnlessBit(misses, bitOf('component'), kept.componentBits, component);
  }
  const dayOfPlace = (days.basis === 'deposit' ? columns.depositDay : columns.startDay).subarray(0, places);
  return { misses, dayOfPlace, days };
}

/** A table that says yes to one code; 0 means no value, to which nothing says yes. */
function only(wanted: number, size: number): Uint8Array {
  const table = new Uint8Array(size);
  if (wanted !== 0) table[wanted] = 1;
  return table;
}

/** The offers of a component have its bit; none has that of the code 0. */
function missUnlessBit(misses: Uint8Array, missed: number, words: ComponentBits, component: number): void {
  const { word, bit } = bitOfComponent(Math.max(1, component));
  const bits = component === 0 ? undefined : words[word];
  for (let place = 0; place < misses.length; place += 1) {
    if (((bits?.[place] ?? 0) & bit) === 0) misses[place] = (misses[place] ?? 0) | missed;
  }
}

/** `wanted` holds 1 for the codes of which an offer's list must have one. */
function missUnlessListed(misses: Uint8Array, bit: number, lists: readonly BlockLists[], wanted: Uint8Array): void {
  for (let stripe = 0; stripe < lists.length; stripe += 1) {
    const list = lists[stripe];
    if (!list) continue;
    const { starts, codes } = list;
    const first = stripe << blockBits;
    let next = 0;
    for (let index = 0; index < blockSize; index += 1) {
      const end = starts[index + 1] ?? 0;
      let found = 0;
      for (; next < end; next += 1) found |= wanted[codes[next] ?? 0] ?? 0;
      if (found === 0) misses[first + index] = (misses[first + index] ?? 0) | bit;
    }
  }
}

/** Says of a place whether the offer there misses a criterion other than those left aside, whatever its day. */
export function missesBut({ misses }: Selection, ...aside: readonly Criterion[]): (place: number) => boolean {
  const counting = bitsBut(aside);
  return (place) => ((misses[place] ?? 0) & counting) !== 0;
}

function bitsBut(aside: readonly Criterion[]): number {
  return ~aside.reduce((bits, criterion) => bits | bitOf(criterion), 0);
}

/** The offers that meet every criterion but those left aside, in the year and in the one before. */
export function countedOf({ misses, dayOfPlace, days }: Selection, ...aside: readonly Criterion[]): Counted {
  const counting = bitsBut(aside);
  const now = new Uint32Array(misses.length);
  const before = new Uint32Array(misses.length);
  const { from, to } = days.now;
  const { from: formerFrom, to: formerTo } = days.before;
  let nowCount = 0;
  let beforeCount = 0;
  for (let place = 0; place < misses.length; place += 1) {
    if (((misses[place] ?? 0) & counting) !== 0) continue;
    const day = dayOfPlace[place] ?? noDay;
    if (day >= from && day <= to) {
      now[nowCount] = place;
      nowCount += 1;
    } else if (day >= formerFrom && day <= formerTo) {
      before[beforeCount] = place;
      beforeCount += 1;
    }
  }
  // Copies, so that the room for all is not kept.
  return { now: now.slice(0, nowCount), before: before.slice(0, beforeCount) };
}
