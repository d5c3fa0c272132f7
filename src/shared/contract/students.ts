import { z } from 'zod';
import { formationIdSchema, offerIdSchema } from '../domain/ids';
import { maxDescriptionLength } from '../domain/offer';
import { maxPageSize } from '../domain/page';
import { call } from './define';
import { companyApproachSchema } from './search';

/** The most formations that are asked about at once. */
const mostFormations = 30;

/** What somebody who chooses a formation wants to know besides its description. */
export const formationOutlookSchema = z.object({
  formationId: formationIdSchema,
  /** Where its component is; null where nobody said. */
  city: z.string().nullable(),
  /** How many students it takes; null where nobody said. */
  capacity: z.int().nullable(),
  /** What it asks for; null where nobody said. Without the people that it may name. */
  prerequisites: z.string().nullable(),
  /** What the formation says that it leads to. */
  jobs: z.array(z.string()),
  /** The offers in which it comes first, drafts aside, and their most frequent titles, each with how many have it. */
  offerCount: z.int().nonnegative(),
  titles: z.array(z.object({ title: z.string(), count: z.int().positive() })),
});
export type FormationOutlook = z.infer<typeof formationOutlookSchema>;

/** How an offer is answered; null where the office lets students know nothing: then it is asked. */
export const offerApproachSchema = z.object({ offerId: offerIdSchema, approach: companyApproachSchema.nullable() });
export type OfferApproach = z.infer<typeof offerApproachSchema>;

/** A sentence of an offer. */
export const offerPassageSchema = z.object({ offerId: offerIdSchema, text: z.string() });
export type OfferPassage = z.infer<typeof offerPassageSchema>;

export const students = {
  /** In the order of the ids; a formation that does not exist is left out. */
  outlooks: call({
    input: z.strictObject({ formationIds: z.array(formationIdSchema).max(mostFormations) }),
    output: z.array(formationOutlookSchema),
  }),
  /**
   * How offers are answered, in the order of the ids: by their own contact, else as their company is applied to. A draft
   * and an offer that does not exist are left out.
   */
  approaches: call({
    input: z.strictObject({ offerIds: z.array(offerIdSchema).max(maxPageSize) }),
    output: z.array(offerApproachSchema),
  }),
  /**
   * Of each offer the sentence that comes closest to a text by its meaning, in the order of the ids, without the people that
   * it may name. An offer of which none comes close is left out, as are drafts and offers that do not exist; all are where
   * the text says too little or there is no model.
   */
  passages: call({
    input: z.strictObject({
      text: z.string().max(maxDescriptionLength),
      offerIds: z.array(offerIdSchema).max(maxPageSize),
    }),
    output: z.array(offerPassageSchema),
  }),
} as const;
