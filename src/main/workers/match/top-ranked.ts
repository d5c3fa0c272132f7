/** From this many on, sorting everything is quicker than keeping the best in order. */
const sortFrom = 128;
/** A score as 32 bits beside an index of at most 20 bits fits into the 53 bits of a whole number. */
const indexSpan = 2 ** 20;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Indexes of the `count` highest scores (none negative), highest first, equal ones by index. */
export function topRanked(scores: Float32Array, count: number): Int32Array {
  const kept = Math.min(count, scores.length);
  return kept < sortFrom ? keepBest(scores, kept) : sortAll(scores, kept);
}

function keepBest(scores: Float32Array, count: number): Int32Array {
  const best = new Int32Array(count);
  let filled = 0;
  let worst = -1;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (filled === count && score <= worst) continue;
    let place = filled < count ? filled++ : count - 1;
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) {
      best[place] = best[place - 1] ?? 0;
      place -= 1;
    }
    best[place] = index;
    worst = scores[best[filled - 1] ?? 0] ?? 0;
  }
  return best;
}

/** Whole numbers sort without a comparing function, and the bits of a positive float sort like the float itself. */
function sortAll(scores: Float32Array, count: number): Int32Array {
  const keys = new Float64Array(scores.length);
  for (let index = 0; index < scores.length; index += 1) {
    float[0] = scores[index] ?? 0;
    keys[index] = (bits[0] ?? 0) * indexSpan + (indexSpan - 1 - index);
  }
  keys.sort();
  const best = new Int32Array(count);
  for (let rank = 0; rank < count; rank += 1) {
    best[rank] = indexSpan - 1 - ((keys[keys.length - 1 - rank] ?? 0) % indexSpan);
  }
  return best;
}
