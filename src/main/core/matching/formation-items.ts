import { embedTexts, vectorAt, type EmbeddingService, type OwnedText } from '../embeddings/embedding-service';
import type { Embedder, EmbeddingModel, MatchItem } from '../ports';

/**
 * Formations as the matcher takes them, by id. Vectors that are not stored yet are computed and not stored: a ranking is
 * about to, and whoever asks now need not wait for it. Throws what the embedder throws.
 */
export async function readItems(
  { embedder, embeddingService }: { readonly embedder: Embedder; readonly embeddingService: EmbeddingService },
  model: EmbeddingModel,
  formations: readonly OwnedText[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, MatchItem>> {
  const stored = embeddingService.valid('formation', model, formations);
  const missing = formations.filter(({ ownerId }) => !stored.has(ownerId));
  const computed = await embedTexts(
    embedder,
    model,
    missing.map(({ text }) => text),
    signal,
  );
  const rows = new Map(missing.map(({ ownerId }, row) => [ownerId, vectorAt(computed, row, model.dimensions)]));
  const items = formations.flatMap(({ ownerId: id, text }): readonly [number, MatchItem][] => {
    const vector = stored.get(id) ?? rows.get(id);
    return vector ? [[id, { id, ...text, vector }]] : [];
  });
  return new Map(items);
}
