import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { academicYearOf } from './academic-year';
import {
  dayNumberOf,
  dayOf,
  daysThatCount,
  firstDayOf,
  firstDayOfWeek,
  lastDayOf,
  monthsOf,
  sameDayIn,
  weekOf,
  weeksOfYear,
} from './academic-year-days';

const september = { month: 9, day: 1 };
const midAugust = { month: 8, day: 20 };
const january = { month: 1, day: 1 };
const days = ({ from, to }: { from: number; to: number }): string => `${dayOf(from)}..${dayOf(to)}`;

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1900-01-01', -25_567],
    ['2000-02-29', 11_016],
    ['2100-03-01', 47_541],
  ])('of %s is %i, and back', (day, number) => {
    expect([dayNumberOf(day), dayOf(number)]).toEqual([number, day]);
  });
});

describe('an academic year', () => {
  it.each([
    [2025, september, '2025-09-01..2026-08-31', 365],
    [2027, september, '2027-09-01..2028-08-31', 366],
    [2023, september, '2023-09-01..2024-08-31', 366],
    [2099, september, '2099-09-01..2100-08-31', 365],
    [1899, september, '1899-09-01..1900-08-31', 365],
    [2025, midAugust, '2025-08-20..2026-08-19', 365],
    [2028, january, '2028-01-01..2028-12-31', 366],
  ])('%i beginning %o is %s', (year, start, expected, length) => {
    const range = { from: firstDayOf(year, start), to: lastDayOf(year, start) };
    expect([days(range), range.to - range.from + 1]).toEqual([expected, length]);
  });
});

describe('the same day of another year', () => {
  it.each([
    ['2026-11-22', 2025, september, '2025-11-22'],
    ['2026-01-15', 2024, september, '2025-01-15'],
    ['2026-09-01', 2024, september, '2024-09-01'],
    ['2026-08-31', 2024, september, '2025-08-31'],
    ['2028-02-29', 2026, september, '2027-02-28'],
    ['2028-02-29', 2027, september, '2028-02-29'],
    ['2027-02-28', 2027, september, '2028-02-28'],
    ['2026-08-19', 2024, midAugust, '2025-08-19'],
    ['2026-08-20', 2024, midAugust, '2024-08-20'],
    ['2028-02-29', 2025, january, '2025-02-28'],
    ['2026-12-31', 2024, january, '2024-12-31'],
  ])('as %s in %i (year beginning %o) is %s', (today, year, start, expected) => {
    expect(dayOf(sameDayIn(year, today, start))).toBe(expected);
  });
});

describe('the days that count', () => {
  it.each([
    [2026, 'to-date', '2026-11-22', '2026-09-01..2026-11-22'],
    [2025, 'to-date', '2026-11-22', '2025-09-01..2025-11-22'],
    [2025, 'whole', '2026-11-22', '2025-09-01..2026-08-31'],
    [2026, 'to-date', '2026-09-01', '2026-09-01..2026-09-01'],
    [2026, 'to-date', '2027-08-31', '2026-09-01..2027-08-31'],
  ] as const)('of %i, %s on %s, are %s', (year, span, today, expected) => {
    expect(days(daysThatCount(year, span, today, september))).toBe(expected);
  });
});

describe('weeks and months', () => {
  it.each([
    ['2025-09-01', 0],
    ['2025-09-07', 0],
    ['2025-09-08', 1],
    ['2026-08-30', 51],
    ['2026-08-31', 51],
  ])('%s lies in week %i', (day, week) => {
    expect(weekOf(dayNumberOf(day), firstDayOf(2025, september))).toBe(week);
  });

  it('the last week takes the days that are left, two of them in a leap year', () => {
    const first = firstDayOf(2027, september);
    expect([weekOf(lastDayOf(2027, september), first), dayOf(firstDayOfWeek(51, first))]).toEqual([
      weeksOfYear - 1,
      '2028-08-23',
    ]);
  });

  it('months are those of the calendar when the year begins on a 1st', () => {
    expect(monthsOf(2027, september).map(dayOf)).toEqual([
      ...['2027-09-01', '2027-10-01', '2027-11-01', '2027-12-01', '2028-01-01', '2028-02-01', '2028-03-01'],
      ...['2028-04-01', '2028-05-01', '2028-06-01', '2028-07-01', '2028-08-01'],
    ]);
  });

  it('months begin on the day of the year otherwise', () => {
    expect(monthsOf(2025, { month: 12, day: 28 }).slice(0, 3).map(dayOf)).toEqual([
      '2025-12-28',
      '2026-01-28',
      '2026-02-28',
    ]);
  });
});

describe('whatever the day and the start', () => {
  const day = fc.integer({ min: -25_567, max: 84_005 }).map(dayOf);
  const start = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });

  it('a day lies in the academic year that it belongs to, and is the same day there', () => {
    fc.assert(
      fc.property(day, start, (today, yearStart) => {
        const year = academicYearOf(today, yearStart);
        const number = dayNumberOf(today);
        expect(number).toBeGreaterThanOrEqual(firstDayOf(year, yearStart));
        expect(number).toBeLessThanOrEqual(lastDayOf(year, yearStart));
        expect(dayOf(sameDayIn(year, today, yearStart))).toBe(today);
        expect(weekOf(number, firstDayOf(year, yearStart))).toBeLessThan(weeksOfYear);
      }),
    );
  });

  it('the same day of the year before lies in that year', () => {
    fc.assert(
      fc.property(day, start, (today, yearStart) => {
        const year = academicYearOf(today, yearStart) - 1;
        const same = sameDayIn(year, today, yearStart);
        expect(academicYearOf(dayOf(same), yearStart)).toBe(year);
      }),
    );
  });
});
