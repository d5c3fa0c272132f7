import { z } from 'zod';
import { candidateFormSchema, candidateSchema } from '../domain/candidate';
import { candidateIdSchema } from '../domain/ids';
import { call } from './define';
import { noInput, nothing } from './nothing';

const changes = ['candidates'] as const;

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
  /** Erases a profile for good: no backup has it, no index. One that is gone already is erased too. */
  erase: call({ input: z.strictObject({ candidateId: candidateIdSchema }), output: nothing, changes }),
} as const;
