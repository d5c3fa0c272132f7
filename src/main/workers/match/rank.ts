import { throwIfCancelled } from '../../../shared/domain/app-error';
import {
  combineParts,
  combineSemantics,
  levelShare,
  lexicalWeightOf,
  toScore,
  type RankingParameters,
} from '../../../shared/domain/score';
import type { PackedItems, PackedRankings } from '../contracts';
import { buildCharIndex, type WeightedText } from './char-index';
import { createCodeReader, noOccupation, type CodeReader, type OccupationRoots } from './given-codes';
import { createOccupationReader, type OccupationReader, type Occupations } from './occupations';
import { createPostings } from './postings';
import { topRanked } from './top-ranked';
import { createUnitRows } from '../simd/unit-rows';

/** Offers whose products are computed together; more only takes memory. */
const offersAtOnce = 16;

/** Ranks offers against the formations that it was made for. */
export interface Ranker {
  /**
   * The `top` best formations of each offer, best first, equal scores by formation id. Exact: every pair is compared.
   * Throws `cancelled`.
   */
  rank(offers: PackedItems, top: number, signal: AbortSignal): PackedRankings;
}

/**
 * Prepares formations for ranking as models/training/ranking.md specifies it; their vectors, those of the offers and the
 * occupations must be of one model.
 */
export function createRanker(
  formations: PackedItems,
  parameters: RankingParameters,
  occupations: Occupations | null = null,
): Ranker {
  const corpus = sortedById(formations);
  const count = corpus.ids.length;
  const compareMeanings = createSemantics(corpus, parameters, occupations);
  const index = buildCharIndex(corpus.titles, parameters.innerGramWeight);
  const means = new Float32Array(count);

  /** What is compared by words: the weighted mean of title and body; a part that is empty does not count. */
  const wordsOf = (title: string, body: string): readonly WeightedText[] => {
    const bodyWeight = body === '' ? 0 : parameters.descriptionWeight;
    const total = (title === '' ? 0 : 1) + bodyWeight || 1;
    return [
      { text: title, share: 1 / total },
      { text: body, share: bodyWeight / total },
    ];
  };

  return {
    rank(offers, top, signal) {
      const kept = Math.min(top, count);
      const rankings = emptyRankings(offers.ids.length, kept);
      const dimensions = offers.vectors.length / Math.max(1, offers.ids.length);
      for (let start = 0; start < offers.ids.length; start += offersAtOnce) {
        throwIfCancelled(signal);
        const end = Math.min(start + offersAtOnce, offers.ids.length);
        const semantics = compareMeanings(offers.vectors.subarray(start * dimensions, end * dimensions));
        const titles = offers.titles.slice(start, end);
        const lexicals = index.likeness(titles.map((title, at) => wordsOf(title, offers.bodies[start + at] ?? '')));
        for (let offer = start; offer < end; offer += 1) {
          const from = (offer - start) * count;
          const isEmpty = offers.titles[offer] === '' && offers.bodies[offer] === '';
          if (isEmpty) semantics.fill(0, from, from + count);
          const lexicalWeight = lexicalWeightOf(offers.bodies[offer] ?? '', parameters);
          for (let at = 0; at < count; at += 1) {
            const mean = combineParts(semantics[from + at] ?? 0, lexicals[from + at] ?? 0, lexicalWeight);
            means[at] = mean * levelShare(offers.levels[offer] ?? 0, corpus.levels[at] ?? 0, parameters.levelWeight);
          }
          topRanked(means, kept).forEach((formation, rank) => {
            const at = offer * kept + rank;
            rankings.formationIds[at] = corpus.ids[formation] ?? 0;
            rankings.scores[at] = isEmpty ? 0 : toScore(means[formation] ?? 0, parameters);
            rankings.semantics[at] = semantics[from + formation] ?? 0;
            rankings.lexicals[at] = lexicals[from + formation] ?? 0;
          });
        }
      }
      return rankings;
    },
  };
}

