import { z } from 'zod';
import { academicYearOf, defaultYearStart, type AcademicYear, type IsoDate, type YearStart } from './academic-year';

/** Whole years, or both up to the same day: a year that goes on cannot be compared with one that is over. */
export const yearSpans = ['to-date', 'whole'] as const;
export const yearSpanSchema = z.enum(yearSpans);
export type YearSpan = z.infer<typeof yearSpanSchema>;

/** Days from one to another, both included, counted from 1 January 1970. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** Weeks of an academic year; the last has the one or two days more that a year is longer. */
export const weeksOfYear = 52;

const dayMs = 86_400_000;
const daysOfWeek = 7;

/** The number of a day, 0 for 1 January 1970; negative before. The day must exist in the calendar. */
export function dayNumberOf(day: IsoDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** The day of such a number. */
export function dayOf(dayNumber: number): IsoDate {
  return new Date(dayNumber * dayMs).toISOString().slice(0, 10);
}

/** The number of the first day of an academic year. */
export function firstDayOf(year: AcademicYear, start: YearStart = defaultYearStart): number {
  return dayNumberIn(year, start.month, start.day);
}

/** The number of the last day of an academic year: the day before the next one begins. */
export function lastDayOf(year: AcademicYear, start: YearStart = defaultYearStart): number {
  return firstDayOf(year + 1, start) - 1;
}

/**
 * The day of an academic year that has the same place in the calendar as `today`, whichever year that lies in.
 * 29 February becomes 28 February in a year without one.
 */
export function sameDayIn(year: AcademicYear, today: IsoDate, start: YearStart = defaultYearStart): number {
  const [, month = 1, day = 1] = today.split('-').map(Number);
  const isAfterStart = academicYearOf(`2001-${today.slice(5)}`, start) === 2001;
  return dayNumberIn(isAfterStart ? year : year + 1, month, day);
}

/** The days of an academic year that count: all, or those up to the same day as today, that one included. */
export function daysThatCount(
  year: AcademicYear,
  span: YearSpan,
  today: IsoDate,
  start: YearStart = defaultYearStart,
): DayRange {
  return {
    from: firstDayOf(year, start),
    to: span === 'whole' ? lastDayOf(year, start) : sameDayIn(year, today, start),
  };
}

/**
 * The week of an academic year that a day lies in, from 0. Weeks are counted from the first day of the year, so that
 * week n of two years holds as many days; the last has eight or nine.
 */
export function weekOf(dayNumber: number, firstDay: number): number {
  return Math.min(weeksOfYear - 1, Math.floor((dayNumber - firstDay) / daysOfWeek));
}

/** The number of the first day of a week of an academic year. */
export function firstDayOfWeek(week: number, firstDay: number): number {
  return firstDay + week * daysOfWeek;
}

/** The numbers of the first days of the twelve months of an academic year; calendar months where it begins on a 1st. */
export function monthsOf(year: AcademicYear, start: YearStart = defaultYearStart): readonly number[] {
  return Array.from({ length: 12 }, (_, index) => {
    const months = start.month - 1 + index;
    return dayNumberIn(year + Math.floor(months / 12), (months % 12) + 1, start.day);
  });
}

/** A day that the month does not have becomes its last one. */
function dayNumberIn(year: number, month: number, day: number): number {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month - 1, Math.min(day, last)) / dayMs);
}
