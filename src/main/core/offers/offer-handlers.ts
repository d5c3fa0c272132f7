import type { GroupHandlers } from '../../../shared/contract/define';
import type { offers } from '../../../shared/contract/offers';
import type { OfferEditingService, SavedOffer } from './offer-editing-service';
import type { ReadingService } from '../reading/reading-service';
import type { OfferService } from './offer-service';

/** `startRanking` is called after what makes an offer ready to be looked at. */
export function createOfferHandlers(
  service: OfferService,
  editing: OfferEditingService,
  startRanking: () => Promise<unknown>,
  reading: Pick<ReadingService, 'ofOffer'>,
): GroupHandlers<typeof offers> {
  const ranked = async (saved: SavedOffer): Promise<SavedOffer> => {
    await startRanking();
    return saved;
  };
  return {
    list: (request) => service.list(request),
    get: ({ offerId }) => service.get(offerId),
    reading: ({ offerId }) => reading.ofOffer(offerId),
    facets: () => service.facets(),
    edit: ({ offerId }) => editing.read(offerId),
    save: (request) => editing.save(request),
    act: async (request) => {
      const saved = await editing.act(request);
      return request.action === 'publish' ? ranked(saved) : saved;
    },
    duplicate: ({ offerId }) => editing.duplicate(offerId),
    remove: async ({ offerId }) => {
      await editing.remove(offerId);
      return null;
    },
    restore: async ({ offerId }) => {
      await editing.restore(offerId);
      return null;
    },
    check: async ({ form, offerId }) => [...(await editing.check(form, offerId))],
  };
}
