import { z } from 'zod';
import { formationIdSchema, offerIdSchema } from './ids';
import {
  contractTypeSchema,
  matchOutcomeSchema,
  maxDescriptionLength,
  maxTitleLength,
  studyLevelSchema,
} from './offer';

/** How many formations are kept for an offer. */
export const keptMatches = 20;

/** How well one formation suits one offer. All parts lie between 0 and 1; `rank` counts from 1. */
export const scoreSchema = z.object({
  score: z.number().min(0).max(1),
  /** The part that comes from meaning (the encoder). */
  semantic: z.number().min(0).max(1),
  /** The part that comes from shared words. */
  lexical: z.number().min(0).max(1),
});
export type Score = z.infer<typeof scoreSchema>;

/** What tells a formation from others at a glance. */
export const formationNameSchema = z.object({
  id: formationIdSchema,
  title: z.string(),
  diplomaType: z.string().nullable(),
  level: studyLevelSchema.nullable(),
  component: z.string().nullable(),
});
export type FormationName = z.infer<typeof formationNameSchema>;

export const matchSchema = scoreSchema.extend({ rank: z.int().positive(), formation: formationNameSchema });
export type Match = z.infer<typeof matchSchema>;

/** The formations of one offer, best first; empty unless the outcome is `ranked`. */
export const offerMatchesSchema = z.object({
  offerId: offerIdSchema,
  outcome: matchOutcomeSchema,
  matches: z.array(matchSchema),
  /** The model that ranked them, null while pending. */
  modelId: z.string().nullable(),
});
export type OfferMatches = z.infer<typeof offerMatchesSchema>;

/** A text that nobody stored, with the names that must not sway its ranking. */
export const textToRankSchema = z.strictObject({
  /** As its author wrote it; may be empty. */
  title: z.string().max(maxTitleLength),
  description: z.string().max(maxDescriptionLength),
  skills: z.array(z.string().max(300)).max(200),
  company: z.string().max(300).nullable(),
  contact: z.string().max(200).nullable(),
  city: z.string().max(200).nullable(),
  /** Years after the baccalauréat that it aims at; left out or empty, the text may say some. */
  levels: z.array(z.int().min(0).max(8)).max(9).optional(),
  /** Ranks nothing, but is compared with what a formation offers; left out or null, the text may say it. */
  contractType: contractTypeSchema.nullable().optional(),
});
export type TextToRank = z.infer<typeof textToRankSchema>;

/** What ranking such a text gives; empty unless the outcome is `ranked`. */
export const matchPreviewSchema = z.object({
  outcome: z.enum(['ranked', 'no-suitable-formation', 'insufficient-text', 'no-formations']),
  matches: z.array(matchSchema),
  /** Where none reaches the threshold: the nearest below it, best first. */
  nearest: z.array(matchSchema),
  modelId: z.string(),
});
export type MatchPreview = z.infer<typeof matchPreviewSchema>;
