import type { MatchItem } from '../src/main/core/ports';
import type { RankingParameters } from '../src/shared/domain/score';
import { dotRows } from '../src/shared/util/dot-rows';
import { eachGram } from '../tests/support/plain-grams';

/** The ranking the way one writes it first: loops over arrays and maps. Occupations are left out. */
export function rankPlainly(
  offers: readonly MatchItem[],
  formations: readonly MatchItem[],
  { descriptionWeight, lexicalWeight }: RankingParameters,
  top: number,
): readonly (readonly number[])[] {
  const score = createPlainIndex(formations.map(({ title }) => title));
  return offers.map((offer) => {
    const shares = [
      [offer.title, 1],
      [offer.body, descriptionWeight],
    ] as const;
    const words = new Array<number>(formations.length).fill(0);
    for (const [text, share] of shares) {
      score(text).forEach((value, at) => (words[at] = (words[at] ?? 0) + (share * value) / (1 + descriptionWeight)));
    }
    return formations
      .map(
        ({ vector }, at) =>
          [
            at,
            Math.max(0, dotRows(vector, 0, offer.vector, 0, vector.length)) + lexicalWeight * (words[at] ?? 0),
          ] as const,
      )
      .sort(([at, left], [other, right]) => right - left || at - other)
      .slice(0, top)
      .map(([at]) => at);
  });
}

function createPlainIndex(documents: readonly string[]): (text: string) => readonly number[] {
  const rows = documents.map(countGrams);
  const frequencies = new Map<string, number>();
  for (const row of rows) for (const gram of row.keys()) frequencies.set(gram, (frequencies.get(gram) ?? 0) + 1);
  const weigh = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] => {
    const weights = [...counts].flatMap(([gram, times]) => {
      const frequency = frequencies.get(gram);
      if (frequency === undefined) return [];
      return [[gram, (1 + Math.log(times)) * (Math.log((1 + rows.length) / (1 + frequency)) + 1)] as const];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return weights.map(([gram, weight]) => [gram, weight / length] as const);
  };
  const postings = new Map<string, [number, number][]>();
  rows.forEach((row, at) => {
    for (const [gram, weight] of weigh(row)) {
      const list = postings.get(gram);
      if (list) list.push([at, weight]);
      else postings.set(gram, [[at, weight]]);
    }
  });
  return (text) => {
    const cosines = new Array<number>(documents.length).fill(0);
    for (const [gram, weight] of weigh(countGrams(text))) {
      for (const [at, other] of postings.get(gram) ?? []) cosines[at] = (cosines[at] ?? 0) + weight * other;
    }
    return cosines;
  };
}

function countGrams(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) {
    if (word !== '') eachGram(word, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
  }
  return counts;
}
