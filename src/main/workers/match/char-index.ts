import { createUnitRows, type UnitRows } from '../simd/unit-rows';
import { createGramWeigher, numberGrams, type GramVector } from './gram-vectors';
import { beginsWord } from './grams';
import { createPostings, type Postings } from './postings';

// TF-IDF over character n-grams inside of words: (1 + ln tf) · idf, idf = ln((1 + N) / (1 + df)) + 1 over the documents,
// times the inner weight for an n-gram that does not begin a word; unknown n-grams are dropped before the vector is scaled
// to length 1 (models/training/ranking.md, section 4).

/** An n-gram of more than one document in so many is multiplied with all of them: that is quicker than one by one. */
const denseShare = 16;

/** A text that is compared, and how much it counts. */
export interface WeightedText {
  /** Prepared. */
  readonly text: string;
  /** The shares of what is compared at once add up to 1 at most. */
  readonly share: number;
}

/** Compares texts with a fixed set of documents by the pieces of words that they share. */
export interface CharIndex {
  /**
   * For each query and each document (query after query) the sum of the texts' cosines with the document, each times its
   * share: 0 to 1, to about 1e-4. Written over by the next call.
   */
  likeness(queries: readonly (readonly WeightedText[])[]): Float32Array;
}

/** Builds the index over prepared texts; `innerWeight` is what an n-gram counts that does not begin a word, beside 1. */
export function buildCharIndex(documents: readonly string[], innerWeight: number): CharIndex {
  const { table, grams, frequencies } = numberGrams(documents);
  const idf = Float64Array.from(frequencies, (count, id) => {
    const weight = Math.log((1 + documents.length) / (1 + count)) + 1;
    return beginsWord(grams[id] ?? 0) ? weight : innerWeight * weight;
  });
  const weigh = createGramWeigher(table, idf);
  const { postings, denseOf, dense, denseCount } = invert(documents, weigh, frequencies);
  let room = new Float32Array(0);

  /** Adds the rare n-grams to the sums, and the common ones to the vector that is multiplied with all documents. */
  const add = ({ ids, weights, count }: GramVector, share: number, common: Float32Array, sums: Float32Array): void => {
    for (let at = 0; at < count; at += 1) {
      const gram = ids[at] ?? 0;
      const weight = share * (weights[at] ?? 0);
      const place = denseOf[gram] ?? -1;
      if (place >= 0) common[place] = (common[place] ?? 0) + weight;
      else postings.add(gram, weight, sums);
    }
  };
  return {
    likeness(queries) {
      const size = documents.length;
      const common = new Float32Array(queries.length * denseCount);
      if (room.length < queries.length * size) room = new Float32Array(queries.length * size);
      const sums = room.subarray(0, queries.length * size).fill(0);
      queries.forEach((texts, query) => {
        const ownCommon = common.subarray(query * denseCount, (query + 1) * denseCount);
        const ownSums = sums.subarray(query * size, (query + 1) * size);
        for (const { text, share } of texts) add(weigh(text), share, ownCommon, ownSums);
      });
      const products = dense.products(common);
      for (let at = 0; at < sums.length; at += 1) sums[at] = Math.min(1, (sums[at] ?? 0) + (products[at] ?? 0));
      return sums;
    },
  };
}

interface Inverted {
  /** The rare n-grams. */
  readonly postings: Postings;
  /** The common ones: a row for each document, a column for each n-gram at the place that `denseOf` gives; -1 for a rare one. */
  readonly dense: UnitRows;
  readonly denseOf: Int32Array;
  readonly denseCount: number;
}

function invert(documents: readonly string[], weigh: (text: string) => GramVector, frequencies: Int32Array): Inverted {
  let denseCount = 0;
  const denseOf = frequencies.map((count) => (count * denseShare > documents.length ? denseCount++ : -1));
  const postings = createPostings(frequencies.map((count, gram) => ((denseOf[gram] ?? -1) >= 0 ? 0 : count)));
  const rows = new Float32Array(documents.length * denseCount);
  documents.forEach((text, document) => {
    const { ids, weights, count } = weigh(text);
    for (let at = 0; at < count; at += 1) {
      const gram = ids[at] ?? 0;
      const place = denseOf[gram] ?? -1;
      if (place >= 0) rows[document * denseCount + place] = weights[at] ?? 0;
      else postings.put(gram, document, weights[at] ?? 0);
    }
  });
  return { postings, dense: createUnitRows(rows, denseCount), denseOf, denseCount };
}
