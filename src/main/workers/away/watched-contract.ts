import { z } from 'zod';
import { call, stream } from '../../../shared/contract/define';

const path = z.string();
const ofFile = z.object({ folder: path, name: z.string() });

/** What the process answers that reaches the watched folder (`WatchedFiles`). */
export const watchedContract = {
  watched: {
    list: call({
      input: z.object({ folder: path }),
      output: z.object({
        files: z.array(z.object({ name: z.string(), sizeBytes: z.number(), modifiedMs: z.number() })),
        subfolders: z.array(z.string()),
      }),
    }),
    check: call({ input: z.object({ folder: path }), output: z.null() }),
    read: stream({ input: ofFile, item: z.instanceof(Uint8Array) }),
    putAway: call({ input: ofFile, output: z.null() }),
    putAside: call({ input: ofFile.extend({ note: z.string() }), output: z.null() }),
  },
} as const;
