import { z } from 'zod';
import { jobIdSchema } from '../domain/ids';
import { jobSchema } from '../domain/job';
import { pageOf, pageRequestSchema } from '../domain/page';
import { call, stream } from './define';
import { nothing } from './nothing';

export const jobs = {
  /** Newest first. */
  list: call({ input: pageRequestSchema, output: pageOf(jobSchema) }),
  /** The job as it is now, then each time it changes, until it is over. */
  watch: stream({ input: z.strictObject({ jobId: jobIdSchema }), item: jobSchema }),
  cancel: call({ input: z.strictObject({ jobId: jobIdSchema }), output: nothing, changes: ['jobs'] }),
} as const;
