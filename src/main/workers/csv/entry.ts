import { serveWorker } from '../serve-worker';
import { csvContract } from './csv-contract';
import { inspectFile, readFileRows } from './read-rows';

serveWorker(csvContract, {
  csv: {
    inspect: ({ path, options, rowLimit }, signal) => inspectFile(path, options, rowLimit, signal),
    read: ({ path, options }, signal) => readFileRows(path, options, signal),
  },
});
