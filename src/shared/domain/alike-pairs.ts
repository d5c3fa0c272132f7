import { letterPairs, similarityOf } from './company-similarity';

/** Something with the letter pairs of its name, the rarest first. */
export interface WithPairs {
  readonly pairs: Int32Array;
}

/** A thing is compared with this many others of a group at most: five hundred of one name must not make a million pairs. */
export const comparedAtMost = 10;

/** The letter pairs of each key, the rarest first: the number of a pair is its place by rarity among all of them. */
export function rarestFirst(keys: readonly string[]): Int32Array[] {
  const pairsOf = keys.map(letterPairs);
  const frequency = new Map<number, number>();
  for (const pairs of pairsOf) for (const pair of pairs) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const rarest = [...frequency].sort(([one, times], [other, otherTimes]) => times - otherTimes || one - other);
  const place = new Map(rarest.map(([pair], index) => [pair, index]));
  return pairsOf.map((pairs) => pairs.map((pair) => place.get(pair) ?? 0).sort());
}

/** A school 1 and a school 2 are two, however alike their names are. */
export function numbersIn(key: string): string {
  return (key.match(/\d+/g) ?? []).join(' ');
}

/**
 * The pairs of a group whose names are alike by at least `from`. Two names that reach the similarity share one of their
 * rarest letter pairs (prefix filtering: Chaudhuri, Ganti, Kaushik, 2006), so that only those are compared.
 */
export function* alikeIn<T extends WithPairs>(
  group: readonly T[],
  from: number,
): Iterable<{ readonly one: T; readonly other: T; readonly similarity: number }> {
  const index = new Map<number, T[]>();
  for (const other of group) {
    const { pairs } = other;
    const candidates = new Set<T>();
    for (const pair of new Set(pairs.subarray(0, decisivePairs(pairs.length, from)))) {
      const known = index.get(pair) ?? [];
      // The latest first: lists of the same file stand together.
      for (const one of known.slice(-comparedAtMost)) candidates.add(one);
      known.push(other);
      index.set(pair, known);
    }
    let found = 0;
    for (const one of candidates) {
      const similarity = similarityOf(one.pairs, pairs);
      if (similarity < from) continue;
      yield { one, other, similarity };
      found += 1;
      if (found === comparedAtMost) break;
    }
  }
}

/** How many of a name's rarest pairs hold at least one that a similar name has too. */
function decisivePairs(count: number, from: number): number {
  // From Dice >= t follows: shared >= t / (2 - t) * count, whatever the length of the other name.
  return count - Math.ceil((from / (2 - from)) * count) + 1;
}
