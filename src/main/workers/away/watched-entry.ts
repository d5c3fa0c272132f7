import { watchedHere } from '../../core/watched-folder/folder-files';
import { serveWorker } from '../serve-worker';
import { watchedContract } from './watched-contract';

// A process for the same reason as `entry.ts`, and not the same one: a share of backups that hangs must not stop this folder.

serveWorker(watchedContract, {
  watched: {
    list: async ({ folder }) => {
      const { files, subfolders } = await watchedHere.list(folder);
      return { files: [...files], subfolders: [...subfolders] };
    },
    check: async ({ folder }) => {
      await watchedHere.check(folder);
      return null;
    },
    read: ({ folder, name }) => watchedHere.read(folder, name),
    putAway: async ({ folder, name }) => {
      await watchedHere.putAway(folder, name);
      return null;
    },
    putAside: async ({ folder, name, note }) => {
      await watchedHere.putAside(folder, name, note);
      return null;
    },
  },
});
