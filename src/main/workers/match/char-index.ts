// Character n-grams inside of words, as in scikit-learn's TfidfVectorizer(analyzer='char_wb', ngram_range=(3, 5),
// sublinear_tf=True) with smoothed idf and rows of length 1.
const shortestGram = 3;
const longestGram = 5;

/** The cache of words is emptied at this size; a big import knows some hundred thousand different words. */
const maxCachedWords = 200_000;

/** Compares texts with a fixed set of documents by the pieces of words that they share. */
export interface CharIndex {
  /** Writes the cosine of `text` (prepared) with each document into `into`, 0 to 1. */
  score(text: string, into: Float32Array): void;
}

/** Builds the index over prepared texts; their number is the length of what `score` writes. */
export function buildCharIndex(documents: readonly string[]): CharIndex {
  const gramIds = new Map<string, number>();
  const rows = documents.map((text) => countGrams(text, (gram) => idOf(gramIds, gram)));
  const idf = inverseFrequencies(rows, gramIds.size);
  const postings = invert(rows, idf);
  const wordGrams = new Map<string, Int32Array>();
  const counts = new Int32Array(gramIds.size);
  const touched = new Int32Array(gramIds.size);

  const gramsOf = (word: string): Int32Array => {
    let grams = wordGrams.get(word);
    if (!grams) {
      const known: number[] = [];
      eachGram(word, (gram) => {
        const id = gramIds.get(gram);
        if (id !== undefined) known.push(id);
      });
      grams = Int32Array.from(known);
      if (wordGrams.size >= maxCachedWords) wordGrams.clear();
      wordGrams.set(word, grams);
    }
    return grams;
  };

  return {
    score(text, into) {
      into.fill(0);
      let distinct = 0;
      for (const word of text.split(' ')) {
        if (word === '') continue;
        for (const gram of gramsOf(word)) {
          const before = counts[gram] ?? 0;
          if (before === 0) touched[distinct++] = gram;
          counts[gram] = before + 1;
        }
      }
      let squares = 0;
      for (let index = 0; index < distinct; index += 1) {
        const gram = touched[index] ?? 0;
        const weight = (1 + Math.log(counts[gram] ?? 1)) * (idf[gram] ?? 0);
        counts[gram] = 0;
        squares += weight * weight;
        const end = postings.starts[gram + 1] ?? 0;
        for (let at = postings.starts[gram] ?? 0; at < end; at += 1) {
          const document = postings.documents[at] ?? 0;
          into[document] = (into[document] ?? 0) + weight * (postings.weights[at] ?? 0);
        }
      }
      if (squares === 0) return;
      const scale = 1 / Math.sqrt(squares);
      for (let document = 0; document < into.length; document += 1) {
        into[document] = Math.min(1, (into[document] ?? 0) * scale);
      }
    },
  };
}

/** Calls `visit` with each n-gram of the word between blanks; a word shorter than n counts once, as a whole. */
function eachGram(word: string, visit: (gram: string) => void): void {
  const padded = ` ${word} `;
  for (let size = shortestGram; size <= longestGram; size += 1) {
    visit(padded.slice(0, size));
    for (let start = 1; start + size <= padded.length; start += 1) visit(padded.slice(start, start + size));
    if (padded.length <= size) return;
  }
}

function idOf(ids: Map<string, number>, gram: string): number {
  let id = ids.get(gram);
  if (id === undefined) {
    id = ids.size;
    ids.set(gram, id);
  }
  return id;
}

function countGrams(text: string, toId: (gram: string) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of text.split(' ')) {
    if (word === '') continue;
    eachGram(word, (gram) => {
      const id = toId(gram);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    });
  }
  return counts;
}

function inverseFrequencies(rows: readonly ReadonlyMap<number, number>[], size: number): Float64Array {
  const frequency = new Int32Array(size);
  for (const row of rows) for (const gram of row.keys()) frequency[gram] = (frequency[gram] ?? 0) + 1;
  return Float64Array.from(frequency, (count) => Math.log((1 + rows.length) / (1 + count)) + 1);
}

interface Postings {
  /** Where the documents of a gram begin in the two lists beside; one more than there are grams. */
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly weights: Float32Array;
}

function invert(rows: readonly ReadonlyMap<number, number>[], idf: Float64Array): Postings {
  const starts = new Int32Array(idf.length + 1);
  for (const row of rows) for (const gram of row.keys()) starts[gram + 1] = (starts[gram + 1] ?? 0) + 1;
  for (let gram = 0; gram < idf.length; gram += 1) starts[gram + 1] = (starts[gram + 1] ?? 0) + (starts[gram] ?? 0);
  const next = starts.slice();
  const total = starts[idf.length] ?? 0;
  const postings: Postings = { starts, documents: new Int32Array(total), weights: new Float32Array(total) };
  rows.forEach((row, document) => {
    const weighted = [...row].map(([gram, count]) => [gram, (1 + Math.log(count)) * (idf[gram] ?? 0)] as const);
    const length = Math.hypot(...weighted.map(([, weight]) => weight));
    for (const [gram, weight] of weighted) {
      const at = next[gram] ?? 0;
      next[gram] = at + 1;
      postings.documents[at] = document;
      postings.weights[at] = weight / length;
    }
  });
  return postings;
}
