import type { GroupHandlers } from '../../../shared/contract/define';
import type { matches } from '../../../shared/contract/matches';
import type { MatchingService } from './matching-service';

export function createMatchesHandlers(matchingService: MatchingService): GroupHandlers<typeof matches> {
  return {
    ofOffer: ({ offerId }) => matchingService.ofOffer(offerId),
    refresh: async () => ({ jobId: await matchingService.refresh() }),
    embed: async () => ({ jobId: await matchingService.embed() }),
  };
}
