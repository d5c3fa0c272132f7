import type { WordPieces } from './word-pieces';

/** The words that are kept taken apart; emptied when it is full. */
const maxCachedWords = 200_000;

/** Texts of nothing but these are already what the tokenizer's normaliser makes of a text. */
const preparedText = /^[a-z0-9+# ]*$/;

/** Embeds prepared texts with a table of piece vectors. */
export interface TableEncoder {
  /** Writes the unit vector of `text` into `into`; false when the text is not one for the table. */
  encode(text: string, into: Float32Array): boolean;
}

/**
 * The same vectors as tokenizer, network, mean pooling and normalisation give for a model that is a table (piece →
 * vector, whatever stands around): the sum of the pieces' rows, scaled to length 1. A text is read word by word, and a
 * word that comes twice is looked up once. `table` holds `pieces.size` rows.
 */
export function createTableEncoder(table: Float32Array, pieces: WordPieces, maxTokens: number): TableEncoder {
  const dimensions = table.length / pieces.size;
  const words = new Map<string, number>();
  const wordPieces: (Int32Array | null)[] = [];
  let counts = new Int32Array(1_024);
  const sum = new Float64Array(dimensions);

  const indexOf = (word: string): number => {
    let index = words.get(word);
    if (index === undefined) {
      index = wordPieces.push(pieces.piecesOf(word)) - 1;
      words.set(word, index);
      if (index >= counts.length) {
        const larger = new Int32Array(counts.length * 2);
        larger.set(counts);
        counts = larger;
      }
    }
    return index;
  };
  const add = (piece: number, times: number): void => {
    const from = piece * dimensions;
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + times * (table[from + at] ?? 0);
  };
  /** Adds the rows of the first `room` pieces of words that may come more than once. */
  const addInOrder = (text: readonly string[], room: number): boolean => {
    let left = room;
    for (const word of text) {
      const found = wordPieces[indexOf(word)];
      if (!found) return false;
      for (const piece of found) {
        if (left === 0) return true;
        add(piece, 1);
        left -= 1;
      }
    }
    return true;
  };

  return {
    encode(text, into) {
      if (!preparedText.test(text)) return false;
      if (wordPieces.length >= maxCachedWords) {
        words.clear();
        wordPieces.length = 0;
      }
      const textWords = text.split(' ').filter((word) => word !== '');
      sum.fill(0);
      add(pieces.first, 1);
      const distinct: number[] = [];
      let tokens = 2;
      let isKnown = true;
      for (const word of textWords) {
        const index = indexOf(word);
        const before = counts[index] ?? 0;
        if (before === 0) distinct.push(index);
        counts[index] = before + 1;
        tokens += wordPieces[index]?.length ?? 0;
        isKnown &&= wordPieces[index] !== null;
      }
      const isWhole = tokens <= maxTokens;
      for (const index of distinct) {
        const times = counts[index] ?? 0;
        counts[index] = 0;
        if (isWhole && isKnown) for (const piece of wordPieces[index] ?? []) add(piece, times);
      }
      if (!isKnown) return false;
      // The library cuts after the last piece that has room, and the closing one goes with the rest.
      if (isWhole) add(pieces.last, 1);
      else if (!addInOrder(textWords, maxTokens - 1)) return false;
      return normalizeInto(sum, into);
    },
  };
}

function normalizeInto(sum: Float64Array, into: Float32Array): boolean {
  let squares = 0;
  for (const value of sum) squares += value * value;
  if (squares === 0) return false;
  const scale = 1 / Math.sqrt(squares);
  for (let at = 0; at < into.length; at += 1) into[at] = (sum[at] ?? 0) * scale;
  return true;
}
