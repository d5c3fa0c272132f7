import { throwIfCancelled } from '../../../shared/domain/app-error';
import { combineParts, combineSemantics, toScore, type RankingParameters } from '../../../shared/domain/score';
import type { PackedItems, PackedRankings } from '../contracts';
import { buildCharIndex } from './char-index';
import { createOccupationReader, type OccupationReader, type Occupations } from './occupations';
import { topRanked } from './top-ranked';
import { createColumns } from '../simd/weighted-rows';

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
  const index = buildCharIndex(corpus.titles);
  const lexical = new Float32Array(count);
  const means = new Float32Array(count);

  /** Compares by words: the weighted mean of title and body; a part that is empty does not count. */
  const compareWords = (title: string, body: string): void => {
    const total = (title === '' ? 0 : 1) + (body === '' ? 0 : parameters.descriptionWeight) || 1;
    lexical.fill(0);
    if (title !== '') addScaled(lexical, index.score(title), 1 / total);
    if (body !== '') addScaled(lexical, index.score(body), parameters.descriptionWeight / total);
  };

  return {
    rank(offers, top, signal) {
      const kept = Math.min(top, count);
      const rankings = emptyRankings(offers.ids.length, kept);
      const semantics = compareMeanings(offers.vectors);
      for (let offer = 0; offer < offers.ids.length; offer += 1) {
        throwIfCancelled(signal);
        const title = offers.titles[offer] ?? '';
        const body = offers.bodies[offer] ?? '';
        const isEmpty = title === '' && body === '';
        const semantic = semantics.subarray(offer * count, (offer + 1) * count);
        if (isEmpty) semantic.fill(0);
        compareWords(title, body);
        for (let formation = 0; formation < count; formation += 1) {
          means[formation] = combineParts(semantic[formation] ?? 0, lexical[formation] ?? 0, parameters);
        }
        topRanked(means, kept).forEach((formation, rank) => {
          const at = offer * kept + rank;
          rankings.formationIds[at] = corpus.ids[formation] ?? 0;
          rankings.scores[at] = isEmpty ? 0 : toScore(means[formation] ?? 0, parameters);
          rankings.semantics[at] = semantic[formation] ?? 0;
          rankings.lexicals[at] = lexical[formation] ?? 0;
        });
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
  const meanings = createColumns(corpus.vectors, dimensions);
  const { occupation } = parameters;
  if (!occupations || !occupation || dimensions === 0) return (vectors) => clamp(meanings.products(vectors));
  const reader = createOccupationReader(occupations, occupation);
  const formationRoots = createColumns(rootsOfTexts(reader, corpus, dimensions), reader.parentCount);
  return (vectors) => {
    const semantics = clamp(meanings.products(vectors));
    const shared = clamp(formationRoots.products(reader.roots(vectors)));
    for (let at = 0; at < semantics.length; at += 1) {
      semantics[at] = combineSemantics(semantics[at] ?? 0, shared[at] ?? 0, occupation);
    }
    return semantics;
  };
}

/** A formation without text is about no occupation. */
function rootsOfTexts(reader: OccupationReader, corpus: PackedItems, dimensions: number): Float32Array {
  const roots = reader.roots(corpus.vectors);
  corpus.ids.forEach((_, row) => {
    const vector = corpus.vectors.subarray(row * dimensions, (row + 1) * dimensions);
    if (vector.every((value) => value === 0)) roots.fill(0, row * reader.parentCount, (row + 1) * reader.parentCount);
  });
  return roots;
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
    vectors,
  };
}

function clamp(values: Float32Array): Float32Array {
  for (let at = 0; at < values.length; at += 1) values[at] = Math.min(1, Math.max(0, values[at] ?? 0));
  return values;
}

function addScaled(into: Float32Array, values: Float32Array, scale: number): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) + scale * (values[at] ?? 0);
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
