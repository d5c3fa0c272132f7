import type { WordWeight } from '../../../shared/domain/explanation/best-passages';
import { wordWeights } from '../../../shared/domain/explanation/word-weights';
import type { FormationId } from '../../../shared/domain/ids';
import type { SkillFinder } from '../../../shared/domain/reading/skill-finder';
import { createBoundedMap, type BoundedMap } from '../../../shared/util/bounded-map';
import type { EmbeddingService } from '../embeddings/embedding-service';
import type { Embedder, EmbeddingModel, Matcher, MatchItem } from '../ports';
import type { ExplainedFormation } from './explain-pair';
import { readItems } from './formation-items';
import { readFormations, type RankingParts } from './rank-stale-offers';
import * as matchRepository from './match-repository';

export interface ExplainCorpusParts extends Pick<RankingParts, 'database' | 'settingService'> {
  readonly embedder: Embedder;
  readonly matcher: Matcher;
  readonly skillFinder: SkillFinder;
  readonly embeddingService: EmbeddingService;
}

/** All formations as one model sees them, kept until one of them changes. */
export interface ExplainCorpus {
  readonly stamp: string;
  readonly model: EmbeddingModel;
  /** Names the formations to the matcher, as rankings do. */
  readonly version: string;
  readonly items: ReadonlyMap<number, MatchItem>;
  readonly weightOf: WordWeight;
  /** Formations that were explained lately, taken apart. */
  readonly explained: BoundedMap<FormationId, ExplainedFormation>;
}

/** Taken apart, a formation is some 25 KB. */
const keptFormations = 200;

/** Makes the function that gives the corpus of now; `model` is the present one. It reads the formations when one changed. */
export function createCorpusReader(
  parts: ExplainCorpusParts,
): (model: EmbeddingModel, signal: AbortSignal) => Promise<ExplainCorpus> {
  let current: ExplainCorpus | null = null;
  return async (model, signal) => {
    const stamp = matchRepository.formationsStamp(parts.database.read);
    if (current?.stamp !== stamp || current.model.id !== model.id)
      current = await readCorpus(parts, model, stamp, signal);
    return current;
  };
}

async function readCorpus(
  parts: ExplainCorpusParts,
  model: EmbeddingModel,
  stamp: string,
  signal: AbortSignal,
): Promise<ExplainCorpus> {
  const { formations, version } = readFormations(parts, model);
  return {
    ...{ stamp, model, version },
    items: await readItems(parts, model, formations, signal),
    weightOf: wordWeights(formations.map(({ text }) => `${text.title} ${text.body}`)),
    explained: createBoundedMap(keptFormations),
  };
}
