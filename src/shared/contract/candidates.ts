import { z } from 'zod';
import { candidateFormSchema, candidateSchema } from '../domain/candidate';
import { candidateIdSchema, offerIdSchema } from '../domain/ids';
import { call } from './define';
import { noInput, nothing } from './nothing';

const changes = ['candidates'] as const;

/** Of more new offers of one profile the best are named. */
export const mostNamedNews = 500;
/** Of so many profiles is told what came in; nobody looks at more. */
export const mostNewsProfiles = 200;

/** Profiles that students asked the office to keep. They serve advice: no procedure gives candidates for an offer. */
export const candidates = {
  /** All of them, by name. One whose time is over is not given, even before it is erased. */
  list: call({ input: noInput, output: z.array(candidateSchema) }),
  /**
   * Stores a profile, new without an id. `invalid-input`: `consent-missing` for a new one, or one to be kept longer,
   * without the student's consent; `kept-too-long` beyond a year,
   * `kept-until-past`, `availability-reversed`. `not-found` for one that was erased.
   */
  save: call({
    input: z.strictObject({
      candidateId: candidateIdSchema.nullable(),
      form: candidateFormSchema,
      /** The student agrees, now, to all of it being kept until the day that it names. */
      hasConsent: z.boolean(),
      /** When the student agreed, of a profile that is put back as it was; now where it is left out. Never a time to come. */
      consentedAt: z.iso.datetime().optional(),
    }),
    output: candidateSchema,
    changes,
  }),
  /**
   * Says that somebody looks at the offers for a profile now, and answers with those that are new to it, the closest first;
   * none at the first look. What is not found yet is new at the next one. `not-found` for one that was erased.
   */
  see: call({
    input: z.strictObject({ candidateId: candidateIdSchema }),
    output: z.object({ offerIds: z.array(offerIdSchema).max(mostNamedNews) }),
    changes,
  }),
  /**
   * The offers that came in for each profile since somebody last looked at it, copies taken for one: how many different
   * ones there are in all, and those of each profile that has some, in the order of the profiles. Nothing of a profile at
   * which nobody has looked since it was saved.
   */
  news: call({
    input: noInput,
    output: z.object({
      offerCount: z.int().nonnegative(),
      profiles: z.array(
        z.object({
          candidateId: candidateIdSchema,
          count: z.int().positive(),
          /** The closest first. */
          offerIds: z.array(offerIdSchema).max(mostNamedNews),
        }),
      ),
    }),
  }),
  /** Erases a profile for good: no backup has it, no index. One that is gone already is erased too. */
  erase: call({ input: z.strictObject({ candidateId: candidateIdSchema }), output: nothing, changes }),
} as const;
