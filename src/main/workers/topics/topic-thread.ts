import type { TopicThread } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { topicsContract } from './topics-contract';

/** How long the thread stays after its last answer, in milliseconds: it keeps nothing. */
const idleMs = 60_000;

/** Bounds for the thread: vectors and words of 20,000 offers take less. */
export const topicThreadLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 } as const;

/** The port `TopicThread` over a thread that runs `topics/entry.ts`; `dispose` stops the thread. */
export function createTopicThread(spawn: SpawnWorker): TopicThread & { dispose(): Promise<void> } {
  const worker = lazyWorker(topicsContract, spawn, { idleMs });
  return {
    topics: (databasePath, question, signal) => worker.client.topics.find({ databasePath, question }, { signal }),
    dispose: () => worker.dispose(),
  };
}
