import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { env, pipeline, Tensor, type FeatureExtractionPipeline } from '@huggingface/transformers';
import { z } from 'zod';
import { throwIfCancelled } from '../../../shared/domain/app-error';
import { checkModelFolder, type CheckedModel } from './model-folder';
import { createWeightedRows } from '../simd/weighted-rows';
import { createTableEncoder, type TableEncoder } from './table-encoder';
import { createWordPieces } from './word-pieces';

/** Texts that go through the network together; more only makes the padding longer. */
const batchSize = 16;
/** Rows of a table that are read at once. */
const rowsAtOnce = 2_000;

/** Control words of the tokenizer: written out in a text, they would be read as commands. */
const controlWords = /\[(?:CLS|SEP|MASK|PAD|UNK)\]/gi;

export interface TextEncoder {
  readonly model: CheckedModel;
  /** One unit vector a text, row after row; zeros for a text in which the model finds nothing. */
  encode(texts: readonly string[], signal: AbortSignal): Promise<Float32Array>;
}

export interface EncoderOptions {
  /** Whether a model that is a table is read as one; the network gives the same vectors, thirty times slower. */
  readonly useTable: boolean;
}

/**
 * Loads the model folder (absolute path), which is checked first; nothing is ever fetched. Throws `unavailable` with
 * `model-missing` or `model-damaged`.
 */
export async function loadEncoder(folder: string, options: EncoderOptions = { useTable: true }): Promise<TextEncoder> {
  const model = await checkModelFolder(folder);
  const extract = await loadPipeline(resolve(folder));
  const table = options.useTable ? await loadTable(resolve(folder), extract, model) : null;
  return {
    model,
    async encode(texts, signal) {
      const vectors = new Float32Array(texts.length * model.dimensions);
      const rowOf = (row: number): Float32Array =>
        vectors.subarray(row * model.dimensions, (row + 1) * model.dimensions);
      const left = texts.map((_, row) => row).filter((row) => !table?.encode(texts[row] ?? '', rowOf(row)));
      for (const batch of batchesByLength(texts, left)) {
        throwIfCancelled(signal);
        const cleaned = batch.map((row) => (texts[row] ?? '').replace(controlWords, ' '));
        // Cut at the model's longest input by the pipeline itself.
        const output = await extract(cleaned, { pooling: 'mean', normalize: true });
        const rows = output.data as Float32Array; // Feature extraction always answers in float32.
        batch.forEach((row, place) => {
          const vector = rows.subarray(place * model.dimensions, (place + 1) * model.dimensions);
          // A text without a known piece has no direction: some models answer with NaN.
          if (vector.every(Number.isFinite)) rowOf(row).set(vector);
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

const tableConfigSchema = z.object({ num_hidden_layers: z.literal(0), max_position_embeddings: z.int().positive() });

/** The table of a network without layers: what it answers for each piece. Null for any other network. */
async function loadTable(
  folder: string,
  extract: FeatureExtractionPipeline,
  { dimensions }: CheckedModel,
): Promise<TableEncoder | null> {
  const config = tableConfigSchema.safeParse(await readJson(join(folder, 'config.json')));
  const pieces = createWordPieces(await readJson(join(folder, 'tokenizer.json')));
  if (!config.success || !pieces) return null;
  const table = createWeightedRows(pieces.size, dimensions);
  for (let start = 0; start < pieces.size; start += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, pieces.size - start);
    const rows = await rowsOf(extract, start, count, false);
    // A row that depends on its neighbours would come out otherwise when they stand the other way round.
    if (start === 0 && !isReversed(rows, await rowsOf(extract, start, count, true), dimensions)) return null;
    for (let row = 0; row < count; row += 1) table.setRow(start + row, rows, row * dimensions);
  }
  const longest = z.number().safeParse(extract.tokenizer.model_max_length);
  return createTableEncoder(table, pieces, longest.data ?? config.data.max_position_embeddings);
}

/** Whether both hold the same rows, one from the first to the last and the other from the last to the first. */
function isReversed(rows: Float32Array, reversed: Float32Array, dimensions: number): boolean {
  const count = rows.length / dimensions;
  return rows.every((value, at) => {
    const row = Math.floor(at / dimensions);
    return value === reversed[(count - 1 - row) * dimensions + (at % dimensions)];
  });
}

async function rowsOf(
  extract: FeatureExtractionPipeline,
  start: number,
  count: number,
  backwards: boolean,
): Promise<Float32Array> {
  const ids = BigInt64Array.from({ length: count }, (_, index) =>
    BigInt(start + (backwards ? count - 1 - index : index)),
  );
  const shape = [1, count];
  const answer: unknown = await extract.model({
    input_ids: new Tensor('int64', ids, shape),
    attention_mask: new Tensor('int64', new BigInt64Array(count).fill(1n), shape),
  });
  return statesSchema.parse(answer).last_hidden_state.data;
}

const statesSchema = z.object({
  last_hidden_state: z.object({ data: z.custom<Float32Array>((value) => value instanceof Float32Array) }),
});

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}

/** Rows in batches of texts of similar length, so that little is padded. */
function batchesByLength(texts: readonly string[], rows: readonly number[]): readonly (readonly number[])[] {
  const order = rows.toSorted(
    (left, right) => (texts[left]?.length ?? 0) - (texts[right]?.length ?? 0) || left - right,
  );
  const batches: number[][] = [];
  for (let start = 0; start < order.length; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
}
