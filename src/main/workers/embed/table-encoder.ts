import type { WeightedRows } from '../simd/weighted-rows';
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
 * vector, whatever stands around): the sum of the pieces' rows, scaled to length 1. A piece that comes several times is
 * added once, with its number as weight. `table` holds a row for each piece.
 */
export function createTableEncoder(table: WeightedRows, pieces: WordPieces, maxTokens: number): TableEncoder {
  const words = new Map<string, Int32Array | null>();
  const counts = new Int32Array(pieces.size);

  const piecesOf = (word: string): Int32Array | null => {
    let found = words.get(word);
    if (found === undefined) {
      found = pieces.piecesOf(word);
      if (words.size >= maxCachedWords) words.clear();
      words.set(word, found);
    }
    return found;
  };
  /** Counts the pieces of a text as the library cuts it: after the last one that has room. Null when one is unknown. */
  const list = (text: string): number | null => {
    let listed = 0;
    let left = maxTokens;
    const count = (piece: number): void => {
      if (left === 0) return;
      left -= 1;
      const before = counts[piece] ?? 0;
      if (before === 0) table.indexes[listed++] = piece;
      counts[piece] = before + 1;
    };
    let isKnown = true;
    count(pieces.first);
    for (const word of text.split(' ')) {
      if (word === '') continue;
      const found = piecesOf(word);
      if (!found) isKnown = false;
      else for (let at = 0; at < found.length; at += 1) count(found[at] ?? 0);
    }
    count(pieces.last);
    for (let at = 0; at < listed; at += 1) {
      const piece = table.indexes[at] ?? 0;
      table.weights[at] = counts[piece] ?? 0;
      counts[piece] = 0;
    }
    return isKnown ? listed : null;
  };

  return {
    encode(text, into) {
      if (!preparedText.test(text)) return false;
      const listed = list(text);
      if (listed === null) return false;
      table.sums.fill(0);
      table.add(listed);
      return normalizeInto(table.sums, into);
    },
  };
}

function normalizeInto(sums: Float32Array, into: Float32Array): boolean {
  let squares = 0;
  for (let at = 0; at < sums.length; at += 1) squares += (sums[at] ?? 0) ** 2;
  if (squares === 0) return false;
  const scale = 1 / Math.sqrt(squares);
  for (let at = 0; at < into.length; at += 1) into[at] = (sums[at] ?? 0) * scale;
  return true;
}
