import { z } from 'zod';
import { call, stream } from '../../../shared/contract/define';

const path = z.string();

/** What the process answers that reaches the folder chosen for backups (`BackupFiles`). */
export const awayContract = {
  away: {
    list: call({
      input: z.object({ folder: path }),
      output: z.array(z.object({ name: z.string(), sizeBytes: z.number(), keyId: z.string().nullable() })),
    }),
    check: call({ input: z.object({ folder: path }), output: z.null() }),
    tidy: call({ input: z.object({ folder: path, databaseId: z.string() }), output: z.null() }),
    /** Yields how many bytes were dealt with, so that slow and silent can be told apart. */
    copy: stream({ input: z.object({ from: path, to: path, folder: path }), item: z.number() }),
    remove: call({ input: z.object({ paths: z.array(path) }), output: z.null() }),
    read: call({ input: z.object({ path }), output: z.object({ text: z.string().nullable() }) }),
    write: call({ input: z.object({ path, text: z.string() }), output: z.null() }),
    peek: call({
      // Keys travel to a process of the application, which writes them nowhere.
      input: z.object({ path, keys: z.array(z.object({ id: z.string(), secret: z.string() })) }),
      output: z.object({ version: z.int(), lastIds: z.array(z.tuple([z.string(), z.number()])) }),
    }),
  },
} as const;
