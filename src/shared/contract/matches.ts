import { z } from 'zod';
import { explanationSchema, textExplanationSchema } from '../domain/explanation/explanation';
import { formationIdSchema, jobIdSchema, offerIdSchema } from '../domain/ids';
import { matchPreviewSchema, offerMatchesSchema, textToRankSchema } from '../domain/match';
import { call } from './define';
import { noInput } from './nothing';

export const matches = {
  /** The formations of one offer, best first, with the reason when there is none. */
  ofOffer: call({ input: z.strictObject({ offerId: offerIdSchema }), output: offerMatchesSchema }),
  /** Why a formation does or does not suit an offer; any formation, proposed or not. */
  explain: call({
    input: z.strictObject({ offerId: offerIdSchema, formationId: formationIdSchema }),
    output: explanationSchema,
  }),
  /** The same for a text that nobody stored. */
  explainText: call({
    input: z.strictObject({ text: textToRankSchema, formationId: formationIdSchema }),
    output: textExplanationSchema,
  }),
  /** The formations that a text suits; nothing is stored. Asked again with every pause of who writes. */
  preview: call({ input: textToRankSchema, output: matchPreviewSchema }),
  /** Embeds and ranks whatever lacks a valid ranking; answers with the running job when there is one already. */
  refresh: call({ input: noInput, output: z.object({ jobId: jobIdSchema }), changes: ['jobs'] }),
  /** Only embeds what lacks a valid vector, so that a later ranking is quick. */
  embed: call({ input: noInput, output: z.object({ jobId: jobIdSchema }), changes: ['jobs'] }),
} as const;
