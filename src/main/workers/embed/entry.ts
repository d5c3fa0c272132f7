import { embedContract } from '../contracts';
import { keepSuccess } from '../keep-success';
import { serveWorker } from '../serve-worker';
import { loadTable } from './load-table';
import { checkModelFolder, modelFolderOf } from './model-folder';

// The embed thread, for models that are tables: no native code that could crash, nothing that takes long to load.
const folder = modelFolderOf(process.argv);
const model = keepSuccess(() => checkModelFolder(folder()));
const table = keepSuccess(() => loadTable(folder()));

serveWorker(embedContract, {
  embedder: {
    model: () => model(),
    embed: async ({ texts }, signal) => {
      await model();
      const vectors = await (await table())?.encode(texts, signal);
      return vectors ? { vectors } : null;
    },
  },
});
