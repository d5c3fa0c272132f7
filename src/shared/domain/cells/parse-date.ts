import type { IsoDate } from '../academic-year';

const dayFirst = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T]+\d{1,2}[:h]\d{2}.*)?$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+\d{1,2}:\d{2}.*)?$/;

/** The day as `yyyy-mm-dd`, or undefined when the calendar has no such day. `month` counts from 1. */
export function isoDay(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month, which counts from 1. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * A calendar day: `dd/mm/yyyy` (also with `.`, `-` or two digits for the year) or ISO, with or without a time of day,
 * which is dropped. Never the American order: "12/31/2025" is no date. Undefined for anything else.
 */
export function parseDate(text: string): IsoDate | undefined {
  const trimmed = text.trim();
  const french = dayFirst.exec(trimmed);
  if (french) return isoDay(fullYear(french[3] ?? ''), Number(french[2]), Number(french[1]));
  const iso = yearFirst.exec(trimmed);
  return iso ? isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined;
}

/** "25" is 2025, "98" is 1998: offers are neither older than 1970 nor later than 2069. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}
