/**
 * The pairs of neighbouring letters of a folded name, those of each word with its beginning and end; the second
 * occurrence of a pair is told apart from the first. Word order does not count.
 */
export function letterPairs(nameKey: string): readonly string[] {
  const seen = new Map<string, number>();
  const pairs: string[] = [];
  for (const word of nameKey.split(' ')) {
    if (word === '') continue;
    const bounded = ` ${word} `;
    for (let index = 0; index + 1 < bounded.length; index += 1) {
      const pair = bounded.slice(index, index + 2);
      const times = (seen.get(pair) ?? 0) + 1;
      seen.set(pair, times);
      pairs.push(times === 1 ? pair : `${pair}${times}`);
    }
  }
  return pairs;
}

/** Sørensen–Dice: twice the shared pairs by all pairs, from 0 (nothing in common) to 1 (the same words). */
export function similarityOf(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const known = new Set(one);
  const shared = other.filter((pair) => known.has(pair)).length;
  return (2 * shared) / (one.length + other.length);
}
