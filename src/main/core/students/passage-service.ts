import type { OfferPassage } from '../../../shared/contract/students';
import { AppError } from '../../../shared/domain/app-error';
import { offerPassages, type TellingPassage } from '../../../shared/domain/explanation/told-text';
import type { OfferId } from '../../../shared/domain/ids';
import type { Offer } from '../../../shared/domain/offer';
import { dotRows } from '../../../shared/util/dot-rows';
import { embedTexts, type EmbeddingService } from '../embeddings/embedding-service';
import { publicOffer } from '../kiosk/public-offer';
import type { OfferService } from '../offers/offer-service';
import type { Embedder } from '../ports';
import { wishText } from '../search/wish-text';

export interface PassageService {
  /**
   * Of each offer the sentence that comes closest to a text by its meaning, as students see it, in the order of the ids; none
   * of an offer of which no sentence comes close, of a draft or one that does not exist. Nothing where the text says too
   * little or there is no model. Throws `cancelled`.
   */
  nearest(text: string, offerIds: readonly OfferId[], signal: AbortSignal): Promise<OfferPassage[]>;
}

export interface PassageParts {
  readonly embedder: Embedder;
  readonly embeddingService: Pick<EmbeddingService, 'model'>;
  readonly offerService: Pick<OfferService, 'get'>;
}

/** Sentences further away say something else: of the sample's offers found by meaning, about two in three have one. */
const leastSimilarity = 0.35;

interface OwnPassage {
  readonly offerId: OfferId;
  readonly passage: TellingPassage;
}

export function createPassageService({ embedder, embeddingService, offerService }: PassageParts): PassageService {
  return {
    async nearest(text, offerIds, signal) {
      const wish = wishText(text);
      const own = wish === null ? [] : offerIds.flatMap((offerId) => passagesOf(offerService, offerId));
      if (wish === null || own.length === 0) return [];
      try {
        const model = await embeddingService.model(signal);
        const wanted = await embedTexts(embedder, model, [wish], signal);
        const prepared = own.map(({ passage }) => passage.prepared);
        return bestOfEach(own, wanted, await embedder.embed(prepared, signal), model.dimensions);
      } catch (error) {
        // Offers are found by their words all the same; what is wrong with the model is told where the model is shown.
        if (error instanceof AppError && error.code === 'unavailable') return [];
        throw error;
      }
    },
  };
}

function passagesOf(offerService: PassageParts['offerService'], offerId: OfferId): readonly OwnPassage[] {
  const offer = shownOffer(offerService, offerId);
  if (offer === null) return [];
  const identity = { company: offer.company?.name ?? null, contact: null, city: offer.city };
  return offerPassages(offer, identity)
    .filter(({ field }) => field === 'description')
    .map((passage) => ({ offerId, passage }));
}

/** Null for an offer that is gone, or that students do not see. */
function shownOffer(offerService: PassageParts['offerService'], offerId: OfferId): Offer | null {
  try {
    return publicOffer(offerService.get(offerId));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

function bestOfEach(
  own: readonly OwnPassage[],
  wanted: Float32Array,
  vectors: Float32Array,
  dimensions: number,
): OfferPassage[] {
  const best = new Map<OfferId, { readonly similarity: number; readonly text: string }>();
  own.forEach(({ offerId, passage }, row) => {
    const similarity = dotRows(vectors, row, wanted, 0, dimensions);
    if (similarity < leastSimilarity || similarity <= (best.get(offerId)?.similarity ?? 0)) return;
    best.set(offerId, { similarity, text: passage.text.replace(/\s+/g, ' ') });
  });
  return [...best].map(([offerId, { text }]) => ({ offerId, text }));
}
