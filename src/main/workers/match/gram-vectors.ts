import { createWordReader } from '../../../shared/domain/text/word-reader';
import { createGramTable, type GramTable } from './gram-table';
import { createGramReader } from './grams';

/** So many words are kept; a big import knows some hundred thousand different words. */
const maxCachedWords = 50_000;
/** Logarithms that are not computed again and again. */
const termWeights = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/** The n-grams of documents. */
export interface KnownGrams {
  readonly table: GramTable;
  /** The n-grams in the order of their numbers. */
  readonly grams: Int32Array;
  /** In how many documents each of them is. */
  readonly frequencies: Int32Array;
}

/** Numbers the n-grams of prepared texts. */
export function numberGrams(documents: readonly string[]): KnownGrams {
  const read = createGramReader();
  const table = createGramTable();
  const known: number[] = [];
  const frequencies: number[] = [];
  const lastSeenIn: number[] = [];
  documents.forEach((text, document) => {
    const { grams, count } = read(text);
    for (let at = 0; at < count; at += 1) {
      const id = table.add(grams[at] ?? 0);
      if (lastSeenIn[id] === document) continue;
      lastSeenIn[id] = document;
      known[id] = grams[at] ?? 0;
      frequencies[id] = (frequencies[id] ?? 0) + 1;
    }
  });
  return { table, grams: Int32Array.from(known), frequencies: Int32Array.from(frequencies) };
}

/** A vector of length 1, or of zeros: n-gram `ids[i]` weighs `weights[i]`, for i below `count`. */
export interface GramVector {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  readonly count: number;
}

/**
 * Makes the function that weighs the n-grams of a prepared text by (1 + ln tf) · idf, leaving out those that are not in
 * the table. Its answer is written over by the next one.
 */
export function createGramWeigher(table: GramTable, idf: Float64Array): (text: string) => GramVector {
  const read = createWordReader(createGramFinder(table), maxCachedWords);
  let timesOfWord = new Int32Array(0);
  const times = new Int32Array(table.size);
  const ids = new Int32Array(table.size);
  const weights = new Float64Array(table.size);
  return (text) => {
    const { numbers, count: wordCount, values } = read(text);
    if (timesOfWord.length < values.length) timesOfWord = new Int32Array(2 * values.length);
    for (let place = 0; place < wordCount; place += 1) {
      const word = numbers[place] ?? 0;
      timesOfWord[word] = (timesOfWord[word] ?? 0) + 1;
    }
    let count = 0;
    for (let place = 0; place < wordCount; place += 1) {
      const word = numbers[place] ?? 0;
      const own = values[word];
      const more = timesOfWord[word] ?? 0;
      // The n-grams of a word that comes again have been counted.
      if (more === 0 || !own) continue;
      timesOfWord[word] = 0;
      for (let at = 0; at < own.length; at += 1) {
        const id = own[at] ?? 0;
        const before = times[id] ?? 0;
        if (before === 0) ids[count++] = id;
        times[id] = before + more;
      }
    }
    let squares = 0;
    for (let at = 0; at < count; at += 1) {
      const id = ids[at] ?? 0;
      const weight = termWeight(times[id] ?? 1) * (idf[id] ?? 0);
      times[id] = 0;
      weights[at] = weight;
      squares += weight * weight;
    }
    const scale = 1 / Math.sqrt(squares);
    for (let at = 0; at < count; at += 1) weights[at] = (weights[at] ?? 0) * scale;
    return { ids, weights, count };
  };
}

/** Makes the function that gives the numbers of a word's known n-grams. */
function createGramFinder(table: GramTable): (word: string) => Int32Array {
  const read = createGramReader();
  return (word) => {
    const { grams, count } = read(word);
    return grams
      .subarray(0, count)
      .map((gram) => table.find(gram))
      .filter((id) => id >= 0);
  };
}

function termWeight(count: number): number {
  return termWeights[count] ?? 1 + Math.log(count);
}
