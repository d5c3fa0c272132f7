import { InvalidArgumentError } from 'commander';
import { lastHeaderLine } from '../../../shared/domain/file-notation';
import type { Expected } from './texts';

// What stands behind options and arguments. Each throws what was expected, which the usage texts put into words.

/** Names between commas. */
export function columnNames(text: string): readonly string[] {
  const names = text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  if (names.length === 0) throw invalid('names');
  return names;
}

/** From 1 on. */
export function positiveInteger(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw invalid('whole-number');
  return Number(text);
}

/** From 0, for none. */
export function headerLine(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > lastHeaderLine) throw invalid('header-line');
  return Number(text);
}

/** From 0, for any that is free. */
export function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw invalid('port');
  return Number(text);
}

/** With a point or, as in France, a comma. */
export function ratio(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw invalid('ratio');
  return value;
}

/** A variable that is not set would otherwise stand for the folder where the person happens to be. */
export function folderName(text: string): string {
  if (text.trim() === '') throw invalid('folder');
  return text;
}

/** A day that there is, as 2026-03-14 or 14/03/2026; answers in the first form. */
export function isoDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso)) throw invalid('day');
  return iso;
}

/** What was expected, by a name that the usage texts know. */
function invalid(expected: Expected): InvalidArgumentError {
  return new InvalidArgumentError(expected);
}
