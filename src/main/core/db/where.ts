import { fold } from '../../../shared/domain/fold';

/**
 * SQL that keeps the rows in which every word of `text` stands in one of the folded columns, and its parameters.
 * An empty text keeps all rows.
 */
export function wordsIn(text: string, columns: readonly string[]): { readonly sql: string; readonly values: string[] } {
  const words = fold(text).split(' ').flatMap(partsOf).filter(Boolean);
  const oneWord = `(${columns.map((column) => `${column} like ? escape '\\'`).join(' or ')})`;
  return {
    sql: words.map(() => oneWord).join(' and '),
    values: words.flatMap((word) => columns.map(() => `%${word.replace(/[\\%_]/g, '\\$&')}%`)),
  };
}

/** `port-sauvel` is looked for as two words, as names are kept without punctuation; `c++` and `.net` stay whole. */
function partsOf(word: string): readonly string[] {
  const isCompound = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(word);
  return isCompound ? word.split(/[^\p{L}\p{N}]+/u) : [word];
}

/** Conditions joined by "and", with their parameters in the same order. */
export interface Where {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Joins conditions into a WHERE clause; empty when there is none. */
export function where(conditions: readonly Where[]): Where {
  const used = conditions.filter(({ sql }) => sql !== '');
  return {
    sql: used.length === 0 ? '' : `where ${used.map(({ sql }) => sql).join(' and ')}`,
    values: used.flatMap(({ values }) => values),
  };
}
