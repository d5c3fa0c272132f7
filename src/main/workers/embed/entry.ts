import { AppError } from '../../../shared/domain/app-error';
import { embedContract } from '../contracts';
import { serveWorker } from '../serve-worker';
import { checkModelFolder, type CheckedModel } from './model-folder';
import type { TextEncoder } from './pipeline';

// The embed process: `process.argv[2]` is the absolute path of the model folder.
const folder = process.argv[2];

let checked: Promise<CheckedModel> | null = null;
let loaded: Promise<TextEncoder> | null = null;

function modelFolder(): string {
  if (folder === undefined) throw new AppError('unavailable', 'No model folder was named.', 'model-missing');
  return folder;
}

/** Keeps what a success gave; a failure is tried again with the next call, for somebody may have mended the folder. */
async function model(): Promise<CheckedModel> {
  if (loaded) return (await loaded).model;
  checked ??= checkModelFolder(modelFolder());
  try {
    return await checked;
  } catch (error) {
    checked = null;
    throw error;
  }
}

async function encoder(): Promise<TextEncoder> {
  loaded ??= loadPipeline();
  try {
    return await loaded;
  } catch (error) {
    loaded = null;
    throw error;
  }
}

/** The library takes 200 MB: whoever only asks whether the model is sound must not pay for it. */
async function loadPipeline(): Promise<TextEncoder> {
  const { loadEncoder } = await import('./pipeline');
  return await loadEncoder(modelFolder());
}

serveWorker(embedContract, {
  embedder: {
    model,
    embed: async ({ texts }, signal) => ({ vectors: await (await encoder()).encode(texts, signal) }),
  },
});
