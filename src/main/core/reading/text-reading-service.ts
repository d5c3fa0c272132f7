import type { TextToRank } from '../../../shared/domain/match';
import type { OccupationProposal } from '../../../shared/domain/reading/occupation-proposal';
import { readWorkPlace } from '../../../shared/domain/reading/read-work-place';
import type { WrittenReading } from '../../../shared/domain/reading/reading';
import { isInsufficient } from '../../../shared/domain/text/is-insufficient';
import { offerMatchText } from '../../../shared/domain/text/match-text';
import { embedTexts, type EmbeddingService } from '../embeddings/embedding-service';
import type { Embedder, Matcher } from '../ports';
import { readingOf, type ReadingParts } from './reading-service';

export interface TextReadingService {
  /**
   * What can be read in a text that nobody stored, as it would be for an offer. Throws `unavailable` (`model-…`,
   * `worker-stopped`), and `cancelled`.
   */
  read(text: TextToRank, signal: AbortSignal): Promise<WrittenReading>;
}

export interface TextReadingParts extends Pick<ReadingParts, 'database' | 'skillFinder'> {
  readonly embedder: Embedder;
  readonly embeddingService: EmbeddingService;
  readonly matcher: Pick<Matcher, 'occupations'>;
}

export function createTextReadingService(parts: TextReadingParts): TextReadingService {
  const { embedder, embeddingService, matcher } = parts;
  return {
    async read(said, signal) {
      const text = offerMatchText(said, said);
      const answer = (occupations: readonly OccupationProposal[]): WrittenReading => ({
        ...readingOf(parts, said, occupations),
        place: readWorkPlace(said.description),
      });
      if (isInsufficient(text)) return answer([]);
      const model = await embeddingService.model(signal);
      if (model.ranking.occupation === null) return answer([]);
      const vector = await embedTexts(embedder, model, [text], signal);
      const found = await matcher.occupations(vector, model.ranking.occupation, signal);
      return answer(found?.[0] ?? []);
    },
  };
}
