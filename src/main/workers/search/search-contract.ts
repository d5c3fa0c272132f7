import { z } from 'zod';
import { call } from '../../../shared/contract/define';
import type { SearchFacets, TypedValues } from '../../../shared/contract/search';
import type { FoundCompany, SearchAnswer, SearchedText, SearchQuestion } from '../../core/ports';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
/** The database and its index. */
const place = z.object({ databasePath: z.string(), indexPath: z.string() });
/** And what is looked for: one number in shared memory, which becomes 1 once nobody waits for the answer any more. */
const asked = place.extend({ givenUp: z.custom<Int32Array>((value) => value instanceof Int32Array) });

/** What the thread answers that looks for offers. Its answers are checked where the application gives them. */
export const searchContract = {
  search: {
    offers: call({
      input: asked.extend({ question: z.custom<SearchQuestion>(isObject) }),
      output: z.custom<SearchAnswer>(isObject),
    }),
    ids: call({
      input: asked.extend({ question: z.custom<SearchQuestion>(isObject) }),
      output: z.custom<readonly number[]>(Array.isArray),
    }),
    companies: call({
      input: asked.extend({ searched: z.custom<SearchedText>(isObject) }),
      output: z.custom<FoundCompany[]>(Array.isArray),
    }),
    facets: call({
      input: asked.extend({ searched: z.custom<SearchedText>(isObject) }),
      output: z.custom<SearchFacets>(isObject),
    }),
    values: call({
      input: asked.extend({ searched: z.custom<SearchedText>(isObject), typed: z.string() }),
      output: z.custom<TypedValues>(isObject),
    }),
    update: call({ input: place.extend({ forMs: z.number() }), output: z.object({ isComplete: z.boolean() }) }),
    tidy: call({ input: place.extend({ forMs: z.number() }), output: z.object({ isDone: z.boolean() }) }),
  },
} as const;
