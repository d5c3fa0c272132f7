/** What a text consists of: `numbers[i]` for i below `count`, in the order in which its words come. */
export interface TextWords<T> {
  readonly numbers: Int32Array;
  readonly count: number;
  /** What is known of each word, by its number. */
  readonly values: readonly T[];
}

const firstBits = 12;
/** Offset basis, prime and way of FNV-1a, by Fowler, Noll and Vo (RFC 9923). */
const hashBasis = 0x811c9dc5;
const hashPrime = 0x01000193;

/**
 * Makes a reader of the words of folded texts, which computes what is to be known of a word only when it comes for the
 * first time. It forgets all words between two texts once there are more than `maxWords`. JavaScript's own map would need
 * each word cut out and hashed as a string before it could be looked up, which takes several times as long. The answer is
 * written over by the next one.
 */
export function createWordReader<T>(valueOf: (word: string) => T, maxWords: number): (text: string) => TextWords<T> {
  /** In each place of the hash table the number of a word and 1, or 0. */
  let places = new Int32Array(2 ** firstBits);
  const hashes: number[] = [];
  const words: string[] = [];
  const values: T[] = [];
  let numbers = new Int32Array(1_024);

  const grow = (): void => {
    places = new Int32Array(2 * places.length);
    hashes.forEach((hash, number) => {
      let place = hash & (places.length - 1);
      while (places[place] !== 0) place = (place + 1) & (places.length - 1);
      places[place] = number + 1;
    });
  };
  const numberOf = (text: string, start: number, end: number, hash: number): number => {
    const mask = places.length - 1;
    let place = hash & mask;
    for (let found = places[place] ?? 0; found !== 0; found = places[place] ?? 0) {
      if (hashes[found - 1] === hash && isAt(text, start, end, words[found - 1] ?? '')) return found - 1;
      place = (place + 1) & mask;
    }
    const word = text.slice(start, end);
    places[place] = words.push(word);
    hashes.push(hash);
    values.push(valueOf(word));
    if (2 * words.length > places.length) grow();
    return words.length - 1;
  };

  return (text) => {
    if (words.length > maxWords) {
      places.fill(0);
      for (const list of [hashes, words, values]) list.length = 0;
    }
    // Words are one letter long at least, and a blank apart.
    if (2 * numbers.length < text.length + 1) numbers = new Int32Array(text.length);
    let count = 0;
    let start = 0;
    let hash = hashBasis;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      if (isWordCode(code)) {
        hash = Math.imul(hash ^ code, hashPrime);
        continue;
      }
      if (at > start) numbers[count++] = numberOf(text, start, at, hash ^ (hash >>> 15));
      start = at + 1;
      hash = hashBasis;
    }
    return { numbers, count, values };
  };
}

/** Whether a code unit (NaN behind the end) is one of a–z, 0–9, + and #. */
export function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 43 || code === 35;
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) !== word.charCodeAt(at - start)) return false;
  return true;
}
