const shortestGram = 3;
const longestGram = 5;

/** The cache of words is emptied at this size; a big import knows some hundred thousand different words. */
const maxCachedWords = 100_000;

/**
 * Calls `visit` with each n-gram of the word, which stands between two blanks, n from 3 to 5; a word not longer than n
 * counts once as a whole and the larger n are skipped (models/training/lexical.py).
 */
export function eachGram(word: string, visit: (gram: string) => void): void {
  const padded = ` ${word} `;
  for (let size = shortestGram; size <= longestGram; size += 1) {
    if (padded.length <= size) return visit(padded);
    for (let start = 0; start + size <= padded.length; start += 1) visit(padded.slice(start, start + size));
  }
}

/** The known n-grams of words, looked up once a word. */
export interface WordGrams {
  /** `ids` from `start` to `end` are the n-grams of the word; valid until the next call. */
  find(word: string): { readonly start: number; readonly end: number };
  readonly ids: () => Int32Array;
}

/** Remembers words by what `idOf` gives for their n-grams; those that it does not know are left out. */
export function createWordGrams(idOf: (gram: string) => number | undefined): WordGrams {
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  let ids = new Int32Array(65_536);
  let used = 0;
  const append = (id: number): void => {
    if (used === ids.length) {
      const larger = new Int32Array(ids.length * 2);
      larger.set(ids);
      ids = larger;
    }
    ids[used++] = id;
  };
  return {
    ids: () => ids,
    find(word) {
      const known = places.get(word);
      if (known) return known;
      if (places.size >= maxCachedWords) {
        places.clear();
        used = 0;
      }
      const start = used;
      eachGram(word, (gram) => {
        const id = idOf(gram);
        if (id !== undefined) append(id);
      });
      const place = { start, end: used };
      places.set(word, place);
      return place;
    },
  };
}
