import { z } from 'zod';

/** Names the way in which texts are prepared and scores computed; what was ranked under another name is ranked again. */
export const rankingVersion = 'hybrid-1';

/** What training found to work best with one model; `ranking.json` of the model folder holds it. */
export const rankingParametersSchema = z.object({
  /** How much the rest of a text counts beside its title. */
  descriptionWeight: z.number().min(0),
  /** How much shared words count beside the meaning. */
  lexicalWeight: z.number().min(0),
  /** Turns the weighted sum into a score with a meaning: 1 / (1 + e^-(slope · sum + offset)). */
  calibration: z.object({ slope: z.number().positive(), offset: z.number() }),
  /** Under this score no formation is proposed. */
  threshold: z.number().min(0).max(1),
});
export type RankingParameters = z.infer<typeof rankingParametersSchema>;

/** For a model folder that comes without parameters of its own; those of the first model that was shipped. */
export const defaultRankingParameters: RankingParameters = {
  descriptionWeight: 0.5,
  lexicalWeight: 0.25,
  calibration: { slope: 5.9, offset: -3.97 },
  threshold: 0.25,
};

/** What formations are ordered by: the two parts of a pair, 0 to 1 each, in one sum. */
export function combineParts(semantic: number, lexical: number, { lexicalWeight }: RankingParameters): number {
  return semantic + lexicalWeight * lexical;
}

/** The score of a pair, 0 to 1, out of what `combineParts` gave: rises with it. */
export function toScore(sum: number, { calibration: { slope, offset } }: RankingParameters): number {
  return 1 / (1 + Math.exp(-(slope * sum + offset)));
}
