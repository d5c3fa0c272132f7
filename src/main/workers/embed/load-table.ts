import { z } from 'zod';
import { createByteRows } from '../simd/byte-rows';
import { parseModelJson, readChecked, readManifest } from './model-folder';
import { readPieceTable } from './onnx-table';
import { createTableEncoder } from './table-encoder';
import type { TextEncoder } from './text-encoder';
import { createWordPieces } from './word-pieces';

const tokenizerConfigSchema = z.object({ model_max_length: z.int().positive() });

/**
 * The encoder of a model folder (absolute path) whose network is a table, without the library that runs networks; null
 * for any other model. Throws `unavailable` with `model-missing` or `model-damaged`.
 */
export async function loadTable(folder: string): Promise<TextEncoder | null> {
  const manifest = await readManifest(folder);
  const read = (name: string): Promise<Buffer | null> => readChecked(folder, manifest, name);
  const network = await read('onnx/model_quantized.onnx');
  const table = network && readPieceTable(network);
  const [tokenizer, tokenizerConfig] = [await read('tokenizer.json'), await read('tokenizer_config.json')];
  if (!table || !tokenizer || !tokenizerConfig) return null;
  const pieces = createWordPieces(parseModelJson(tokenizer, z.unknown(), 'tokenizer.json'));
  const rows = createByteRows(table.rows, table.dimensions);
  if (!pieces || !rows || pieces.size !== table.scales.length) return null;
  const config = parseModelJson(tokenizerConfig, tokenizerConfigSchema, 'tokenizer_config.json');
  return createTableEncoder(rows, table.scales, pieces, config.model_max_length);
}
