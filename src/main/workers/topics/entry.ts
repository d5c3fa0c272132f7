import { openReadConnection } from '../../core/db/open-in-thread';
import { topicsOf } from '../../core/topics/topic-engine';
import { serveWorker } from '../serve-worker';
import { joinApplication } from '../join-application';
import { topicsContract } from './topics-contract';

joinApplication();
serveWorker(topicsContract, {
  topics: {
    find: ({ databasePath, question }) => {
      const connection = openReadConnection(databasePath);
      try {
        return topicsOf(connection.read, question);
      } finally {
        connection.close();
      }
    },
  },
});
