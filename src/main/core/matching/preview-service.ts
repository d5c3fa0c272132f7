import type { FormationId } from '../../../shared/domain/ids';
import { keptMatches, type MatchPreview, type TextToRank } from '../../../shared/domain/match';
import { isInsufficient } from '../../../shared/domain/text/is-insufficient';
import { offerMatchText } from '../../../shared/domain/text/match-text';
import { embedTexts, type EmbeddingService } from '../embeddings/embedding-service';
import type { FormationService } from '../formations/formation-service';
import type { Embedder, EmbeddingModel, MatchCorpus, Matcher, RankedFormation } from '../ports';
import { readItems } from './formation-items';
import * as matchRepository from './match-repository';
import { readFormations, type RankingParts } from './rank-stale-offers';

export interface PreviewService {
  /**
   * The formations that a text suits, best first, exactly as they would be stored for an offer of that text; nothing is
   * stored. Throws `unavailable` (`model-missing`, `model-damaged`, `worker-stopped`), and `cancelled`.
   */
  preview(text: TextToRank, signal: AbortSignal): Promise<MatchPreview>;
}

export interface PreviewParts extends Pick<RankingParts, 'database' | 'settingService'> {
  readonly embedder: Embedder;
  readonly matcher: Matcher;
  readonly embeddingService: EmbeddingService;
  readonly formationService: FormationService;
}

/** All formations as one model sees them. */
interface Corpus extends MatchCorpus {
  readonly stamp: string;
  readonly modelId: string;
}

/** Enough to see in which direction a text points. */
const shownBelowThreshold = 5;
/** The one text of a call; no offer has it. */
const previewId = 1;

export function createPreviewService(parts: PreviewParts): PreviewService {
  const { database, embedder, embeddingService, formationService, matcher, settingService } = parts;
  let current: Corpus | null = null;

  const corpusOf = async (model: EmbeddingModel, signal: AbortSignal): Promise<Corpus> => {
    const stamp = matchRepository.formationsStamp(database.read);
    if (current?.stamp === stamp && current.modelId === model.id) return current;
    const { formations, version } = readFormations(parts, model);
    const items = await readItems(parts, model, formations, signal);
    current = { stamp, modelId: model.id, version, formations: [...items.values()], parameters: model.ranking };
    return current;
  };
  const toMatch = ({ formationId, score, semantic, lexical }: RankedFormation, index: number) => {
    // Ids went to the matcher as those of formations.
    const { id, title, diplomaType, level, component } = formationService.get(formationId as FormationId);
    const formation = { id, title, diplomaType, level, component: component?.name ?? null };
    return { rank: index + 1, score, semantic, lexical, formation };
  };

  return {
    async preview(said, signal) {
      const text = offerMatchText(said, said);
      const model = await embeddingService.model(signal);
      const about = { modelId: model.id, matches: [], nearest: [] };
      if (isInsufficient(text)) return { ...about, outcome: 'insufficient-text' };
      const corpus = await corpusOf(model, signal);
      if (corpus.formations.length === 0) return { ...about, outcome: 'no-formations' };
      const vector = await embedTexts(embedder, model, [text], signal);
      const [ranking] = await matcher.rank(corpus, [{ id: previewId, ...text, vector }], keptMatches, signal);
      const threshold = settingService.get().matchThreshold ?? model.ranking.threshold;
      const proposed = (ranking?.formations ?? []).filter(({ score }) => score >= threshold);
      return {
        ...about,
        outcome: proposed.length > 0 ? 'ranked' : 'no-suitable-formation',
        matches: proposed.map(toMatch),
        nearest: proposed.length > 0 ? [] : (ranking?.formations ?? []).slice(0, shownBelowThreshold).map(toMatch),
      };
    },
  };
}
