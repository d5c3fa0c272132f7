import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { holdDataKey } from '../core/db/data-keys';

const givenSchema = z.array(z.object({ id: z.string(), secret: z.string() }));

/** Has this thread open encrypted files with the keys that came with the message that started it; where none came, plain ones only. */
export function takeDataKeys(): void {
  for (const key of givenSchema.parse(workerData ?? [])) holdDataKey(key);
}
