import { throwIfCancelled } from '../../../shared/domain/app-error';
import type { MatchText, OfferToPrepare } from '../../../shared/domain/text/match-text';
import { inTurns, stretchesOf } from '../db/in-turns';
import type { Database, WriteDb } from '../db/open';
import type { Embedder, EmbeddingModel } from '../ports';
import * as embeddingRepository from './embedding-repository';
import type { EmbeddingOwner, StoredEmbedding } from './embedding-repository';
import { embedTexts, textHash, vectorAt } from './embed-texts';

export { embedTexts, vectorAt } from './embed-texts';

/** A text whose vector is wanted. */
export interface OwnedText {
  readonly ownerId: number;
  readonly text: MatchText;
}

export interface EmbeddingService {
  /** The model of the application; throws `unavailable` (`model-missing`, `model-damaged`, `worker-stopped`), and `cancelled`. */
  model(signal: AbortSignal): Promise<EmbeddingModel>;
  /** What is compared of each of these offers, prepared beside the core. Throws `cancelled`. */
  prepareOffers(
    offers: readonly (OfferToPrepare & { readonly id: number })[],
    signal: AbortSignal,
  ): Promise<readonly OwnedText[]>;
  /** The stored vectors that are valid for these texts, by owner. */
  valid(owner: EmbeddingOwner, model: EmbeddingModel, texts: readonly OwnedText[]): ReadonlyMap<number, Float32Array>;
  /**
   * Computes and stores the vectors that `valid` does not have. `isCurrent` tells inside the writing transaction
   * whether a text is still the owner's: what changed meanwhile is dropped. Returns how many were computed.
   */
  embedMissing(
    owner: EmbeddingOwner,
    model: EmbeddingModel,
    texts: readonly OwnedText[],
    isCurrent: (db: WriteDb) => (ownerId: number) => boolean,
    signal: AbortSignal,
  ): Promise<number>;
  /** Removes the vectors of every other model. */
  forgetOtherModels(model: EmbeddingModel, signal: AbortSignal): Promise<void>;
}

/** Vectors removed in one transaction; others may write between two of them. */
const removedAtOnce = 500;

export function createEmbeddingService(database: Database, embedder: Embedder): EmbeddingService {
  const valid: EmbeddingService['valid'] = (owner, model, texts) => {
    const ownerIds = texts.map(({ ownerId }) => ownerId);
    const stored = embeddingRepository.findMany(database.read, owner, model.id, ownerIds);
    const vectors = new Map<number, Float32Array>();
    for (const { ownerId, text } of texts) {
      const found = stored.get(ownerId);
      if (found?.textHash === textHash(text, model)) vectors.set(ownerId, found.vector);
    }
    return vectors;
  };

  return {
    model: (signal) => embedder.model(signal),

    async prepareOffers(offers, signal) {
      const texts = await embedder.prepare(offers, signal);
      return offers.flatMap(({ id }, at) => {
        const text = texts[at];
        return text ? [{ ownerId: id, text }] : [];
      });
    },
    valid,

    async embedMissing(owner, model, texts, isCurrent, signal) {
      const known = valid(owner, model, texts);
      const missing = texts.filter(({ ownerId }) => !known.has(ownerId));
      if (missing.length === 0) return 0;
      const vectors = await embedTexts(
        embedder,
        model,
        missing.map(({ text }) => text),
        signal,
      );
      throwIfCancelled(signal);
      // Somebody may have put another model into the folder while the process was being started anew.
      if ((await embedder.model(signal)).id !== model.id)
        throw new Error('The model changed while texts were embedded.');
      const computed = missing.map(({ ownerId, text }, row): StoredEmbedding => ({
        ownerId,
        textHash: textHash(text, model),
        vector: vectorAt(vectors, row, model.dimensions),
      }));
      await database.write((db) => {
        const isStill = isCurrent(db);
        const current = computed.filter(({ ownerId }) => isStill(ownerId));
        embeddingRepository.replaceMany(db, owner, model.id, current);
      });
      return missing.length;
    },

    async forgetOtherModels(model, signal) {
      const ids = embeddingRepository.idsOfOtherModels(database.read, model.id);
      for (const stretch of stretchesOf(ids, removedAtOnce)) {
        throwIfCancelled(signal);
        await database.write((db) => inTurns(stretch, (id) => embeddingRepository.remove(db, id)));
      }
    },
  };
}
