import { throwIfCancelled } from '../../../shared/domain/app-error';
import { combineScores, type RankingParameters } from '../../../shared/domain/score';
import type { PackedItems, PackedRankings } from '../contracts';
import { buildCharIndex } from './char-index';
import { dotProducts } from './dot-products';
import { topRanked } from './top-ranked';

/** Ranks offers against the formations that it was made for. */
export interface Ranker {
  /** The `top` best formations of each offer, best first, equal scores by formation id. Exact: every pair is compared. */
  rank(offers: PackedItems, top: number, signal: AbortSignal): PackedRankings;
}

/** Prepares formations for ranking; their vectors and those of the offers must be of one model. */
export function createRanker(formations: PackedItems, parameters: RankingParameters): Ranker {
  const order = [...formations.ids.keys()].sort(
    (left, right) => (formations.ids[left] ?? 0) - (formations.ids[right] ?? 0),
  );
  const count = order.length;
  const ids = Int32Array.from(order, (index) => formations.ids[index] ?? 0);
  const dimensions = count === 0 ? 0 : formations.vectors.length / count;
  const vectors = reorder(formations.vectors, order, dimensions);
  const index = buildCharIndex(order.map((position) => formations.titles[position] ?? ''));
  const lexical = new Float32Array(count);
  const ofBody = new Float32Array(count);
  const scores = new Float32Array(count);

  /** The weighted mean of what title and body share with each formation; a part that is empty does not count. */
  const compareWords = (title: string, body: string): void => {
    const titleWeight = title === '' ? 0 : 1;
    const bodyWeight = body === '' ? 0 : parameters.descriptionWeight;
    const total = titleWeight + bodyWeight || 1;
    index.score(title, lexical);
    index.score(body, ofBody);
    for (let formation = 0; formation < count; formation += 1) {
      const sum = titleWeight * (lexical[formation] ?? 0) + bodyWeight * (ofBody[formation] ?? 0);
      lexical[formation] = sum / total;
    }
  };

  return {
    rank(offers, top, signal) {
      const offerCount = offers.ids.length;
      const kept = Math.min(top, count);
      const rankings = emptyRankings(offerCount, kept);
      const semantic = dotProducts(offers.vectors, vectors, dimensions);
      for (let offer = 0; offer < offerCount; offer += 1) {
        throwIfCancelled(signal);
        const title = offers.titles[offer] ?? '';
        const body = offers.bodies[offer] ?? '';
        compareWords(title, body);
        const isEmpty = title === '' && body === '';
        const row = semantic.subarray(offer * count, (offer + 1) * count);
        for (let formation = 0; formation < count; formation += 1) {
          const similarity = Math.min(1, Math.max(0, row[formation] ?? 0));
          row[formation] = similarity;
          scores[formation] = isEmpty ? 0 : combineScores(similarity, lexical[formation] ?? 0, parameters);
        }
        topRanked(scores, kept).forEach((formation, rank) => {
          const at = offer * kept + rank;
          rankings.formationIds[at] = ids[formation] ?? 0;
          rankings.scores[at] = scores[formation] ?? 0;
          rankings.semantics[at] = row[formation] ?? 0;
          rankings.lexicals[at] = lexical[formation] ?? 0;
        });
      }
      return rankings;
    },
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

function reorder(vectors: Float32Array, order: readonly number[], dimensions: number): Float32Array {
  const sorted = new Float32Array(vectors.length);
  order.forEach((from, to) => {
    sorted.set(vectors.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  });
  return sorted;
}
