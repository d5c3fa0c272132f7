/** The letters of prepared texts: the blank that stands around words, a–z, 0–9, + and #. */
const alphabet = ' abcdefghijklmnopqrstuvwxyz0123456789+#';
/** One more than there are letters: no letter counts as 0, so that n-grams of different lengths differ. */
const base = alphabet.length + 1;
const letterOf = new Uint8Array(128);
[...alphabet].forEach((char, at) => (letterOf[char.charCodeAt(0)] = at + 1));
const blank = 1;

/** Of a number, what is left of it by these are its last three or four letters. */
const threeLetters = base ** 3;
const fourLetters = base ** 4;

/** Whether an n-gram, as `createGramReader` numbers it, stands at the beginning of a word. */
export function beginsWord(gram: number): boolean {
  const unit = gram < threeLetters ? base ** 2 : gram < fourLetters ? threeLetters : fourLetters;
  return Math.floor(gram / unit) === blank;
}

/** The n-grams of one text, each as a number of its own; written over by the next reading. */
export interface TextGrams {
  readonly grams: Int32Array;
  /** How many there are. */
  readonly count: number;
}

/**
 * Makes a reader of the character n-grams of prepared texts: each word stands between two blanks, n goes from 3 to 5, and
 * a word too short for an n has none (models/training/lexical.py). An n-gram is read as a number whose digits are its
 * letters, which fits into 32 bits.
 */
export function createGramReader(): (text: string) => TextGrams {
  let grams = new Int32Array(16_384);
  return (text) => {
    // A letter ends three n-grams at most, and the blank behind a word as many.
    if (grams.length < 3 * (text.length + 1)) grams = new Int32Array(6 * text.length);
    let count = 0;
    /** The last four letters as one number, and how many letters of the present word have been read, its blank included. */
    let before = blank;
    let read = 1;
    for (let at = 0; at <= text.length; at += 1) {
      const letter = (at < text.length ? letterOf[text.charCodeAt(at)] : blank) || blank;
      if (letter === blank && read === 1) continue;
      const window = before * base + letter;
      read += 1;
      if (read >= 3) grams[count++] = window % threeLetters;
      if (read >= 4) grams[count++] = window % fourLetters;
      if (read >= 5) grams[count++] = window;
      before = letter === blank ? blank : window % fourLetters;
      if (letter === blank) read = 1;
    }
    return { grams, count };
  };
}
