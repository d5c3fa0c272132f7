import { z } from 'zod';
import { maxNoteLength, offerDecisionsSchema, shownMatchSchema } from '../domain/decision';
import { decisionIdSchema, formationIdSchema, offerIdSchema } from '../domain/ids';
import { call } from './define';
import { noInput } from './nothing';

const oneOffer = z.strictObject({ offerId: offerIdSchema });
const onePair = z.strictObject({ offerId: offerIdSchema, formationId: formationIdSchema });
const note = z.string().max(maxNoteLength).nullable();

/** What was written; null when all was so already. Handed to `takeBack` to undo it. */
const written = z.object({ decisionId: decisionIdSchema.nullable() });

/** Of the offers on which somebody decided, how the proposals of then stood the test. */
export const decisionQualitySchema = z.object({
  /** Offers for which a formation was chosen, or the first proposal rejected. */
  offers: z.int().nonnegative(),
  /** Those whose first proposal was accepted. */
  first: z.int().nonnegative(),
  /** Those of which an accepted formation was among the first three proposals. */
  amongThree: z.int().nonnegative(),
});
export type DecisionQuality = z.infer<typeof decisionQualitySchema>;

export const decisions = {
  /** What was decided on an offer, and how its formations stand by that. `not-found`. */
  ofOffer: call({ input: oneOffer, output: offerDecisionsSchema }),
  /** The formations that a person accepted or added, in the person's order. `not-found`. */
  chosen: call({ input: oneOffer, output: z.array(formationIdSchema) }),
  /** Accepts, rejects or adds a formation, or leaves it to the ranking again. `not-found`. */
  decide: call({
    input: onePair.extend({
      kind: z.enum(['accepted', 'rejected', 'added', 'cleared']),
      note,
      /** What was proposed on screen; null for a formation that was not. */
      shown: shownMatchSchema.nullable(),
    }),
    output: written,
    changes: ['decisions'],
  }),
  /** Gives a chosen formation a place among the chosen ones, from 1. `not-found`. */
  move: call({ input: onePair.extend({ place: z.int().positive() }), output: written, changes: ['decisions'] }),
  /** Changes the note of a decided formation; null removes it. `not-found`. */
  annotate: call({ input: onePair.extend({ note }), output: written, changes: ['decisions'] }),
  /** Undoes a decision, whenever it was made, or an undoing. `not-found`. */
  takeBack: call({ input: z.strictObject({ decisionId: decisionIdSchema }), output: written, changes: ['decisions'] }),
  quality: call({ input: noInput, output: decisionQualitySchema }),
} as const;
