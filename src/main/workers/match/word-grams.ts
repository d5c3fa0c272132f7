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
  /** A number for the word; numbers are given anew when `forgetWhenFull` has emptied the cache. */
  indexOf(word: string): number;
  /** The n-grams of word `index` stand in `ids()` from `starts()[index]` to `starts()[index + 1]`. */
  starts(): Int32Array;
  ids(): Int32Array;
  /** To be called between texts. */
  forgetWhenFull(): void;
}

/** Remembers words by what `idOf` gives for their n-grams; those that it does not know are left out. */
export function createWordGrams(idOf: (gram: string) => number | undefined): WordGrams {
  const indexes = new Map<string, number>();
  let starts = new Int32Array(4_096);
  let ids = new Int32Array(65_536);
  let used = 0;
  return {
    starts: () => starts,
    ids: () => ids,
    indexOf(word) {
      const known = indexes.get(word);
      if (known !== undefined) return known;
      const index = indexes.size;
      indexes.set(word, index);
      eachGram(word, (gram) => {
        const id = idOf(gram);
        if (id === undefined) return;
        ids = withRoom(ids, used);
        ids[used++] = id;
      });
      starts = withRoom(starts, index + 1);
      starts[index + 1] = used;
      return index;
    },
    forgetWhenFull() {
      if (indexes.size < maxCachedWords) return;
      indexes.clear();
      used = 0;
    },
  };
}

function withRoom(list: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  if (place < list.length) return list;
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
