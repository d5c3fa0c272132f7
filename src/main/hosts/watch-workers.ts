import type { Health } from '../../shared/contract/health';
import type { StartedThread } from '../workers/spawn-thread';

type Use = Health['workers'][number];

/** Knows which threads run, by the names that the log gives them. */
export interface WorkerWatch {
  /** Notes a thread until it ends. */
  began(name: string, thread: StartedThread): void;
  /** What each of them takes, and what `beside` tells of processes, the most memory first. */
  uses(): Promise<Use[]>;
}

/** A thread that is busy with one long statement answers late: it is left out then. */
const answerWithinMs = 500;

export function watchWorkers(beside: () => readonly Omit<Use, 'isProcess'>[]): WorkerWatch {
  const running = new Map<StartedThread, string>();
  return {
    began(name, thread) {
      running.set(thread, name);
      void thread.ended.then(() => running.delete(thread));
    },
    async uses() {
      const asked = [...running].map(([thread, name]) =>
        Promise.race([
          thread.use().then((use): Use => ({ name, isProcess: false, ...use })),
          new Promise<null>((resolve) => setTimeout(() => resolve(null), answerWithinMs).unref()),
          // One that ends just now.
        ]).catch(() => null),
      );
      const threads = (await Promise.all(asked)).filter((use) => use !== null);
      const processes = beside().map((use): Use => ({ ...use, isProcess: true }));
      return [...threads, ...processes].sort((one, other) => other.memoryBytes - one.memoryBytes);
    },
  };
}
