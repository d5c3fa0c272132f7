import { dirname } from 'node:path';
import { heldDataKeys } from '../../core/db/data-keys';
import type { BackupFiles } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { awayContract } from './away-contract';
import { createFolderGuard, type AwayBounds } from './folder-guard';

const idleMs = 10_000;

/** The port `BackupFiles` over a process that runs `away/entry.ts`, which is given up with what does not answer. */
export function createAwayFiles(
  spawn: SpawnWorker,
  bounds: AwayBounds = {},
): BackupFiles & { dispose(): Promise<void> } {
  const worker = lazyWorker(awayContract, spawn, { idleMs, heedMs: 0 });
  const { away } = worker.client;
  const guard = createFolderGuard('folder-silent', bounds);
  const copied = async (from: string, to: string, folder: string): Promise<void> => {
    const passing = guard.follow(folder, (signal) => away.copy({ from, to, folder }, { signal }));
    while (!(await passing.next()).done);
  };

  return {
    list: (folder) => guard.look(folder, (signal) => away.list({ folder }, { signal })),
    check: async (folder) => void (await guard.ask(folder, (signal) => away.check({ folder }, { signal }))),
    tidy: async (folder, databaseId) =>
      void (await guard.ask(folder, (signal) => away.tidy({ folder, databaseId }, { signal }))),
    bring: (from, to) => copied(from, to, dirname(to)),
    fetch: (from, to) => copied(from, to, dirname(from)),
    remove: async (paths) => {
      if (paths.length === 0) return;
      await guard.ask(dirname(paths[0] ?? ''), (signal) => away.remove({ paths: [...paths] }, { signal }));
    },
    read: async (path) => (await guard.look(dirname(path), (signal) => away.read({ path }, { signal }))).text,
    write: async (path, text) =>
      void (await guard.ask(dirname(path), (signal) => away.write({ path, text }, { signal }))),
    peek: (path) => guard.ask(dirname(path), (signal) => away.peek({ path, keys: [...heldDataKeys()] }, { signal })),
    dispose: () => guard.ending(worker.dispose()),
  };
}
