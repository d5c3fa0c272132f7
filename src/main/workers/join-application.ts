import { BroadcastChannel, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { holdDataKey } from '../core/db/data-keys';
import { tellSlowStatements } from '../core/db/watch-slow';

const givenSchema = z.object({
  keys: z.array(z.object({ id: z.string(), secret: z.string() })),
  /** Where statements are told that take long; null where nobody listens. */
  slowChannel: z.string().nullable(),
});
export type GivenToThread = z.infer<typeof givenSchema>;

/** A slow statement as threads tell it of. */
export const slowStatementSchema = z.object({ statement: z.string(), durationMs: z.number() });

/**
 * Has this thread open files as the application does that started it: with the keys that came along, and telling of
 * statements that take long.
 */
export function joinApplication(): void {
  const { keys, slowChannel } = givenSchema.parse(workerData ?? { keys: [], slowChannel: null });
  for (const key of keys) holdDataKey(key);
  if (slowChannel === null) return;
  const channel = new BroadcastChannel(slowChannel);
  channel.unref();
  tellSlowStatements((statement, durationMs) => channel.postMessage({ statement, durationMs }));
}
