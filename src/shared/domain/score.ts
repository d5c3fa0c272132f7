import { z } from 'zod';

/** Names the way in which texts are prepared and scores computed; what was ranked under another name is ranked again. */
export const rankingVersion = 'hybrid-8';

/** How texts are compared by the ROME occupations that they are about. */
export const occupationParametersSchema = z.object({
  /** How much occupations count beside the meaning. */
  weight: z.number().min(0),
  prototypeWeight: z.number().min(0),
  titleWeight: z.number().min(0),
  temperature: z.number().positive(),
  /** Only so many parents, those of the nearest prototypes, are looked at; null stands for all. */
  candidates: z.int().positive().nullable(),
  /** How much the codes that a formation's own file gives count in what it is about, of 1; the rest is what its text says. */
  codeWeight: z.number().min(0).max(1),
});
export type OccupationParameters = z.infer<typeof occupationParametersSchema>;

/** What training found to work best with one model (models/training/ranking.md). */
export const rankingParametersSchema = z.object({
  /** How much the rest of an offer's text counts beside its title. */
  descriptionWeight: z.number().min(0),
  /** The same for a formation, in its meaning and its occupations; its words are those of its title alone. */
  formationDescriptionWeight: z.number().min(0),
  /** How much shared words count beside the meaning. */
  lexicalWeight: z.number().min(0),
  /** The same for an offer of which there is no more than a title. */
  titleOnlyLexicalWeight: z.number().min(0),
  /** What a piece of a word counts that is not its beginning, beside 1 for one that is. */
  innerGramWeight: z.number().positive(),
  /** What a year between the level that an offer aims at and those of a formation takes from a pair, of 1. */
  levelWeight: z.number().min(0),
  /** Null for a model that comes without occupations. */
  occupation: occupationParametersSchema.nullable(),
  /** Turns the weighted mean of the parts into a score with a meaning: 1 / (1 + e^-(slope · mean + offset)). */
  calibration: z.object({ slope: z.number().positive(), offset: z.number() }),
  /** Under this score no formation is proposed. */
  threshold: z.number().min(0).max(1),
});
export type RankingParameters = z.infer<typeof rankingParametersSchema>;

/** For a model folder that comes without parameters of its own. */
export const defaultRankingParameters: RankingParameters = {
  descriptionWeight: 0.5,
  formationDescriptionWeight: 0.5,
  lexicalWeight: 0.25,
  titleOnlyLexicalWeight: 0.25,
  innerGramWeight: 1,
  levelWeight: 0,
  occupation: null,
  calibration: { slope: 7.375, offset: -3.97 },
  threshold: 0.25,
};

/** The semantic part of a pair out of likeness of meaning and of occupations, all of them 0 to 1. */
export function combineSemantics(meaning: number, occupation: number, { weight }: OccupationParameters): number {
  return (meaning + weight * occupation) / (1 + weight);
}

/** How much shared words count beside the meaning for an offer whose prepared text beside its title is `body`. */
export function lexicalWeightOf(body: string, parameters: RankingParameters): number {
  return body === '' ? parameters.titleOnlyLexicalWeight : parameters.lexicalWeight;
}

/** What formations are ordered by, 0 to 1: the weighted mean of the two parts of a pair, 0 to 1 each. */
export function combineParts(semantic: number, lexical: number, lexicalWeight: number): number {
  return (semantic + lexicalWeight * lexical) / (1 + lexicalWeight);
}

/** Years of study 0 to 8; more are never apart. */
const mostYearsApart = 8;

/**
 * What is left of a pair, of 1, whose levels are bits for years of study: all where they share a year or one of them is
 * unknown, and a part less for every year between the nearest two.
 */
export function levelShare(offer: number, formation: number, levelWeight: number): number {
  if (offer === 0 || formation === 0) return 1;
  let apart = 0;
  while (apart < mostYearsApart && (offer & ((formation << apart) | (formation >> apart))) === 0) apart += 1;
  return Math.max(0, 1 - levelWeight * apart);
}

/** The score of a pair, 0 to 1, out of what `combineParts` gave: rises with it. */
export function toScore(mean: number, { calibration: { slope, offset } }: RankingParameters): number {
  return 1 / (1 + Math.exp(-(slope * mean + offset)));
}
