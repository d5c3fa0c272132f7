import { embedThreadContract } from '../contracts';
import { keepSuccess } from '../keep-success';
import { serveWorker } from '../serve-worker';
import { loadTable } from './load-table';
import { checkModelFolder, modelFolderOf } from './model-folder';

// The embed thread, for models that are tables: no native code that could crash, nothing that takes long to load.
const folder = modelFolderOf(process.argv);
const model = keepSuccess(() => checkModelFolder(folder()));
const table = keepSuccess(() => loadTable(folder()));

serveWorker(embedThreadContract, {
  embedder: {
    model: () => model(),
    embed: async ({ texts }, signal) => {
      await model();
      const vectors = await (await table())?.encode(texts, signal);
      return vectors ? { vectors } : null;
    },
  },
  texts: {
    prepare: async ({ offers }) => {
      // Its lists of words are read when offers come: a search for formations needs none of them.
      const { offerMatchText } = await import('../../../shared/domain/text/match-text');
      return { texts: offers.map((offer) => offerMatchText(offer, offer)) };
    },
  },
});
