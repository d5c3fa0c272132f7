import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import { defaultRankingParameters, type RankingParameters } from '../../../shared/domain/score';

/** Names every file of a model folder with its SHA-256 in hexadecimal. */
const manifestSchema = z.object({
  id: z.string().min(1),
  version: z.string().min(1).optional(),
  dimensions: z.int().positive(),
  files: z.record(z.string(), z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
type Manifest = z.infer<typeof manifestSchema>;

/** What `ranking.json` of a model folder holds; a model without occupations has none of their weights. */
const rankingFileSchema = z.object({
  descriptionWeight: z.number().min(0),
  formationDescriptionWeight: z.number().min(0).default(0),
  lexicalWeight: z.number().min(0),
  titleOnlyLexicalWeight: z.number().min(0).optional(),
  innerGramWeight: z.number().positive().default(1),
  levelWeight: z.number().min(0).default(0),
  occupationWeight: z.number().min(0),
  prototypeWeight: z.number().min(0),
  titleWeight: z.number().min(0),
  temperature: z.number().positive(),
  bridgeParents: z.int().positive().nullable().default(null),
  codeWeight: z.number().min(0).max(1).default(0),
  calibration: z.object({ slope: z.number().positive(), offset: z.number() }),
  threshold: z.number().min(0).max(1),
});

/**
 * Makes the function that reads the model folder (absolute path) from the arguments of a worker; it throws `unavailable`
 * (`model-missing`) when there is none.
 */
export function modelFolderOf(args: readonly string[]): () => string {
  return () => {
    const folder = args[2];
    if (folder === undefined) throw new AppError('unavailable', 'No model folder was named.', 'model-missing');
    return folder;
  };
}

/** What is known of a model folder whose files are all as they should be. */
export interface CheckedModel {
  /** Name and version: vectors of one version say nothing beside those of another. */
  readonly id: string;
  readonly dimensions: number;
  readonly ranking: RankingParameters;
}

/**
 * Reads the manifest of a model folder and checks every file against it: a damaged ONNX file can load without an error
 * and give other vectors. Throws `unavailable` with `model-missing` or `model-damaged` and the file's name.
 */
export async function checkModelFolder(folder: string): Promise<CheckedModel> {
  const manifest = await readManifest(folder);
  for (const name of Object.keys(manifest.files)) await readChecked(folder, manifest, name);
  const { version, dimensions } = manifest;
  const id = version === undefined ? manifest.id : `${manifest.id}@${version}`;
  return { id, dimensions, ranking: await rankingParameters(folder, manifest) };
}

/** The manifest alone. Throws as `checkModelFolder` does. */
export async function readManifest(folder: string): Promise<Manifest> {
  const manifest = manifestSchema.safeParse(parseJson(await readOf(folder, 'manifest.json')));
  if (!manifest.success) throw damaged('manifest.json');
  return manifest.data;
}

/** A file of the folder whose content is the one of the manifest; null when the manifest does not name it. */
export async function readChecked(folder: string, manifest: Manifest, name: string): Promise<Buffer | null> {
  const expected = manifest.files[name];
  if (!expected) return null;
  const content = await readOf(folder, name);
  if (createHash('sha256').update(content).digest('hex') !== expected.sha256) throw damaged(name);
  return content;
}

/** The content of a JSON file, checked by a schema; `model-damaged` when it is something else. */
export function parseModelJson<T>(content: Buffer, schema: z.ZodType<T>, name: string): T {
  const parsed = schema.safeParse(parseJson(content));
  if (!parsed.success) throw damaged(name);
  return parsed.data;
}

async function rankingParameters(folder: string, manifest: Manifest): Promise<RankingParameters> {
  const file = 'ranking.json';
  const content = await readChecked(folder, manifest, file);
  if (!content) return defaultRankingParameters;
  const own = parseModelJson(content, rankingFileSchema, file);
  const {
    occupationWeight: weight,
    prototypeWeight,
    titleWeight,
    temperature,
    bridgeParents,
    codeWeight,
    ...rest
  } = own;
  return {
    ...rest,
    titleOnlyLexicalWeight: own.titleOnlyLexicalWeight ?? own.lexicalWeight,
    occupation: { weight, prototypeWeight, titleWeight, temperature, candidates: bridgeParents, codeWeight },
  };
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
