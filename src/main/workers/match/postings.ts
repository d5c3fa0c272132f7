/** The documents of each feature (an n-gram, an occupation) with its weight in them. */
export interface Postings {
  /** Takes in the next document of a feature. */
  put(feature: number, document: number, weight: number): void;
  /** Adds `weight` times the weights of a feature to the sums of its documents. */
  add(feature: number, weight: number, sums: Float32Array): void;
}

/**
 * Makes lists of known lengths, one a feature. Number and weight lie side by side, because each list is somewhere else in
 * memory.
 */
export function createPostings(lengths: Int32Array): Postings {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, feature) => (starts[feature + 1] = (starts[feature] ?? 0) + 2 * length));
  const memory = new ArrayBuffer((starts.at(-1) ?? 0) * Int32Array.BYTES_PER_ELEMENT);
  const documents = new Int32Array(memory);
  const weights = new Float32Array(memory);
  const next = starts.slice();
  return {
    put(feature, document, weight) {
      const at = next[feature] ?? 0;
      next[feature] = at + 2;
      documents[at] = document;
      weights[at + 1] = weight;
    },
    add(feature, weight, sums) {
      const end = starts[feature + 1] ?? 0;
      for (let at = starts[feature] ?? 0; at < end; at += 2) {
        const document = documents[at] ?? 0;
        sums[document] = (sums[document] ?? 0) + weight * (weights[at + 1] ?? 0);
      }
    },
  };
}
