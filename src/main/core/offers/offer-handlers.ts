import type { GroupHandlers } from '../../../shared/contract/define';
import type { offers } from '../../../shared/contract/offers';
import type { OfferService } from './offer-service';

export function createOfferHandlers(service: OfferService): GroupHandlers<typeof offers> {
  return {
    list: (request) => service.list(request),
    get: ({ offerId }) => service.get(offerId),
    facets: () => service.facets(),
  };
}
