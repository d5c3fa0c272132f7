import { z } from 'zod';
import { call, stream, topics } from './define';
import { noInput } from './nothing';

export const hostInfoSchema = z.object({
  /** The application's own version. */
  version: z.string(),
  shell: z.enum(['electron', 'browser', 'terminal']),
  /** Where the database lives, for people to read; never used as an input. */
  dataDir: z.string(),
  model: z.object({
    id: z.string(),
    state: z.enum(['ready', 'missing', 'damaged']),
  }),
  /** Things that the user should know from the start. */
  notices: z.array(z.enum(['jobs-interrupted'])),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const host = {
  info: call({ input: noInput, output: hostInfoSchema }),
  /** The topics whose rows changed, in the order of the changes; the first item is an empty list, sent at once. */
  changes: stream({ input: noInput, item: z.array(z.enum(topics)) }),
} as const;
