import { z } from 'zod';

/** As long as an address may be made by them: a server takes lines of 16 KB. */
export const maxPackedLength = 12_000;
export const packedIdsSchema = z
  .string()
  .max(maxPackedLength)
  .regex(/^[0-9a-z]{1,6}(?:\.[0-9a-z]{1,6})*$/);

/**
 * Ids (whole numbers above 0) as a short text that an address can hold: sorted, each as its distance from the one before,
 * in base 36. `count` says how many of them it holds: of more than fit into `longest` the largest, which were stored last.
 */
export function packIds(
  ids: readonly number[],
  longest = maxPackedLength,
): { readonly text: string; readonly count: number } {
  const largestFirst = [...new Set(ids)].sort((one, other) => other - one);
  let behind = '';
  let text = '';
  let count = 0;
  for (const [index, id] of largestFirst.entries()) {
    // Whichever id comes first is written in full, and any other as its distance from the one before.
    const longer = `${id.toString(36)}${behind}`;
    if (longer.length > longest) break;
    text = longer;
    count += 1;
    behind = `.${(id - (largestFirst[index + 1] ?? 0)).toString(36)}${behind}`;
  }
  return { text, count };
}

/** The ids that `packIds` made a text of. */
export function unpackIds(text: string): number[] {
  let id = 0;
  if (text === '') return [];
  return text.split('.').map((part) => (id += Number.parseInt(part, 36)));
}
