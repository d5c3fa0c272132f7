import { serveWorker } from '../serve-worker';
import { documentsContract } from './documents-contract';
import { readDocument } from './read-document';

serveWorker(documentsContract, {
  documents: { read: ({ path, name }, signal) => readDocument(path, name, signal) },
});
