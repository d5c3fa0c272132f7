import { z } from 'zod';
import { contractTypeSchema, durationSchema, paySchema, senioritySchema, studyLevelSchema } from '../offer';
import { occupationProposalSchema } from './occupation-proposal';
import { skillKindSchema } from './skill-vocabulary';

/** Where a text says something: which text, and from which code unit to which, the end excluded. */
export const passageSchema = z.object({
  field: z.enum(['title', 'description']),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
export type Passage = z.infer<typeof passageSchema>;

/** 0 to 1: how often readings by the same rule were right on labelled offers, in steps of 0.05. */
const confidenceSchema = z.number().min(0).max(1);

const factOf = <T extends z.ZodType>(value: T) =>
  z.object({ value, passage: passageSchema, confidence: confidenceSchema }).nullable();

/** What the words of an offer say, read by rules; null and empty where they say nothing of it. */
export const textReadingSchema = z.object({
  contractType: factOf(contractTypeSchema),
  levels: factOf(z.array(studyLevelSchema).min(1)),
  seniority: factOf(senioritySchema),
  duration: factOf(durationSchema),
  weeklyHours: factOf(z.number().positive().max(80)),
  pay: factOf(paySchema),
  skills: z.array(z.object({ code: z.string(), label: z.string(), kind: skillKindSchema, passage: passageSchema })),
});
export type TextReading = z.infer<typeof textReadingSchema>;

/** What is known of an offer by reading it: its words by rules, what it is about by the encoder. */
export const offerReadingSchema = textReadingSchema.extend({
  /** Up to three occupations of ROME, likeliest first; empty for too little text and for a model without occupations. */
  occupations: z.array(occupationProposalSchema),
  /** The « domaine professionnel » of ROME that the occupations lie in; `part` is what they add up to, 0 to 1. */
  domain: z.object({ code: z.string(), label: z.string(), part: z.number().nonnegative() }).nullable(),
});
export type OfferReading = z.infer<typeof offerReadingSchema>;

/** Whether the experience only follows from the contract, such as that an internship is for beginners: nobody has said it. */
export function isSeniorityInferred({
  seniority,
  contractType,
}: Pick<TextReading, 'seniority' | 'contractType'>): boolean {
  if (seniority === null || contractType === null) return false;
  const [one, other] = [seniority.passage, contractType.passage];
  return one.field === other.field && one.start === other.start && one.end === other.end;
}

/** The same of a text that is being written, with what is only proposed and never stored unless a person accepts it. */
export const writtenReadingSchema = offerReadingSchema.extend({
  /** Where one works; the postcode is null where the text and the town leave a doubt. */
  place: factOf(z.object({ city: z.string(), postcode: z.string().nullable() })),
});
export type WrittenReading = z.infer<typeof writtenReadingSchema>;

/** One thing that a text says, with the passage that says it. */
export interface ReadFact<T> {
  readonly value: T;
  readonly passage: Passage;
  readonly confidence: number;
}
