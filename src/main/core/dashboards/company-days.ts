import type { CompanyDays } from '../../../shared/domain/dashboard/company-standing';
import { daysThatCount, type DayRange } from '../../../shared/domain/academic-year-days';
import type { OpenQuery } from './dashboard-scope';
import { noDay } from './offer-columns';
import { missesBut, type Criterion } from './selection';

// When a company had an offer, as bits: on the days that count of the year and of the two before, between them, earlier.
const inYear = 1;
const inBefore = 2;
const besideBefore = 4;
const inSecondBefore = 8;
const besideSecondBefore = 16;
const earlier = 32;

/** The days of every company's offers, by its code. */
export interface CompanyHistories {
  /** How it stood in the year, and in the one before. */
  readonly daysOf: (code: number, year: 'now' | 'before') => CompanyDays;
  /** The number of the day of its last offer up to the days that count. */
  readonly lastDay: Int32Array;
  /** Its offers from before the year before. */
  readonly earlier: Uint32Array;
}

/** Goes through the offers of all years that meet the criteria, but those left aside. */
export function companyHistories(open: OpenQuery, ...aside: readonly Criterion[]): CompanyHistories {
  const { kept, selection, query } = open;
  const { company } = kept.columns.columns;
  const size = kept.columns.companies.size;
  const { dayOfPlace, days } = selection;
  const second = daysThatCount(open.scope.year - 2, open.scope.span, query.today, query.yearStart);
  const bits = new Uint8Array(size);
  const lastDay = new Int32Array(size).fill(noDay);
  const earlierOffers = new Uint32Array(size);
  const misses = missesBut(selection, ...aside);
  for (let place = 0; place < dayOfPlace.length; place += 1) {
    const day = dayOfPlace[place] ?? noDay;
    const code = company[place] ?? 0;
    if (day === noDay || code === 0 || day > days.now.to || misses(place)) continue;
    bits[code] = (bits[code] ?? 0) | bitOfDay(day, days.now, days.before, second);
    if (day > (lastDay[code] ?? noDay)) lastDay[code] = day;
    if (day < days.before.from) earlierOffers[code] = (earlierOffers[code] ?? 0) + 1;
  }
  const has = (code: number, wanted: number): boolean => ((bits[code] ?? 0) & wanted) !== 0;
  const daysOf = (code: number, year: 'now' | 'before'): CompanyDays =>
    year === 'now'
      ? {
          now: has(code, inYear),
          before: has(code, inBefore),
          besideBefore: has(code, besideBefore),
          earlier: has(code, inSecondBefore | besideSecondBefore | earlier),
        }
      : {
          now: has(code, inBefore),
          before: has(code, inSecondBefore),
          besideBefore: has(code, besideSecondBefore),
          earlier: has(code, earlier),
        };
  return { daysOf, lastDay, earlier: earlierOffers };
}

function bitOfDay(day: number, now: DayRange, before: DayRange, second: DayRange): number {
  if (day >= now.from) return inYear;
  if (day >= before.from) return day <= before.to ? inBefore : besideBefore;
  if (day >= second.from) return day <= second.to ? inSecondBefore : besideSecondBefore;
  return earlier;
}