/** Makes the function that gives the semantic parts of offers' vectors with all formations, offer after offer. */
function createSemantics(
  corpus: PackedItems,
  parameters: RankingParameters,
  occupations: Occupations | null,
): (vectors: Float32Array) => Float32Array {
  const dimensions = corpus.ids.length === 0 ? 0 : corpus.vectors.length / corpus.ids.length;
  const meanings = createUnitRows(corpus.vectors, dimensions);
  const { occupation } = parameters;
  if (!occupations || !occupation || dimensions === 0) {
    return (vectors) => {
      const semantics = meanings.products(vectors);
      for (let at = 0; at < semantics.length; at += 1) semantics[at] = toShare(semantics[at]);
      return semantics;
    };
  }
  const reader = createOccupationReader(occupations, occupation);
  const given = createCodeReader(occupations, occupation);
  const shareOccupations = createOccupationLikeness(reader, given, corpus, dimensions);
  return (vectors) => {
    const semantics = meanings.products(vectors);
    const shared = shareOccupations(vectors);
    for (let at = 0; at < semantics.length; at += 1) {
      semantics[at] = combineSemantics(toShare(semantics[at]), toShare(shared[at]), occupation);
    }
    return semantics;
  };
}

/**
 * Makes the function that gives what offers' vectors have in common with all formations by their occupations, offer after
 * offer. Of the parents a text is about only a few, and so few of the products are not 0.
 */
function createOccupationLikeness(
  reader: OccupationReader,
  codes: CodeReader,
  corpus: PackedItems,
  dimensions: number,
): (vectors: Float32Array) => Float32Array {
  const count = corpus.ids.length;
  const rows: OccupationRoots[] = [];
  const lengths = new Int32Array(reader.parentCount);
  reader.read(corpus.vectors, (row, parents, roots) => {
    const vector = corpus.vectors.subarray(row * dimensions, (row + 1) * dimensions);
    // A formation without text is about no occupation.
    const isEmpty = vector.every((value) => value === 0);
    const told = isEmpty ? noOccupation : { parents, roots };
    rows.push(codes.join(told, corpus.romeCodes[row] ?? []));
    rows[row]?.parents.forEach((parent) => (lengths[parent] = (lengths[parent] ?? 0) + 1));
  });
  const postings = createPostings(lengths);
  rows.forEach(({ parents, roots }, row) => {
    parents.forEach((parent, at) => postings.put(parent, row, roots[at] ?? 0));
  });
  let room = new Float32Array(0);
  return (vectors) => {
    const size = (vectors.length / dimensions) * count;
    if (room.length < size) room = new Float32Array(size);
    const likeness = room.subarray(0, size).fill(0);
    reader.read(vectors, (row, parents, roots) => {
      const own = likeness.subarray(row * count, (row + 1) * count);
      for (let at = 0; at < parents.length; at += 1) postings.add(parents[at] ?? 0, roots[at] ?? 0, own);
    });
    return likeness;
  };
}

/** A cosine as a share: what points the other way has nothing in common. */
function toShare(product: number | undefined): number {
  return Math.min(1, Math.max(0, product ?? 0));
}

/** In the order of their ids, so that the first of two equal ones has the smaller id. */
function sortedById(items: PackedItems): PackedItems {
  const order = [...items.ids.keys()].sort((left, right) => (items.ids[left] ?? 0) - (items.ids[right] ?? 0));
  const dimensions = order.length === 0 ? 0 : items.vectors.length / order.length;
  const vectors = new Float32Array(items.vectors.length);
  order.forEach((from, to) => {
    vectors.set(items.vectors.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  });
  return {
    ids: Int32Array.from(order, (index) => items.ids[index] ?? 0),
    titles: order.map((index) => items.titles[index] ?? ''),
    bodies: order.map((index) => items.bodies[index] ?? ''),
    levels: Int32Array.from(order, (index) => items.levels[index] ?? 0),
    romeCodes: order.map((index) => items.romeCodes[index] ?? []),
    vectors,
  };
}

function emptyRankings(offers: number, kept: number): PackedRankings {
  return {
    counts: new Int32Array(offers).fill(kept),
    formationIds: new Int32Array(offers * kept),
    scores: new Float32Array(offers * kept),
    semantics: new Float32Array(offers * kept),
    lexicals: new Float32Array(offers * kept),
  };
}
