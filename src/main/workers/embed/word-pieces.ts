import { z } from 'zod';

/** What a `tokenizer.json` must be for `createWordPieces` to give the same pieces as the library's own tokenizer. */
const unigramSchema = z.object({
  truncation: z.null(),
  pre_tokenizer: z.object({
    type: z.literal('Metaspace'),
    replacement: z.literal('▁'),
    prepend_scheme: z.literal('always'),
  }),
  post_processor: z.object({
    type: z.literal('TemplateProcessing'),
    single: z.tuple([
      z.object({ SpecialToken: z.object({ id: z.literal('[CLS]') }) }),
      z.object({ Sequence: z.object({ id: z.literal('A') }) }),
      z.object({ SpecialToken: z.object({ id: z.literal('[SEP]') }) }),
    ]),
  }),
  model: z.object({
    type: z.literal('Unigram'),
    byte_fallback: z.literal(false),
    vocab: z.array(z.tuple([z.string(), z.number()])),
  }),
});

const wordStart = '▁';

export interface WordPieces {
  readonly size: number;
  /** The ids that stand before and after every text. */
  readonly first: number;
  readonly last: number;
  /** The ids of a word's pieces; null for a word with a character that no piece has. */
  piecesOf(word: string): Int32Array | null;
}

/**
 * Reads the content of a `tokenizer.json`; null when it is of another kind. A text is the sequence of its words' pieces
 * because no piece goes beyond a word, so that a word is taken apart once and not in each text.
 */
export function createWordPieces(tokenizerJson: unknown): WordPieces | null {
  const parsed = unigramSchema.safeParse(tokenizerJson);
  if (!parsed.success) return null;
  const { vocab } = parsed.data.model;
  if (vocab.some(([piece]) => piece.includes(wordStart, 1))) return null;
  const ids = new Map(vocab.map(([piece], id) => [piece, id]));
  const first = ids.get('[CLS]');
  const last = ids.get('[SEP]');
  if (first === undefined || last === undefined) return null;
  const scores = Float64Array.from(vocab, ([, score]) => score);
  const longest = Math.max(...vocab.map(([piece]) => piece.length));
  return { size: vocab.length, first, last, piecesOf: (word) => bestPieces(wordStart + word, ids, scores, longest) };
}

/** The Viterbi path: of equal ones the one that the library takes, which keeps what it found first. */
function bestPieces(
  word: string,
  ids: ReadonlyMap<string, number>,
  scores: Float64Array,
  longest: number,
): Int32Array | null {
  const best = new Float64Array(word.length + 1).fill(-Infinity);
  const pieceEndingAt = new Int32Array(word.length + 1).fill(-1);
  const beginOfPiece = new Int32Array(word.length + 1);
  best[0] = 0;
  for (let end = 1; end <= word.length; end += 1) {
    for (let begin = Math.max(0, end - longest); begin < end; begin += 1) {
      const id = ids.get(word.slice(begin, end));
      if (id === undefined) continue;
      const score = (best[begin] ?? 0) + (scores[id] ?? 0);
      if (score <= (best[end] ?? 0)) continue;
      best[end] = score;
      pieceEndingAt[end] = id;
      beginOfPiece[end] = begin;
    }
    // The library reads an unknown character as a piece of its own, even inside of a longer known one.
    if (!ids.has(word.slice(end - 1, end))) return null;
  }
  const pieces: number[] = [];
  for (let end = word.length; end > 0; end = beginOfPiece[end] ?? 0) pieces.push(pieceEndingAt[end] ?? -1);
  return Int32Array.from(pieces.reverse());
}
