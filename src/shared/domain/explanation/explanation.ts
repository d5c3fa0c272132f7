import { z } from 'zod';
import { formationIdSchema, offerIdSchema } from '../ids';
import { matchOutcomeSchema, contractTypeSchema, studyLevelSchema } from '../offer';
import { scoreSchema } from '../match';

/** Where a cited passage stands: in a text, or in an item of a list. */
export const explainedFields = ['title', 'description', 'skill', 'keyword', 'job'] as const;
export const explainedFieldSchema = z.enum(explainedFields);
export type ExplainedField = z.infer<typeof explainedFieldSchema>;

/** Places are UTF-16 code units of the field's original text, `end` the first one behind. */
const placeSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Place = z.infer<typeof placeSchema>;

export const citedPassageSchema = placeSchema.extend({
  field: explainedFieldSchema,
  /** Which item of a list, from 0; 0 for the title and the description. */
  item: z.int().nonnegative(),
  text: z.string(),
  /** The words that the other passage has too, within the same original text. */
  words: z.array(placeSchema),
});
export type CitedPassage = z.infer<typeof citedPassageSchema>;

/** A passage of the offer and one of the formation that say the same. */
export const passagePairSchema = z.object({
  offer: citedPassageSchema,
  formation: citedPassageSchema,
  /** The encoder's cosine of both, 0 to 1. */
  similarity: z.number().min(0).max(1),
});
export type PassagePair = z.infer<typeof passagePairSchema>;

/** How much of a score comes from where; they add up to 1, or are all 0 where there is nothing in common. */
export const sharesSchema = z.object({
  words: z.number().min(0).max(1),
  meaning: z.number().min(0).max(1),
  occupation: z.number().min(0).max(1),
});
export type Shares = z.infer<typeof sharesSchema>;

export const skillComparisonSchema = z.object({
  /** `asked` as the offer says it, `taught` as the formation does. */
  shared: z.array(z.object({ asked: z.string(), taught: z.string() })),
  /** Asked for and not taught. */
  missing: z.array(z.string()),
  /** Taught and not asked for. */
  beyond: z.array(z.string()),
  /** How the offer's skills are known: from a list, from its text, or not at all. */
  asked: z.enum(['listed', 'read', 'unknown']),
});
export type SkillComparison = z.infer<typeof skillComparisonSchema>;

/** An occupation of ROME that a text is about, with the part of the text's meaning that it takes. */
export const sharedOccupationSchema = z.object({
  code: z.string(),
  label: z.string(),
  offer: z.number().min(0).max(1),
  formation: z.number().min(0).max(1),
});
export type SharedOccupation = z.infer<typeof sharedOccupationSchema>;

export const occupationComparisonSchema = z.object({
  /** Both are about these, the most shared first. */
  shared: z.array(sharedOccupationSchema),
  /** What each is about first of all. */
  offer: z.object({ code: z.string(), label: z.string() }).nullable(),
  formation: z.object({ code: z.string(), label: z.string() }).nullable(),
});
export type OccupationComparison = z.infer<typeof occupationComparisonSchema>;

/** `below`: the formation ends under what the offer aims at; `above`: it begins over it; `apart`: between two levels. */
export const levelFits = ['fits', 'below', 'above', 'apart', 'unknown'] as const;

export const levelComparisonSchema = z.object({
  /** The levels that the offer aims at, none where it says nothing. */
  offer: z.array(studyLevelSchema),
  /** The level that the formation leads to. */
  formation: studyLevelSchema.nullable(),
  fit: z.enum(levelFits),
});
export type LevelComparison = z.infer<typeof levelComparisonSchema>;

export const contractComparisonSchema = z.object({
  offer: contractTypeSchema.nullable(),
  /** Where the formation itself speaks of that kind of contract; null where it does not. */
  said: citedPassageSchema.nullable(),
});
export type ContractComparison = z.infer<typeof contractComparisonSchema>;

/** How the formation stands among all of the university for this offer. */
export const standingSchema = scoreSchema.extend({
  rank: z.int().positive(),
  formations: z.int().positive(),
  /** Under this score nothing is proposed. */
  threshold: z.number().min(0).max(1),
  /** The score of the first and of the last formation that can be proposed; the latter null when fewer exist. */
  bestScore: z.number().min(0).max(1),
  lastKeptScore: z.number().min(0).max(1).nullable(),
});
export type Standing = z.infer<typeof standingSchema>;

/** Why a formation does or does not suit an offer; everything a sentence is made of, and no sentence. */
export const explanationSchema = z.object({
  offerId: offerIdSchema,
  formationId: formationIdSchema,
  outcome: matchOutcomeSchema.exclude(['pending']),
  /** Null when the offer says too little to be compared. */
  standing: standingSchema.nullable(),
  shares: sharesSchema,
  passages: z.array(passagePairSchema),
  skills: skillComparisonSchema,
  /** Null for a model without occupations. */
  occupations: occupationComparisonSchema.nullable(),
  level: levelComparisonSchema,
  contract: contractComparisonSchema,
});
export type Explanation = z.infer<typeof explanationSchema>;

/** The same for a text that nobody stored. */
export const textExplanationSchema = explanationSchema.omit({ offerId: true });
export type TextExplanation = z.infer<typeof textExplanationSchema>;

/** What a pair has in common and what it lacks, wherever it stands among others. */
export type PairReasons = Pick<Explanation, 'shares' | 'passages' | 'skills' | 'occupations' | 'level' | 'contract'>;
