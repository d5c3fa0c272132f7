import type { WordWeight } from './best-passages';
import { familyOf } from './word-family';

/** A word that this part of the formations and more have is no reason for any of them. */
const everywhere = 0.3;
/** Of fewer formations nobody can say what is common. */
const leastFormations = 12;

/**
 * How much each family of words tells within these formations (the whole prepared text of each): inverse document frequency,
 * ln((1 + N) / (½ + n)) over its largest value, 0 to 1; 0 for words that no formation or most of them have.
 */
export function wordWeights(texts: readonly string[]): WordWeight {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const family of new Set(text.split(' ').map(familyOf))) {
      counts.set(family, (counts.get(family) ?? 0) + 1);
    }
  }
  const largest = Math.log((1 + texts.length) / 1.5);
  const most = texts.length < leastFormations ? texts.length : everywhere * texts.length;
  return (family) => {
    const count = counts.get(family);
    if (count === undefined || count > most) return 0;
    // Among one or two formations no word is rarer than another.
    return largest > 0 ? Math.max(0, Math.log((1 + texts.length) / (0.5 + count)) / largest) : 1;
  };
}
