import type { WatchedFiles } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { createFolderGuard, type AwayBounds } from './folder-guard';
import { watchedContract } from './watched-contract';

/** Longer than from one look to the next: the process stays as long as a folder is watched. */
const idleMs = 30_000;

/** The port `WatchedFiles` over a process that runs `away/watched-entry.ts`, which is given up with what does not answer. */
export function createWatchedFiles(
  spawn: SpawnWorker,
  bounds: AwayBounds = {},
): WatchedFiles & { dispose(): Promise<void> } {
  const worker = lazyWorker(watchedContract, spawn, { idleMs, heedMs: 0 });
  const { watched } = worker.client;
  const guard = createFolderGuard('watched-folder-silent', bounds);
  return {
    list: (folder, asker) => guard.look(folder, (signal) => watched.list({ folder }, { signal }), asker),
    check: async (folder) => void (await guard.ask(folder, (signal) => watched.check({ folder }, { signal }))),
    read: (folder, name, asker) => guard.follow(folder, (signal) => watched.read({ folder, name }, { signal }), asker),
    putAway: async (folder, name, asker) =>
      void (await guard.ask(folder, (signal) => watched.putAway({ folder, name }, { signal }), asker)),
    putAside: async (folder, name, note, asker) =>
      void (await guard.ask(folder, (signal) => watched.putAside({ folder, name, note }, { signal }), asker)),
    dispose: () => guard.ending(worker.dispose()),
  };
}
