import { folderFiles } from '../../core/db/folder-files';
import { serveWorker } from '../serve-worker';
import { awayContract } from './away-contract';

// A process and no thread: whatever waits for a share that hangs cannot be ended from inside, and keeps a program from closing.

serveWorker(awayContract, {
  away: {
    list: async ({ folder }) => [...(await folderFiles.list(folder))],
    tidy: async ({ folder, databaseId }) => {
      await folderFiles.tidy(folder, databaseId);
      return null;
    },
    check: async ({ folder }) => {
      await folderFiles.check(folder);
      return null;
    },
    copy: ({ from, to, folder }) => folderFiles.copying(from, to, folder),
    remove: async ({ paths }) => {
      await folderFiles.remove(paths);
      return null;
    },
    read: async ({ path }) => ({ text: await folderFiles.read(path) }),
    write: async ({ path, text }) => {
      await folderFiles.write(path, text);
      return null;
    },
    peek: async ({ path, keys }) => {
      const { version, lastIds } = await folderFiles.peek(path, keys);
      return { version, lastIds: lastIds.map(([table, id]) => [table, id]) };
    },
  },
});
