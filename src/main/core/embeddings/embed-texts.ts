import { createHash } from 'node:crypto';
import type { MatchText } from '../../../shared/domain/text/match-text';
import type { Embedder, EmbeddingModel } from '../ports';

/**
 * Embeds texts of two parts: the unit vector of title + weight × body, a part that is empty left out; zeros for a text
 * of two empty parts. Row after row, `texts.length × dimensions`. Throws what the embedder throws.
 */
export async function embedTexts(
  embedder: Embedder,
  model: EmbeddingModel,
  texts: readonly MatchText[],
  signal: AbortSignal,
): Promise<Float32Array> {
  const parts: string[] = [];
  const shares: { readonly row: number; readonly weight: number }[] = [];
  texts.forEach((text, row) => {
    const bodyWeight = bodyWeightOf(text, model);
    if (text.title !== '') shares.push({ row, weight: parts.push(text.title) && 1 });
    if (text.body !== '' && bodyWeight > 0) shares.push({ row, weight: parts.push(text.body) && bodyWeight });
  });
  const vectors = new Float32Array(texts.length * model.dimensions);
  if (parts.length === 0) return vectors;
  const embedded = await embedder.embed(parts, signal);
  shares.forEach(({ row, weight }, part) => {
    const from = part * model.dimensions;
    const to = row * model.dimensions;
    for (let at = 0; at < model.dimensions; at += 1) {
      vectors[to + at] = (vectors[to + at] ?? 0) + weight * (embedded[from + at] ?? 0);
    }
  });
  for (let row = 0; row < texts.length; row += 1) normalize(vectorAt(vectors, row, model.dimensions));
  return vectors;
}

/** Row `row` of vectors that lie one after the other, as a view. */
export function vectorAt(vectors: Float32Array, row: number, dimensions: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions);
}

/** Changes with anything that the vector of `embedTexts` depends on, its model aside. */
export function textHash(text: MatchText, model: EmbeddingModel): string {
  const content = `${bodyWeightOf(text, model)}\n${text.title}\n${text.body}`;
  return createHash('sha256').update(content).digest('base64url');
}

function bodyWeightOf({ kind }: MatchText, { ranking }: EmbeddingModel): number {
  return kind === 'offer' ? ranking.descriptionWeight : ranking.formationDescriptionWeight;
}

function normalize(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return;
  const scale = 1 / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * scale;
}
