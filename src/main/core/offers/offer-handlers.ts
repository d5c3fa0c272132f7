import type { GroupHandlers } from '../../../shared/contract/define';
import type { offers } from '../../../shared/contract/offers';
import type { OfferEditingService, SavedOffer } from './offer-editing-service';
import type { ReadingService } from '../reading/reading-service';
import type { TextReadingService } from '../reading/text-reading-service';
import type { OfferService } from './offer-service';
import type { Ports } from '../ports';

export interface OfferHandlerParts extends Pick<Ports, 'documentReader' | 'fileStore'> {
  readonly offerService: OfferService;
  readonly offerEditingService: OfferEditingService;
  readonly readingService: Pick<ReadingService, 'ofOffer'>;
  readonly textReadingService: TextReadingService;
  /** Called after what makes an offer ready to be looked at. */
  readonly startRanking: () => Promise<unknown>;
  /** Called after what somebody may go on writing. */
  readonly rankSoon: () => void;
}

export function createOfferHandlers(parts: OfferHandlerParts): GroupHandlers<typeof offers> {
  const { offerService: service, offerEditingService: editing, readingService: reading } = parts;
  const { documentReader, fileStore, startRanking, rankSoon, textReadingService } = parts;
  const ranked = async (saved: SavedOffer): Promise<SavedOffer> => {
    await startRanking();
    return saved;
  };
  const rankedSoon = (saved: SavedOffer): SavedOffer => {
    rankSoon();
    return saved;
  };
  return {
    list: (request) => service.list(request),
    get: ({ offerId }) => service.get(offerId),
    reading: ({ offerId }) => reading.ofOffer(offerId),
    due: () => service.due(),
    facets: (request) => service.facets(request),
    edit: ({ offerId }) => editing.read(offerId),
    save: async (request) => rankedSoon(await editing.save(request)),
    act: async (request) => {
      const acted = await editing.act(request);
      await (request.action === 'publish' ? ranked(acted) : rankedSoon(acted));
      return acted;
    },
    takeBack: async (request) => rankedSoon(await editing.takeBack(request)),
    duplicate: async ({ offerId }) => rankedSoon(await editing.duplicate(offerId)),
    remove: async ({ offerId }) => {
      await editing.remove(offerId);
      return null;
    },
    restore: async ({ offerId }) => {
      await editing.restore(offerId);
      await startRanking();
      return null;
    },
    deleted: () => editing.deleted(),
    emptyBin: async () => {
      await editing.emptyTrash('all');
      return null;
    },
    readText: (text, signal) => textReadingService.read(text, signal),
    readDocument: async ({ fileId }, signal) => {
      const { path, name } = fileStore.locate(fileId);
      try {
        return await documentReader.read(path, name, signal);
      } finally {
        // Nobody asked to keep it, and its text may be searched with and never saved.
        fileStore.discard(fileId);
      }
    },
    alike: ({ form, offerId }) => [...editing.alike(form, offerId)],
    check: async ({ form, offerId }) => [...(await editing.check(form, offerId))],
  };
}
