import { basename, dirname, resolve } from 'node:path';
import { env, pipeline, type FeatureExtractionPipeline } from '@huggingface/transformers';
import { throwIfCancelled } from '../../../shared/domain/app-error';
import { checkModelFolder } from './model-folder';
import type { TextEncoder } from './text-encoder';

/** Texts that go through the network together; more only makes the padding longer. */
const batchSize = 16;

/** Control words of the tokenizer: written out in a text, they would be read as commands. */
const controlWords = /\[(?:CLS|SEP|MASK|PAD|UNK)\]/gi;

/**
 * Loads the network of a model folder (absolute path), which is checked first; nothing is ever fetched. It embeds any
 * text. Throws `unavailable` with `model-missing` or `model-damaged`.
 */
export async function loadNetwork(folder: string): Promise<TextEncoder> {
  const { dimensions } = await checkModelFolder(folder);
  const extract = await loadPipeline(resolve(folder));
  return {
    async encode(texts, signal) {
      const vectors = new Float32Array(texts.length * dimensions);
      for (const batch of batchesByLength(texts)) {
        throwIfCancelled(signal);
        const cleaned = batch.map((row) => (texts[row] ?? '').replace(controlWords, ' '));
        // Cut at the model's longest input by the pipeline itself.
        const output = await extract(cleaned, { pooling: 'mean', normalize: true });
        const rows = output.data as Float32Array; // Feature extraction always answers in float32.
        batch.forEach((row, place) => {
          const vector = rows.subarray(place * dimensions, (place + 1) * dimensions);
          // A text without a known piece has no direction: some models answer with NaN.
          if (vector.every(Number.isFinite)) vectors.set(vector, row * dimensions);
        });
        output.dispose();
      }
      return vectors;
    },
  };
}

async function loadPipeline(folder: string): Promise<FeatureExtractionPipeline> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  return await pipeline('feature-extraction', basename(folder), {
    dtype: 'q8',
    local_files_only: true,
    // Threads that spin while they wait halve the speed of everything else on a small PC.
    session_options: { extra: { session: { intra_op: { allow_spinning: '0' } } } },
  });
}

/** Rows in batches of texts of similar length, so that little is padded. */
function batchesByLength(texts: readonly string[]): readonly (readonly number[])[] {
  const order = [...texts.keys()].sort(
    (left, right) => (texts[left]?.length ?? 0) - (texts[right]?.length ?? 0) || left - right,
  );
  const batches: number[][] = [];
  for (let start = 0; start < order.length; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
}
