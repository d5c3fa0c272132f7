import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import {
  defaultRankingParameters,
  rankingParametersSchema,
  type RankingParameters,
} from '../../../shared/domain/score';

/** Names every file of a model folder with its SHA-256 in hexadecimal. */
const manifestSchema = z.object({
  id: z.string().min(1),
  dimensions: z.int().positive(),
  files: z.record(z.string(), z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** What is known of a model folder whose files are all as they should be. */
export interface CheckedModel {
  readonly id: string;
  readonly dimensions: number;
  readonly ranking: RankingParameters;
}

/**
 * Reads the manifest of a model folder and checks every file against it: a damaged ONNX file can load without an error
 * and give other vectors. Throws `unavailable` with `model-missing` or `model-damaged` and the file's name.
 */
export async function checkModelFolder(folder: string): Promise<CheckedModel> {
  const manifest = manifestSchema.safeParse(parseJson(await readOf(folder, 'manifest.json')));
  if (!manifest.success) throw damaged('manifest.json');
  for (const [name, { sha256 }] of Object.entries(manifest.data.files)) {
    const found = createHash('sha256')
      .update(await readOf(folder, name))
      .digest('hex');
    if (found !== sha256) throw damaged(name);
  }
  const { id, dimensions } = manifest.data;
  return { id, dimensions, ranking: await rankingParameters(folder) };
}

async function rankingParameters(folder: string): Promise<RankingParameters> {
  const file = 'ranking.json';
  if (!existsSync(join(folder, file))) return defaultRankingParameters;
  const parsed = rankingParametersSchema.safeParse(parseJson(await readOf(folder, file)));
  if (!parsed.success) throw damaged(file);
  return parsed.data;
}

async function readOf(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    throw new AppError(
      'unavailable',
      `The model file ${name} cannot be read.`,
      'model-missing',
      { file: name },
      {
        cause: error,
      },
    );
  }
}

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function damaged(file: string): AppError {
  return new AppError('unavailable', `The model file ${file} is not the one of the manifest.`, 'model-damaged', {
    file,
  });
}
