import { throwIfCancelled } from '../../../shared/domain/app-error';
import { combineParts, toScore, type RankingParameters } from '../../../shared/domain/score';
import type { PackedItems, PackedRankings } from '../contracts';
import { buildCharIndex } from './char-index';
import { topRanked } from './top-ranked';
import { createWeightedRows, type WeightedRows } from './weighted-rows';

/** Ranks offers against the formations that it was made for. */
export interface Ranker {
  /**
   * The `top` best formations of each offer, best first, equal scores by formation id. Exact: every pair is compared.
   * Throws `cancelled`.
   */
  rank(offers: PackedItems, top: number, signal: AbortSignal): PackedRankings;
}

/**
 * Prepares formations for ranking as models/training/ranking.md specifies it; their vectors and those of the offers must
 * be of one model.
 */
export function createRanker(formations: PackedItems, parameters: RankingParameters): Ranker {
  // In the order of their ids, so that the first of two equal ones has the smaller id.
  const order = [...formations.ids.keys()].sort(
    (left, right) => (formations.ids[left] ?? 0) - (formations.ids[right] ?? 0),
  );
  const count = order.length;
  const ids = Int32Array.from(order, (index) => formations.ids[index] ?? 0);
  const dimensions = count === 0 ? 0 : formations.vectors.length / count;
  const meaning = toColumns(formations.vectors, order, dimensions);
  const index = buildCharIndex(order.map((position) => formations.titles[position] ?? ''));
  const lexical = new Float32Array(count);
  const raw = new Float32Array(count);

  /** Compares by meaning: the products with all formations at once, those below 0 taken for 0. */
  const compareMeaning = (vector: Float32Array): void => {
    meaning.weights.set(vector);
    meaning.sums.fill(0);
    meaning.add(dimensions);
    for (let formation = 0; formation < count; formation += 1) {
      meaning.sums[formation] = Math.min(1, Math.max(0, meaning.sums[formation] ?? 0));
    }
  };
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
      for (let offer = 0; offer < offers.ids.length; offer += 1) {
        throwIfCancelled(signal);
        const title = offers.titles[offer] ?? '';
        const body = offers.bodies[offer] ?? '';
        const isEmpty = title === '' && body === '';
        compareMeaning(offers.vectors.subarray(offer * dimensions, (offer + 1) * dimensions));
        compareWords(title, body);
        for (let formation = 0; formation < count; formation += 1) {
          raw[formation] = combineParts(meaning.sums[formation] ?? 0, lexical[formation] ?? 0, parameters);
        }
        topRanked(raw, kept).forEach((formation, rank) => {
          const at = offer * kept + rank;
          rankings.formationIds[at] = ids[formation] ?? 0;
          rankings.scores[at] = isEmpty ? 0 : toScore(raw[formation] ?? 0, parameters);
          rankings.semantics[at] = meaning.sums[formation] ?? 0;
          rankings.lexicals[at] = lexical[formation] ?? 0;
        });
      }
      return rankings;
    },
  };
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

/** The vectors as columns, so that all products with one vector are a sum of weighted rows: one row a dimension. */
function toColumns(vectors: Float32Array, order: readonly number[], dimensions: number): WeightedRows {
  const columns = createWeightedRows(dimensions, order.length);
  order.forEach((from, column) => {
    for (let row = 0; row < dimensions; row += 1) columns.set(row, column, vectors[from * dimensions + row] ?? 0);
  });
  columns.indexes.forEach((_, row) => (columns.indexes[row] = row));
  return columns;
}
