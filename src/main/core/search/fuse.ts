/** How slowly the places of a list lose weight; the value of the authors. */
const slowness = 60;

/**
 * Joins lists of ids, each best first, into one: reciprocal rank fusion, score(d) = Σ 1 / (60 + rank(d)) over the lists
 * that hold d, ranks from 1 (G. V. Cormack, C. L. A. Clarke, S. Büttcher, "Reciprocal rank fusion outperforms Condorcet and
 * individual rank learning methods", SIGIR 2009). Of equal scores the one that an earlier list names first comes first.
 */
export function fuse(lists: readonly (readonly number[])[]): number[] {
  const scores = new Map<number, number>();
  for (const list of lists) {
    list.forEach((id, index) => scores.set(id, (scores.get(id) ?? 0) + 1 / (slowness + index + 1)));
  }
  return [...scores].sort(([, one], [, other]) => other - one).map(([id]) => id);
}
