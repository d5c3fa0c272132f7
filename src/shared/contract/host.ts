import { z } from 'zod';
import { call, stream, topics } from './define';
import { healthSchema } from './health';
import { noInput, nothing } from './nothing';

export const hostInfoSchema = z.object({
  /** The application's own version. */
  version: z.string(),
  shell: z.enum(['electron', 'browser', 'terminal']),
  /** Where the database lives, for people to read; never used as an input. */
  dataDir: z.string(),
  /** Whether this copy of the program can look for newer ones: not at all, not by the machine's policy, or if switched on. */
  updates: z.enum(['none', 'forbidden', 'possible']),
  /** Whether it can start itself anew. */
  canRestart: z.boolean(),
  model: z.object({
    id: z.string(),
    state: z.enum(['ready', 'missing', 'damaged']),
  }),
  /** Things that the user should know from the start. */
  notices: z.array(
    z.enum([
      'jobs-interrupted',
      'database-damaged',
      'database-on-network',
      'encryption-failed',
      'backups-failing',
      'restore-refused',
      'restore-postponed',
      'safe-mode',
    ]),
  ),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const host = {
  /** How the application fares: sizes, versions, failures (those after `since` counted by themselves), what was slow. */
  health: call({ input: z.strictObject({ since: z.iso.datetime().optional() }), output: healthSchema }),
  /** What SQLite's own check says of the whole database: `ok`, or the first thing that is wrong. */
  checkDatabase: call({ input: noInput, output: z.object({ integrity: z.string() }) }),
  info: call({ input: noInput, output: hostInfoSchema }),
  /** Closes the application and starts it anew; `unavailable` where the host cannot. */
  restart: call({ input: noInput, output: nothing }),
  /** The topics whose rows changed, in the order of the changes; the first item is an empty list, sent at once. */
  changes: stream({ input: noInput, item: z.array(z.enum(topics)) }),
} as const;
