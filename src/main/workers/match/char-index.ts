import { createWeightedRows, type WeightedRows } from '../simd/weighted-rows';
import { createWordGrams, eachGram } from './word-grams';

// TF-IDF over character n-grams inside of words: (1 + ln tf) · idf, idf = ln((1 + N) / (1 + df)) + 1 over the documents,
// unknown n-grams dropped before the vector is scaled to length 1 (models/training/ranking.md, section 3).

/** An n-gram of more than one document in so many is added as a whole row: that is quicker than one by one. */
const denseShare = 16;
/** Logarithms that are not computed again and again. */
const termWeights = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/** Compares texts with a fixed set of documents by the pieces of words that they share. */
export interface CharIndex {
  /** The cosine of `text` (prepared) with each document, 0 to 1; the array is written over by the next call. */
  score(text: string): Float32Array;
}

/** Builds the index over prepared texts. */
export function buildCharIndex(documents: readonly string[]): CharIndex {
  const gramIds = new Map<string, number>();
  const rows = documents.map((text) => countGrams(text, gramIds));
  const frequencies = documentFrequencies(rows, gramIds.size);
  const idf = Float64Array.from(frequencies, (count) => Math.log((1 + rows.length) / (1 + count)) + 1);
  const { postings, dense, denseRow } = invert(rows, idf, frequencies);
  const words = createWordGrams((gram) => gramIds.get(gram));
  const counts = new Int32Array(gramIds.size);
  const touched = new Int32Array(gramIds.size);
  // A word that comes twice is taken apart once.
  let wordCounts = new Int32Array(4_096);
  let textWords = new Int32Array(1_024);

  /** Counts the known n-grams of a text and returns how many different ones there are. */
  const count = (text: string): number => {
    words.forgetWhenFull();
    let distinctWords = 0;
    for (const word of text.split(' ')) {
      if (word === '') continue;
      const index = words.indexOf(word);
      while (index >= wordCounts.length) wordCounts = grown(wordCounts);
      if (distinctWords >= textWords.length) textWords = grown(textWords);
      const before = wordCounts[index] ?? 0;
      if (before === 0) textWords[distinctWords++] = index;
      wordCounts[index] = before + 1;
    }
    const starts = words.starts();
    const ids = words.ids();
    let distinct = 0;
    for (let place = 0; place < distinctWords; place += 1) {
      const word = textWords[place] ?? 0;
      const times = wordCounts[word] ?? 0;
      wordCounts[word] = 0;
      const end = starts[word + 1] ?? 0;
      for (let at = starts[word] ?? 0; at < end; at += 1) {
        const gram = ids[at] ?? 0;
        const before = counts[gram] ?? 0;
        if (before === 0) touched[distinct++] = gram;
        counts[gram] = before + times;
      }
    }
    return distinct;
  };

  return {
    score(text) {
      const { sums } = dense;
      sums.fill(0);
      const distinct = count(text);
      let squares = 0;
      let denseCount = 0;
      for (let index = 0; index < distinct; index += 1) {
        const gram = touched[index] ?? 0;
        const weight = termWeight(counts[gram] ?? 1) * (idf[gram] ?? 0);
        counts[gram] = 0;
        squares += weight * weight;
        const row = denseRow[gram] ?? -1;
        if (row >= 0) {
          dense.indexes[denseCount] = row;
          dense.weights[denseCount++] = weight;
          continue;
        }
        const end = postings.starts[gram + 1] ?? 0;
        for (let at = postings.starts[gram] ?? 0; at < end; at += 1) {
          const document = postings.documents[at] ?? 0;
          sums[document] = (sums[document] ?? 0) + weight * (postings.weights[at] ?? 0);
        }
      }
      dense.add(denseCount);
      const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
      for (let document = 0; document < sums.length; document += 1) {
        sums[document] = Math.min(1, (sums[document] ?? 0) * scale);
      }
      return sums;
    },
  };
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

function termWeight(count: number): number {
  return termWeights[count] ?? 1 + Math.log(count);
}

function countGrams(text: string, ids: Map<string, number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const word of text.split(' ')) {
    if (word === '') continue;
    eachGram(word, (gram) => {
      let id = ids.get(gram);
      if (id === undefined) {
        id = ids.size;
        ids.set(gram, id);
      }
      counts.set(id, (counts.get(id) ?? 0) + 1);
    });
  }
  return counts;
}

function documentFrequencies(rows: readonly ReadonlyMap<number, number>[], size: number): Int32Array {
  const frequencies = new Int32Array(size);
  for (const row of rows) for (const gram of row.keys()) frequencies[gram] = (frequencies[gram] ?? 0) + 1;
  return frequencies;
}

interface Postings {
  /** Where the documents of an n-gram begin in the two lists beside; one more than there are n-grams. */
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly weights: Float32Array;
}

interface Inverted {
  /** Where the rare n-grams stand. */
  readonly postings: Postings;
  /** Where the common ones stand; `denseRow` gives their row, -1 for a rare one. */
  readonly dense: WeightedRows;
  readonly denseRow: Int32Array;
}

function invert(rows: readonly ReadonlyMap<number, number>[], idf: Float64Array, frequencies: Int32Array): Inverted {
  let denseCount = 0;
  const denseRow = frequencies.map((count) => (count * denseShare > rows.length ? denseCount++ : -1));
  const dense = createWeightedRows(denseCount, rows.length);
  const starts = new Int32Array(idf.length + 1);
  for (let gram = 0; gram < idf.length; gram += 1) {
    const own = (denseRow[gram] ?? -1) >= 0 ? 0 : (frequencies[gram] ?? 0);
    starts[gram + 1] = (starts[gram] ?? 0) + own;
  }
  const next = starts.slice();
  const total = starts[idf.length] ?? 0;
  const postings: Postings = { starts, documents: new Int32Array(total), weights: new Float32Array(total) };
  rows.forEach((row, document) => {
    for (const [gram, weight] of unitWeights(row, idf)) {
      const place = denseRow[gram] ?? -1;
      if (place >= 0) {
        dense.set(place, document, weight);
        continue;
      }
      const at = next[gram] ?? 0;
      next[gram] = at + 1;
      postings.documents[at] = document;
      postings.weights[at] = weight;
    }
  });
  return { postings, dense, denseRow };
}

function unitWeights(row: ReadonlyMap<number, number>, idf: Float64Array): readonly (readonly [number, number])[] {
  const weights = [...row].map(([gram, count]) => [gram, termWeight(count) * (idf[gram] ?? 0)] as const);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return weights.map(([gram, weight]) => [gram, weight / length] as const);
}
