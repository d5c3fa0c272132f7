import { z } from 'zod';
import { call } from '../../../shared/contract/define';
import type { Topics } from '../../../shared/contract/dashboard-topics';
import type { TopicQuestion } from '../../core/ports';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** What the thread answers that groups offers. Its answers are checked where the application gives them. */
export const topicsContract = {
  topics: {
    find: call({
      input: z.object({ databasePath: z.string(), question: z.custom<TopicQuestion>(isObject) }),
      output: z.custom<Topics>(isObject),
    }),
  },
} as const;
