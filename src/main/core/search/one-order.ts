import { fuse } from './fuse';
import { idSet } from './id-set';

/** So many offers found by words are put in one order with those found by meaning; the others follow. */
export const mostFused = 1_000;

/** The first of both lists by their places in them; behind these the others, those with the words first. */
export function inOneOrder(wordIds: readonly number[], nearIds: readonly number[]): readonly number[] {
  const fused = fuse([wordIds.slice(0, mostFused), nearIds.slice(0, mostFused)]);
  if (Math.max(wordIds.length, nearIds.length) <= mostFused) return fused;
  const isFused = idSet(fused);
  const isWorded = idSet(wordIds);
  return fused.concat(
    wordIds.slice(mostFused).filter((id) => !isFused.has(id)),
    nearIds.slice(mostFused).filter((id) => !isFused.has(id) && !isWorded.has(id)),
  );
}
