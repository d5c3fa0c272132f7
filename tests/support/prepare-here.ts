import type { Embedder } from '../../src/main/core/ports';
import { offerMatchText } from '../../src/shared/domain/text/match-text';

/** The real preparation, in this thread. */
export const prepareHere: Embedder['prepare'] = (offers) =>
  Promise.resolve(offers.map((offer) => offerMatchText(offer, offer)));
