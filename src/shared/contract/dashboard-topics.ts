import { z } from 'zod';
import { comparedSchema } from '../domain/dashboard/figures';
import { companyIdSchema } from '../domain/ids';
import { packedIdsSchema } from '../util/packed-ids';

const count = z.int().nonnegative();

/** Offers as the list of offers takes them; `count` of them fit. Null for none. */
const packedOffersSchema = z.object({ text: packedIdsSchema, count }).nullable();

const untaughtSkillSchema = z.object({ label: z.string(), offers: count });

const topicSchema = comparedSchema.extend({
  /** What tells its offers from those of other topics, as they spell it, the most telling first. */
  words: z.array(z.string()),
  /** How well those words go together (NPMI), −1 to 1; null for fewer than two. */
  coherence: z.number().min(-1).max(1).nullable(),
  /** Titles of offers nearest to its middle, each once. */
  titles: z.array(z.string()),
  /** Those of most offers of the year first. */
  companies: z.array(z.object({ companyId: companyIdSchema, name: z.string(), offers: count })),
  companyCount: count,
  /** Skills that its offers of the year ask for and no formation teaches; null where none says what it teaches. */
  untaught: z.array(untaughtSkillSchema).nullable(),
  /** Its offers of the year; where there are none, those of the year before. */
  offers: packedOffersSchema,
});
export type Topic = z.infer<typeof topicSchema>;

/** What offers that found no formation are about, in groups that were formed by their meaning. */
export const topicsSchema = z.object({
  /** All of them, of both years. */
  total: comparedSchema,
  /** How many were grouped: those whose text was read, as many as can be looked at. */
  grouped: count,
  /** Those of most offers of the year first; of two offers and more. */
  topics: z.array(topicSchema),
  /** Offers like no other. */
  apart: comparedSchema.extend({ offers: packedOffersSchema }),
  /** The mean of the topics' coherence, each weighing as much as its offers. */
  coherence: z.number().min(-1).max(1).nullable(),
  /** How clearly the groups lie apart, −1 to 1; null without groups. */
  silhouette: z.number().min(-1).max(1).nullable(),
  /** The skills that most of these offers of the year ask for and no formation teaches; null as above. */
  untaught: z.array(untaughtSkillSchema).nullable(),
});
export type Topics = z.infer<typeof topicsSchema>;
