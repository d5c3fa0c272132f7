import { setImmediate as nextTurn } from 'node:timers/promises';
import { throwIfCancelled } from '../../../shared/domain/app-error';
import { createWordReader } from '../../../shared/domain/text/word-reader';
import type { ByteRows } from '../simd/byte-rows';
import type { TextEncoder } from './text-encoder';
import type { WordPieces } from './word-pieces';

/** So many words are kept taken apart. */
const maxCachedWords = 200_000;

/** Texts of nothing but these are already what the tokenizer's normaliser makes of a text. */
const preparedText = /^[a-z0-9+# ]*$/;

/** Texts that are embedded before the thread listens to what else is asked of it; some 30 ms. */
const textsAtOnce = 1_000;

/**
 * The same vectors as tokenizer, network, mean pooling and normalisation give for a model that is a table (piece →
 * vector, whatever stands around): the sum of the pieces' rows, scaled to length 1. A piece that comes several times is
 * added once, with its number as weight. `table` holds a row for each piece, to be multiplied by its scale. Only
 * prepared texts can be embedded.
 */
export function createTableEncoder(
  table: ByteRows,
  scales: Float32Array,
  pieces: WordPieces,
  maxTokens: number,
): TextEncoder {
  const read = createWordReader((word) => pieces.piecesOf(word), maxCachedWords);
  const counts = new Int32Array(pieces.size);

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
    const words = read(text);
    for (let place = 0; place < words.count; place += 1) {
      const found = words.values[words.numbers[place] ?? 0];
      if (!found) isKnown = false;
      else for (let at = 0; at < found.length; at += 1) count(found[at] ?? 0);
    }
    count(pieces.last);
    for (let at = 0; at < listed; at += 1) {
      const piece = table.indexes[at] ?? 0;
      table.weights[at] = (counts[piece] ?? 0) * (scales[piece] ?? 0);
      counts[piece] = 0;
    }
    return isKnown ? listed : null;
  };

  return {
    async encode(texts, signal) {
      const dimensions = table.sums.length;
      const vectors = new Float32Array(texts.length * dimensions);
      for (const [row, text] of texts.entries()) {
        if (row % textsAtOnce === textsAtOnce - 1) await nextTurn();
        throwIfCancelled(signal);
        const listed = preparedText.test(text) ? list(text) : null;
        if (listed === null) return null;
        table.add(listed);
        writeUnit(table.sums, vectors, row * dimensions);
      }
      return vectors;
    },
  };
}

/** Writes a vector scaled to length 1; one without direction leaves zeros. */
function writeUnit(vector: Float32Array, into: Float32Array, from: number): void {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] ?? 0) ** 2;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at += 1) into[from + at] = (vector[at] ?? 0) * scale;
}
