import { dotRows } from '../../util/dot-rows';
import type { CitedPassage, PassagePair, Place } from './explanation';
import type { TellingPassage } from './told-text';

/** Passages with the unit vectors that the encoder gave them, row after row. */
export interface EmbeddedPassages {
  readonly passages: readonly TellingPassage[];
  readonly vectors: Float32Array;
}

/** How much a word tells, from its family: 0 for one that every formation has, 1 for one that a single one has. */
export type WordWeight = (family: string) => number;

/** As many as a person reads before deciding. */
const shownPairs = 4;
/** Of each side only the passages nearest to the other as a whole are compared one by one. */
const candidates = 16;
/** What shared words add to likeness of meaning. */
const wordShare = 0.4;
/** Shared words of this weight together are as good as any more. */
const fullWeight = 1.5;
/**
 * How alike two passages must be to be a reason, by the number of words that they share: none, one, more. Found on the
 * sample university: of 73 offers with a first formation above 50, 71 cite a passage; of 1,182 pairs below 5 from
 * different components, 69 do.
 */
const leastSimilarity = [0.62, 0.45, 0.25] as const;
const leastScore = 0.52;
/** Shared words that are a smaller part of all words of both passages may be there by chance: these must be more alike. */
const chancePart = 0.1;
const leastSimilarityByChance = 0.5;

/**
 * The pairs of passages that meet best, best first: by the encoder's likeness and by the words that both have. Each
 * passage is cited once. `dimensions` is the length of a vector.
 */
export function bestPassages(
  offer: EmbeddedPassages,
  formation: EmbeddedPassages,
  dimensions: number,
  weightOf: WordWeight,
): readonly PassagePair[] {
  const found: FoundPair[] = [];
  const ofFormation = nearest(formation, sumOf(offer, dimensions), dimensions);
  for (const at of nearest(offer, sumOf(formation, dimensions), dimensions)) {
    const left = offer.passages[at];
    if (!left) continue;
    for (const other of ofFormation) {
      const right = formation.passages[other];
      if (!right || (isListed(left) && isListed(right))) continue;
      const similarity = Math.min(1, Math.max(0, dotRows(offer.vectors, at, formation.vectors, other, dimensions)));
      const shared = sharedWeights(left.families, right.families, weightOf);
      const weight = shared.reduce((sum, own) => sum + own, 0);
      const score = similarity + wordShare * Math.min(1, weight / fullWeight);
      if (score < leastScore || similarity < leastFor(shared.length, left, right)) continue;
      found.push({ at, other, left, right, similarity, score });
    }
  }
  found.sort((one, two) => two.score - one.score || one.at - two.at || one.other - two.other);
  return pickOnce(found).map(({ left, right, similarity }) => {
    return { offer: cite(left, right.families), formation: cite(right, left.families), similarity };
  });
}

/** How alike two passages must be to be a reason, 0 to 1, when they share so many words. */
function leastFor(shared: number, left: TellingPassage, right: TellingPassage): number {
  const least = leastSimilarity[shared] ?? leastSimilarity[2];
  const all = left.families.size + right.families.size - shared;
  return shared > 0 && shared < chancePart * all ? Math.max(least, leastSimilarityByChance) : least;
}

/** Two items of lists are compared as skills. */
function isListed({ field }: TellingPassage): boolean {
  return field === 'skill' || field === 'keyword';
}

interface FoundPair {
  readonly at: number;
  readonly other: number;
  readonly left: TellingPassage;
  readonly right: TellingPassage;
  readonly similarity: number;
  readonly score: number;
}

/** Of pairs with the best first as many as are shown, no passage twice. */
function pickOnce(found: readonly FoundPair[]): readonly FoundPair[] {
  const picked: FoundPair[] = [];
  for (const pair of found) {
    if (picked.length === shownPairs) break;
    if (picked.some(({ at, other }) => at === pair.at || other === pair.other)) continue;
    picked.push(pair);
  }
  return picked;
}

/** The passage with the words that stand on the other side too. */
function cite(passage: TellingPassage, families: ReadonlySet<string>): CitedPassage {
  const words: Place[] = passage.words
    .filter(({ family }) => families.has(family))
    .map(({ start, end }) => ({ start, end }));
  const { field, item, start, end, text } = passage;
  return { field, item, start, end, text, words };
}

/** The weights of the words that both have, each once; those that every formation has weigh nothing and count for nothing. */
function sharedWeights(left: ReadonlySet<string>, right: ReadonlySet<string>, weightOf: WordWeight): readonly number[] {
  const weights: number[] = [];
  for (const family of left) {
    const weight = right.has(family) ? weightOf(family) : 0;
    if (weight > 0) weights.push(weight);
  }
  return weights;
}

/** The passages nearest to a vector, in the order of the text. */
function nearest({ passages, vectors }: EmbeddedPassages, to: Float32Array, dimensions: number): readonly number[] {
  const all = [...passages.keys()];
  if (all.length <= candidates) return all;
  const near = all.map((at) => dotRows(vectors, at, to, 0, dimensions));
  return all
    .sort((one, two) => (near[two] ?? 0) - (near[one] ?? 0) || one - two)
    .slice(0, candidates)
    .sort((one, two) => one - two);
}

/** The sum of all passages: the direction of the text as a whole. */
function sumOf({ passages, vectors }: EmbeddedPassages, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let row = 0; row < passages.length; row += 1) {
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (vectors[row * dimensions + at] ?? 0);
  }
  return sum;
}
