import { z } from 'zod';

const occupationSchema = z.object({ code: z.string(), label: z.string() });

/** An occupation that a text is about: a parent of ROME with its official label, and the nearest occupation within it. */
export const occupationProposalSchema = occupationSchema.extend({
  /** 0 to 1; the parts of all parents add up to 1. */
  part: z.number().nonnegative(),
  nearest: occupationSchema,
});
export type OccupationProposal = z.infer<typeof occupationProposalSchema>;
