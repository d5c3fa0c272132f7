import { embedContract } from '../contracts';
import { keepSuccess } from '../keep-success';
import { serveWorker } from '../serve-worker';
import { checkModelFolder, modelFolderOf } from './model-folder';
import { loadNetwork } from './pipeline';

// The embed process, for models that are networks: native code runs them, whose crash must cost nothing else.
const folder = modelFolderOf(process.argv);
const model = keepSuccess(() => checkModelFolder(folder()));
const network = keepSuccess(() => loadNetwork(folder()));

serveWorker(embedContract, {
  embedder: {
    model: () => model(),
    embed: async ({ texts }, signal) => {
      const vectors = await (await network()).encode(texts, signal);
      return vectors && { vectors };
    },
  },
});
