/**
 * The pairs of neighbouring letters of a folded name, those of each word with its beginning and end, in ascending
 * order: each pair is the two code units in one number. Word order does not count.
 */
export function letterPairs(nameKey: string): Int32Array {
  const pairs: number[] = [];
  let former = space;
  for (let index = 0; index <= nameKey.length; index += 1) {
    const unit = index < nameKey.length ? nameKey.charCodeAt(index) : space;
    if (former !== space || unit !== space) pairs.push((former << 16) | unit);
    former = unit;
  }
  return Int32Array.from(pairs).sort();
}

const space = 0x20;

/**
 * Sørensen–Dice: twice the shared pairs by all pairs, from 0 (nothing in common) to 1 (the same words). Both lists in
 * ascending order.
 */
export function similarityOf(one: Int32Array, other: Int32Array): number {
  if (one.length + other.length === 0) return 0;
  let shared = 0;
  let at = 0;
  for (const pair of one) {
    while (at < other.length && (other[at] ?? 0) < pair) at += 1;
    if (other[at] !== pair) continue;
    shared += 1;
    at += 1;
  }
  return (2 * shared) / (one.length + other.length);
}
