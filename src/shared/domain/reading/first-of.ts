import type { ReadFact } from './reading';

/**
 * The first place of a pattern, in the description, that `valueOf` can make something of; of its first group where it has
 * one. Null where there is none.
 */
export function firstOf<T>(
  text: string,
  pattern: RegExp,
  valueOf: (written: string, start: number) => T | undefined,
  confidence: number,
): ReadFact<T> | null {
  for (const match of text.matchAll(pattern)) {
    const written = match[1] ?? match[0];
    const from = match.index + match[0].indexOf(written);
    const value = valueOf(written, from);
    if (value === undefined) continue;
    return { value, passage: { field: 'description', start: from, end: from + written.length }, confidence };
  }
  return null;
}
