/** The words of one offer: prepared ones, each with how often it stands there. */
export type WordCounts = ReadonlyMap<string, number>;

/** A word must stand in this part of a topic's offers: one that a single offer repeats says nothing of the others. */
const leastPart = 0.25;

/**
 * The words that tell each class of documents from the others, best first, at most `most` a class: c-TF-IDF
 * (M. Grootendorst, "BERTopic: Neural topic modeling with a class-based TF-IDF procedure", arXiv:2203.05794, 2022):
 * W(t, c) = tf(t, c) · log(1 + A / tf(t)), tf(t, c) being how often word t stands in class c, tf(t) how often in all, and
 * A how many words a class has on average. As there, tf(t, c) is taken for a part of the class's words, and its square
 * root for itself, so that words that stand everywhere do not win by their number. `labels` gives the class of each document.
 */
export function wordsOfClasses(
  documents: readonly WordCounts[],
  labels: ArrayLike<number>,
  classes: number,
  most: number,
): string[][] {
  const byClass = Array.from({ length: classes }, () => new Map<string, { count: number; documents: number }>());
  const all = new Map<string, number>();
  const sizes = new Uint32Array(classes);
  let words = 0;
  documents.forEach((document, index) => {
    const label = labels[index] ?? 0;
    sizes[label] = (sizes[label] ?? 0) + 1;
    const counts = byClass[label];
    for (const [word, count] of document) {
      const own = counts?.get(word) ?? { count: 0, documents: 0 };
      counts?.set(word, { count: own.count + count, documents: own.documents + 1 });
      all.set(word, (all.get(word) ?? 0) + count);
      words += count;
    }
  });
  const average = words / Math.max(1, classes);
  return byClass.map((counts, label) => {
    const least = Math.max(1, leastPart * (sizes[label] ?? 0));
    const total = [...counts.values()].reduce((sum, { count }) => sum + count, 0);
    const shared = [...counts].filter(([, own]) => own.documents >= least);
    // A wide class may have no such word: any is better than none.
    return (shared.length > 0 ? shared : [...counts])
      .map(([word, { count }]) => {
        const weight = Math.sqrt(count / total) * Math.log(1 + average / (all.get(word) ?? 1));
        return { word, weight };
      })
      .sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1))
      .slice(0, most)
      .map(({ word }) => word);
  });
}

/**
 * How well words go together in documents, from −1 (never in the same one) over 0 (as by chance) to 1 (always): the mean
 * NPMI of all pairs, ln(p(a, b) / (p(a) p(b))) / −ln p(a, b) (G. Bouma, "Normalized (pointwise) mutual information in
 * collocation extraction", 2009; for topics: J. H. Lau, D. Newman, T. Baldwin, EACL 2014). Null for fewer than two words.
 */
export function coherenceOf(words: readonly string[], documents: readonly ReadonlySet<string>[]): number | null {
  const pairs = words.flatMap((one, index) => words.slice(index + 1).map((other) => [one, other] as const));
  if (pairs.length === 0 || documents.length === 0) return null;
  const part = (...wanted: readonly string[]): number =>
    documents.filter((document) => wanted.every((word) => document.has(word))).length / documents.length;
  const alone = new Map(words.map((word) => [word, part(word)]));
  const sum = pairs.reduce((total, [one, other]) => {
    const both = part(one, other);
    if (both === 0) return total - 1;
    // In every document: as coherent as can be, where the formula divides by nothing.
    if (both === 1) return total + 1;
    return total + Math.log(both / ((alone.get(one) ?? 1) * (alone.get(other) ?? 1))) / -Math.log(both);
  }, 0);
  // Rounding may go beyond by a hair.
  return Math.max(-1, Math.min(1, sum / pairs.length));
}
