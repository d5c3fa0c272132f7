import { blockBits, blockSize } from '../../../shared/domain/offer-block';
import type { OfferColumns } from './offer-columns';

const wordBits = 32;

/** The components of an offer as bits: code n is bit (n − 1) % 32 of word (n − 1) / 32, at the place of the offer. */
export type ComponentBits = readonly Uint32Array[];

/** The word that holds the bit of a component's code, and the bit in it. */
export function bitOfComponent(code: number): { readonly word: number; readonly bit: number } {
  return { word: Math.floor((code - 1) / wordBits), bit: (1 << ((code - 1) % wordBits)) >>> 0 };
}

/**
 * Keeps which components an offer's formations belong to, so that neither a filter nor a count has to go through all its
 * formations. `update` follows the blocks that were read since, or everything when formations changed their component.
 */
export function createComponentBits(columns: OfferColumns) {
  let words: Uint32Array[] = [];
  let mapping: Uint32Array = new Uint32Array(0);
  const fill = (stripe: number): void => {
    const first = stripe << blockBits;
    for (const word of words) word.fill(0, first, first + blockSize);
    const list = columns.matches[stripe];
    if (!list) return;
    let next = 0;
    for (let index = 0; index < blockSize; index += 1) {
      const end = list.starts[index + 1] ?? 0;
      for (; next < end; next += 1) {
        const code = mapping[list.codes[next] ?? 0] ?? 0;
        if (code === 0) continue;
        const { word, bit } = bitOfComponent(code);
        const bits = words[word];
        if (bits) bits[first + index] = (bits[first + index] ?? 0) | bit;
      }
    }
  };
  return {
    /** `componentOf` gives the code of a component by that of a formation; `size` is one more than the greatest. */
    update(componentOf: Uint32Array, size: number): ComponentBits {
      const needed = Math.ceil((size - 1) / wordBits);
      const isKept =
        isSame(mapping, componentOf) && words.length === needed && (words[0]?.length ?? 0) >= columns.places;
      const changed = columns.takeChanged();
      mapping = componentOf;
      if (isKept) {
        changed.forEach(fill);
        return words;
      }
      const room = columns.columns.city.length;
      words = Array.from({ length: needed }, () => new Uint32Array(room));
      for (let stripe = 0; stripe < columns.matches.length; stripe += 1) fill(stripe);
      return words;
    },
  };
}

/** Whether each formation has the same component in both; one that is not there yet has none. */
function isSame(one: Uint32Array, other: Uint32Array): boolean {
  const longer = one.length > other.length ? one : other;
  return longer.every((_, formation) => (one[formation] ?? 0) === (other[formation] ?? 0));
}
