import type { GroupHandlers } from '../../../shared/contract/define';
import type { decisions } from '../../../shared/contract/decisions';
import type { DecisionService } from './decision-service';

export function createDecisionHandlers(service: DecisionService): GroupHandlers<typeof decisions> {
  return {
    ofOffer: ({ offerId }) => service.ofOffer(offerId),
    chosen: ({ offerId }) => [...service.chosenFormations(offerId)],
    decide: async (request) => ({ decisionId: await service.decide(request) }),
    move: async (request) => ({ decisionId: await service.move(request) }),
    annotate: async (request) => ({ decisionId: await service.annotate(request) }),
    takeBack: async ({ decisionId }) => ({ decisionId: await service.takeBack(decisionId) }),
    quality: () => service.quality(),
  };
}
