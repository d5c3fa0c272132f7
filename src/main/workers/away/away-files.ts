import { dirname } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKeys } from '../../core/db/data-keys';
import type { BackupFiles } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { awayContract } from './away-contract';

/** A list of some hundred files over a slow line takes a second or two. */
const answerWithinMs = 10_000;
/** How long a copy may stand still; a megabyte passes in this time over the slowest line that an office has. */
const standStillMs = 20_000;
/** How long nobody asks a folder again for its files that did not answer: a page that is opened must not wait each time. */
const leaveAloneMs = 60_000;
/** A process waits for a folder for as long as its system wants to; nobody waits for the process. */
const endWithinMs = 1_000;
const idleMs = 10_000;

/** Bounds in milliseconds, for tests that cannot wait. */
export type AwayBounds = Partial<
  Readonly<Record<'answerWithinMs' | 'standStillMs' | 'leaveAloneMs' | 'endWithinMs', number>>
>;

/** The port `BackupFiles` over a process that runs `away/entry.ts`, which is given up with what does not answer. */
export function createAwayFiles(
  spawn: SpawnWorker,
  bounds: AwayBounds = {},
): BackupFiles & { dispose(): Promise<void> } {
  const within = { answerWithinMs, standStillMs, leaveAloneMs, endWithinMs, ...bounds };
  const worker = lazyWorker(awayContract, spawn, { idleMs, heedMs: 0 });
  const { away } = worker.client;
  const silentUntilMs = new Map<string, number>();

  /** Does something that `live` has to be called for within each so many milliseconds. */
  const guarded = async <T>(
    folder: string,
    withinMs: number,
    work: (signal: AbortSignal, live: (bytes: number) => void) => Promise<T>,
  ): Promise<T> => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), withinMs);
    try {
      const result = await work(controller.signal, () => void timer.refresh());
      silentUntilMs.delete(folder);
      return result;
    } catch (error) {
      const isStopped = error instanceof AppError && error.reason === 'worker-stopped';
      if (!controller.signal.aborted && !isStopped) throw error;
      silentUntilMs.set(folder, performance.now() + within.leaveAloneMs);
      throw silent(folder, error);
    } finally {
      clearTimeout(timer);
    }
  };
  const asked = <T>(folder: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    guarded(folder, within.answerWithinMs, work);
  /** The same of a folder that has answered lately, or was not asked. */
  const askedAgain = <T>(folder: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    performance.now() < (silentUntilMs.get(folder) ?? 0) ? Promise.reject(silent(folder)) : asked(folder, work);
  const copied = (from: string, to: string, folder: string): Promise<void> =>
    guarded(folder, within.standStillMs, async (signal, live) => {
      for await (const bytes of away.copy({ from, to, folder }, { signal })) live(bytes);
    });

  return {
    list: (folder) => askedAgain(folder, (signal) => away.list({ folder }, { signal })),
    check: async (folder) => void (await asked(folder, (signal) => away.check({ folder }, { signal }))),
    tidy: async (folder, databaseId) =>
      void (await asked(folder, (signal) => away.tidy({ folder, databaseId }, { signal }))),
    bring: (from, to) => copied(from, to, dirname(to)),
    fetch: (from, to) => copied(from, to, dirname(from)),
    remove: async (paths) => {
      if (paths.length === 0) return;
      await asked(dirname(paths[0] ?? ''), (signal) => away.remove({ paths: [...paths] }, { signal }));
    },
    read: async (path) => (await askedAgain(dirname(path), (signal) => away.read({ path }, { signal }))).text,
    write: async (path, text) => void (await asked(dirname(path), (signal) => away.write({ path, text }, { signal }))),
    peek: (path) => asked(dirname(path), (signal) => away.peek({ path, keys: [...heldDataKeys()] }, { signal })),
    async dispose() {
      const timeIsUp = new Promise<void>((resolve) => setTimeout(resolve, within.endWithinMs).unref());
      await Promise.race([worker.dispose(), timeIsUp]);
    },
  };
}

function silent(folder: string, cause?: unknown): AppError {
  return new AppError('unavailable', 'The folder does not answer.', 'folder-silent', { folder }, { cause });
}
