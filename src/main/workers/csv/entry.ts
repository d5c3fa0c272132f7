import { serveWorker } from '../serve-worker';
import { csvContract, packBatch } from './csv-contract';
import { readRomePack } from './read-rome';
import { inspectFile, readFileRows } from './read-rows';

serveWorker(csvContract, {
  csv: {
    inspect: ({ path, options, rowLimit }, signal) => inspectFile(path, options, rowLimit, signal),
    async *read({ path, options }, signal) {
      for await (const batch of readFileRows(path, options, signal)) yield packBatch(batch);
    },
    readRome: ({ files }, signal) => readRomePack(files, signal),
  },
});
