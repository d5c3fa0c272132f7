import { headerKey } from './column-synonyms';
import type { ImportField } from './import';

/** Columns that tell of which year a line is, the clearest first. */
const yearHeaders = [
  'année universitaire | année scolaire | année | millésime | campagne | année de campagne',
  'année de la campagne de recueil des informations | année de la campagne | rentrée | année de rentrée',
  'session | academic year | school year | year',
]
  .flatMap((line) => line.split(' | '))
  .map(headerKey);

/** The place of the column that tells of which year a line is, among those that fill no field; null without one. */
export function findYearColumn(header: readonly string[], mapping: readonly (ImportField | null)[]): number | null {
  const free = header.map((name, column) => ((mapping[column] ?? null) === null ? headerKey(name) : ''));
  const wording = yearHeaders.find((key) => free.includes(key));
  return wording === undefined ? null : free.indexOf(wording);
}
