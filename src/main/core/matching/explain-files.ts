import { wordWeights } from '../../../shared/domain/explanation/word-weights';
import type { PairReasons } from '../../../shared/domain/explanation/explanation';
import { batchesOf } from '../../../shared/util/batches-of';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import type { EmbeddingModel } from '../ports';
import { explainPair, readFormations, readOffers, type ExplainedFormation, type ExplainParts } from './explain-pair';
import type { FileFormation, RankedOffer, ReasonColumn } from './match-files';

export interface ExplainFilesParts extends ExplainParts {
  /** Puts the reasons of a pair into one sentence; `isProposed` unless its score is under the threshold of the model. */
  readonly reasonOf: (reasons: PairReasons, isProposed: boolean) => string;
}

/** Offers that are taken apart at once, and pairs whose formations are. */
const batchSize = 64;
/** Taken apart, a formation is some 25 KB; more of them than this are taken apart again. */
const keptFormations = 2_000;

/**
 * The last column of `matchFiles`: a sentence a pair that says why. A formation is taken apart when a pair first names
 * it, so that few offers cost little beside many formations.
 */
export function createReasonColumn(parts: ExplainFilesParts): ReasonColumn {
  return {
    open(formations, model) {
      const weightOf = wordWeights(formations.map(({ title, body }) => `${title} ${body}`));
      const explainedOf = createFormationReader(parts, formations, model);
      return async (offers, signal) => {
        const reasons: string[] = [];
        for (const batch of batchesOf(offers, batchSize)) {
          const read = await readRanked(parts, model, batch, signal);
          const pairs = batch.flatMap((offer, row) => offer.pairs.map((scores) => ({ row, scores })));
          for (const some of batchesOf(pairs, batchSize)) {
            const places = some.map(({ scores }) => scores.formationId);
            const explained = await explainedOf(places, signal);
            for (const { row, scores } of some) {
              const [offer, formation] = [read[row], explained.get(scores.formationId)];
              if (!offer || !formation) throw new Error(`Formation ${scores.formationId} or its offer was not read.`);
              const isProposed = scores.score >= model.ranking.threshold;
              reasons.push(parts.reasonOf(explainPair(offer, formation, scores, model, weightOf), isProposed));
            }
          }
        }
        return reasons;
      };
    },
  };
}

function readRanked(parts: ExplainParts, model: EmbeddingModel, batch: readonly RankedOffer[], signal: AbortSignal) {
  const offers = batch.map(({ draft: { offer, contact } }) => {
    const { title, description, skills, city, levels, contractType } = offer;
    const { companyName: company, contactName } = contact;
    return { title, description, skills, city, levels, contractType, company, contact: contactName };
  });
  const vectors = joined(batch.map(({ vector }) => vector));
  return readOffers(parts, model, offers, vectors, signal);
}

/** Makes the function that takes apart the formations at some places, and keeps what it lately took apart. */
function createFormationReader(parts: ExplainParts, formations: readonly FileFormation[], model: EmbeddingModel) {
  const known = createBoundedMap<number, ExplainedFormation>(keptFormations);
  return async (places: readonly number[], signal: AbortSignal): Promise<ReadonlyMap<number, ExplainedFormation>> => {
    const found = new Map<number, ExplainedFormation>();
    const missing: { readonly place: number; readonly formation: FileFormation }[] = [];
    for (const place of new Set(places)) {
      const [explained, formation] = [known.get(place), formations[place]];
      if (explained) found.set(place, explained);
      else if (formation) missing.push({ place, formation });
    }
    if (missing.length === 0) return found;
    const drafts = missing.map(({ formation }) => formation.draft);
    const vectors = joined(missing.map(({ formation }) => formation.vector));
    const read = await readFormations(parts, model, drafts, vectors, signal);
    missing.forEach(({ place }, row) => {
      const explained = read[row];
      if (!explained) return;
      found.set(place, explained);
      known.set(place, explained);
    });
    return found;
  };
}

/** Vectors row after row. */
function joined(vectors: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(vectors.reduce((length, vector) => length + vector.length, 0));
  let next = 0;
  for (const vector of vectors) {
    all.set(vector, next);
    next += vector.length;
  }
  return all;
}
