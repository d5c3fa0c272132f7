import type { GroupHandlers } from '../../../shared/contract/define';
import type { offerDuplicates } from '../../../shared/contract/offer-duplicates';
import type { OfferDuplicatesService } from './offer-duplicates-service';

export function createOfferDuplicateHandlers(service: OfferDuplicatesService): GroupHandlers<typeof offerDuplicates> {
  return {
    page: (request) => service.page(request),
    decide: async (decision) => {
      await service.decide(decision);
      return null;
    },
    takeBack: async (pair) => {
      await service.takeBack(pair);
      return null;
    },
    decided: (page) => service.decided(page),
    keptFor: ({ offerId }) => service.keptFor(offerId),
  };
}
