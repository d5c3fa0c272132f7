/** A score as 32 bits beside an index of at most 20 bits fits into the 53 bits of a whole number. */
const indexSpan = 2 ** 20;

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/**
 * Indexes of the `count` highest scores (not negative), highest first, equal ones by index. Sorting whole numbers without
 * a comparing function is what makes it fast: the bits of a positive float sort like the float itself.
 */
export function topRanked(scores: Float32Array, count: number): Int32Array {
  const keys = new Float64Array(scores.length);
  for (let index = 0; index < scores.length; index += 1) {
    float[0] = scores[index] ?? 0;
    keys[index] = (bits[0] ?? 0) * indexSpan + (indexSpan - 1 - index);
  }
  keys.sort();
  const best = new Int32Array(Math.min(count, scores.length));
  for (let rank = 0; rank < best.length; rank += 1) {
    best[rank] = indexSpan - 1 - ((keys[keys.length - 1 - rank] ?? 0) % indexSpan);
  }
  return best;
}
