import type { Embedder, Matcher } from '../../src/main/core/ports';
import { defaultRankingParameters } from '../../src/shared/domain/score';
import { createRanker, type Ranker } from '../../src/main/workers/match/rank';
import { pack } from '../../src/main/workers/adapters';
import { prepareHere } from './prepare-here';

const dimensions = 64;

/** An embedder of its own kind: each word has a direction drawn from its letters, a text the sum of its words. */
export function createWordEmbedder(id = 'words'): Embedder & { readonly embedded: string[] } {
  const embedded: string[] = [];
  return {
    embedded,
    model: () => Promise.resolve({ id, dimensions, ranking: defaultRankingParameters }),
    embed: (texts) => {
      embedded.push(...texts);
      return Promise.resolve(Float32Array.from(texts.flatMap((text) => vectorOf(text))));
    },
    prepare: prepareHere,
  };
}

function vectorOf(text: string): readonly number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.split(' ')) {
    let seed = 7;
    for (const char of word) seed = (seed * 31 + (char.codePointAt(0) ?? 0)) % 2_147_483_647;
    for (let at = 0; at < dimensions; at += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      vector[at] = (vector[at] ?? 0) + seed / 2_147_483_647 - 0.5;
    }
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** The real ranking in this thread. */
export function createDirectMatcher(): Matcher & { readonly rankedIds: number[] } {
  let loaded: { readonly version: string; readonly ranker: Ranker } | null = null;
  const rankedIds: number[] = [];
  return {
    rankedIds,
    occupations: () => Promise.resolve(null),
    rank: ({ version, formations, parameters }, offers, top, signal) => {
      if (loaded?.version !== version) loaded = { version, ranker: createRanker(pack(formations), parameters) };
      rankedIds.push(...offers.map(({ id }) => id));
      const { counts, formationIds, scores, semantics, lexicals } = loaded.ranker.rank(pack(offers), top, signal);
      let next = 0;
      return Promise.resolve(
        offers.map(({ id }, index) => {
          const from = next;
          next += counts[index] ?? 0;
          const ranked = Array.from(formationIds.slice(from, next), (formationId, rank) => ({
            formationId,
            score: scores[from + rank] ?? 0,
            semantic: semantics[from + rank] ?? 0,
            lexical: lexicals[from + rank] ?? 0,
          }));
          return { offerId: id, formations: ranked };
        }),
      );
    },
  };
}
