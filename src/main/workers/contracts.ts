import { z } from 'zod';
import { call } from '../../shared/contract/define';
import { noInput } from '../../shared/contract/nothing';
import { occupationProposalSchema } from '../../shared/domain/reading/occupation-proposal';
import { occupationParametersSchema, rankingParametersSchema } from '../../shared/domain/score';
import type { MatchText, OfferToPrepare } from '../../shared/domain/text/match-text';

// What the core-side adapters and the workers say to each other. Numbers travel as typed arrays, whose buffers are
// moved between threads and copied between processes. The contract of the CSV worker lies beside it, in csv/.

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const floats = z.custom<Float32Array>((value) => value instanceof Float32Array);
const integers = z.custom<Int32Array>((value) => value instanceof Int32Array);

export const embedContract = {
  embedder: {
    /** Checks the model folder against its manifest; `unavailable` with `model-missing` or `model-damaged`. */
    model: call({
      input: noInput,
      output: z.object({ id: z.string(), dimensions: z.int().positive(), ranking: rankingParametersSchema }),
    }),
    /** One unit vector a text, row after row; null when this worker cannot embed them. */
    embed: call({
      input: z.object({ texts: z.array(z.string()) }),
      output: z.object({ vectors: floats }).nullable(),
    }),
  },
} as const;

/** The embed thread prepares texts besides, which needs no model. */
export const embedThreadContract = {
  ...embedContract,
  texts: {
    /** What is compared of offers, in their order. */
    prepare: call({
      input: z.object({ offers: z.array(z.custom<OfferToPrepare>(isObject)) }),
      output: z.object({ texts: z.array(z.custom<MatchText>(isObject)) }),
    }),
  },
} as const;

/** Texts to compare: the same index in each array means the same text; `vectors` holds them row after row. */
export const packedItemsSchema = z.object({
  ids: integers,
  titles: z.array(z.string()),
  bodies: z.array(z.string()),
  /** A bit for each year after the baccalauréat, 0 to 8; 0 where none is known. */
  levels: integers,
  /** Of each text the occupations of ROME that it is said to lead to. */
  romeCodes: z.array(z.array(z.string())),
  vectors: floats,
});
export type PackedItems = z.infer<typeof packedItemsSchema>;

/** Rankings of several offers in a row: `counts[i]` formations for offer i, best first. */
export const packedRankingsSchema = z.object({
  counts: integers,
  formationIds: integers,
  scores: floats,
  semantics: floats,
  lexicals: floats,
});
export type PackedRankings = z.infer<typeof packedRankingsSchema>;

export const matchContract = {
  matcher: {
    /** Takes the formations to compare with and forgets those of before. */
    load: call({
      input: z.object({ version: z.string(), formations: packedItemsSchema, parameters: rankingParametersSchema }),
      output: z.null(),
    }),
    /** Null when the formations of `version` are not those loaded: a fresh worker knows none. */
    rank: call({
      input: z.object({ version: z.string(), offers: packedItemsSchema, top: z.int().positive() }),
      output: packedRankingsSchema.nullable(),
    }),
    /** The occupations that each of the vectors (row after row) is about; null for a model without any. */
    occupations: call({
      input: z.object({
        vectors: floats,
        parameters: occupationParametersSchema,
        romeCodes: z.array(z.array(z.string())),
      }),
      output: z.array(z.array(occupationProposalSchema)).nullable(),
    }),
  },
} as const;
