import type { GroupHandlers } from '../../../shared/contract/define';
import type { matches } from '../../../shared/contract/matches';
import type { ExplainService } from './explain-service';
import type { MatchingService } from './matching-service';
import type { PreviewService } from './preview-service';

export function createMatchesHandlers(
  matchingService: MatchingService,
  explainService: ExplainService,
  previewService: PreviewService,
): GroupHandlers<typeof matches> {
  return {
    ofOffer: ({ offerId }) => matchingService.ofOffer(offerId),
    explain: ({ offerId, formationId }, signal) => explainService.explain(offerId, formationId, signal),
    explainText: ({ text, formationId }, signal) => explainService.explainText(text, formationId, signal),
    preview: (text, signal) => previewService.preview(text, signal),
    refresh: async () => ({ jobId: await matchingService.refresh() }),
    embed: async () => ({ jobId: await matchingService.embed() }),
  };
}
