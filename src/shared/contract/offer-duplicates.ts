import { z } from 'zod';
import { isoDateSchema } from '../domain/academic-year';
import { importIdSchema, offerIdSchema } from '../domain/ids';
import { offerStatusSchema } from '../domain/offer';
import { pageOf, pageRequestSchema } from '../domain/page';
import { call } from './define';
import { nothing } from './nothing';

/** An offer as far as two are told apart by it. */
export const briefOfferSchema = z.object({
  id: offerIdSchema,
  title: z.string(),
  company: z.string().nullable(),
  city: z.string().nullable(),
  status: offerStatusSchema,
  source: z.string().nullable(),
  reference: z.string().nullable(),
  postedOn: isoDateSchema.nullable(),
  /** The file that brought it; null when a person wrote it. */
  fileName: z.string().nullable(),
});
export type BriefOffer = z.infer<typeof briefOfferSchema>;

export const offerPairSchema = z.object({
  one: briefOfferSchema,
  other: briefOfferSchema,
  /** Of their titles, from 0 to 1. */
  similarity: z.number(),
});
export type OfferPairRow = z.infer<typeof offerPairSchema>;

/** What a person said of a pair: `keptId` stays and the other points to it; null means that they are two. */
export const decidedPairSchema = z.object({
  one: briefOfferSchema,
  other: briefOfferSchema,
  keptId: offerIdSchema.nullable(),
  saidAt: z.iso.datetime(),
});
export type DecidedPair = z.infer<typeof decidedPairSchema>;

const pair = { oneId: offerIdSchema, otherId: offerIdSchema } as const;

/** Offers that came twice, from two sources: proposed, and decided by people once and for all. */
export const offerDuplicates = {
  /** The pairs that nobody decided on, the most alike first; of one import those with an offer that it brought. */
  page: call({
    input: pageRequestSchema.extend({ importId: importIdSchema.nullable() }),
    output: pageOf(offerPairSchema),
  }),
  /**
   * Says that two offers are one, of which `keptId` stays, or that they are two. Throws `not-found`, and `conflict`
   * (`action-impossible`) for an offer that is closed already.
   */
  decide: call({
    input: z.strictObject({ ...pair, keptId: offerIdSchema.nullable() }),
    output: nothing,
    changes: ['offers'],
  }),
  /** Takes that back: what was laid aside is open again, and the pair is proposed once more. */
  takeBack: call({ input: z.strictObject(pair), output: nothing, changes: ['offers'] }),
  /** What was decided, the latest first. */
  decided: call({ input: pageRequestSchema, output: pageOf(decidedPairSchema) }),
  /** The offer that stays in place of this one; null for one that is no duplicate. */
  keptFor: call({ input: z.strictObject({ offerId: offerIdSchema }), output: briefOfferSchema.nullable() }),
} as const;
