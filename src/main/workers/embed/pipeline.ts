import { basename, dirname, resolve } from 'node:path';
import { env, pipeline, type FeatureExtractionPipeline } from '@huggingface/transformers';
import { throwIfCancelled } from '../../../shared/domain/app-error';
import { checkModelFolder, type CheckedModel } from './model-folder';

/** Texts that go through the network together; more only makes the padding longer. */
const batchSize = 16;

/** Control words of the tokenizer: written out in a text, they would be read as commands. */
const controlWords = /\[(?:CLS|SEP|MASK|PAD|UNK)\]/gi;

export interface TextEncoder {
  readonly model: CheckedModel;
  /** One unit vector a text, row after row; zeros for a text in which the model finds nothing. */
  encode(texts: readonly string[], signal: AbortSignal): Promise<Float32Array>;
}

/**
 * Loads the model folder (absolute path), which is checked first; nothing is ever fetched. Throws `unavailable` with
 * `model-missing` or `model-damaged`.
 */
export async function loadEncoder(folder: string): Promise<TextEncoder> {
  const model = await checkModelFolder(folder);
  const extract = await loadPipeline(resolve(folder));
  return {
    model,
    async encode(texts, signal) {
      const vectors = new Float32Array(texts.length * model.dimensions);
      for (const batch of batchesByLength(texts)) {
        throwIfCancelled(signal);
        const cleaned = batch.map((index) => (texts[index] ?? '').replace(controlWords, ' '));
        // Truncated at the model's longest input by the pipeline itself.
        const output = await extract(cleaned, { pooling: 'mean', normalize: true });
        const rows = output.data as Float32Array; // Feature extraction always answers in float32.
        batch.forEach((index, row) => {
          const start = row * model.dimensions;
          const vector = rows.subarray(start, start + model.dimensions);
          // A text without a known piece has no direction: some models answer with NaN.
          if (vector.every(Number.isFinite)) vectors.set(vector, index * model.dimensions);
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

/** Indexes of the texts in batches of similar length, so that little is padded. */
function batchesByLength(texts: readonly string[]): readonly (readonly number[])[] {
  const order = texts.map((_, index) => index);
  order.sort((left, right) => (texts[left]?.length ?? 0) - (texts[right]?.length ?? 0) || left - right);
  const batches: number[][] = [];
  for (let start = 0; start < order.length; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
}
