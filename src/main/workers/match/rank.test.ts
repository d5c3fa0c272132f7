import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineParts, defaultRankingParameters, toScore } from '../../../shared/domain/score';
import type { PackedItems } from '../contracts';
import { buildCharIndex } from './char-index';
import { createRanker } from './rank';
import { topRanked } from './top-ranked';
import { createWeightedRows } from '../simd/weighted-rows';
import { eachGram } from './word-grams';

const never = new AbortController().signal;

function packed(
  items: readonly { id: number; title: string; body?: string; vector: readonly number[] }[],
): PackedItems {
  return {
    ids: Int32Array.from(items, ({ id }) => id),
    titles: items.map(({ title }) => title),
    bodies: items.map(({ body }) => body ?? ''),
    vectors: Float32Array.from(items.flatMap(({ vector }) => vector)),
  };
}

describe('weighted rows', () => {
  it('add up to what plain loops give, for any number of columns', () => {
    const cellAt = (row: number, column: number): number => Math.sin(31 * row + 17 * column);
    const weight = fc.float({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.tuple(fc.nat(6), weight), { maxLength: 7 }),
        (columns, list) => {
          const rows = createWeightedRows(7, columns);
          for (let row = 0; row < 7; row += 1) {
            for (let column = 0; column < columns; column += 1) rows.set(row, column, cellAt(row, column));
          }
          rows.sums.fill(0.5);
          list.forEach(([row, own], at) => {
            rows.indexes[at] = row;
            rows.weights[at] = own;
          });
          rows.add(list.length);
          const isRight = [...rows.sums].map((sum, column) => {
            const expected = list.reduce((total, [row, own]) => total + own * cellAt(row, column), 0.5);
            return Math.abs(sum - expected) < 1e-5;
          });
          expect(isRight).not.toContain(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave the sums alone when nothing is listed', () => {
    const rows = createWeightedRows(2, 3);
    rows.sums.set([1, 2, 3]);
    rows.add(0);
    expect([...rows.sums]).toEqual([1, 2, 3]);
  });
});

describe('n-grams', () => {
  const gramsOf = (word: string): readonly string[] => {
    const grams: string[] = [];
    eachGram(word, (gram) => grams.push(gram));
    return grams;
  };

  it('stand between blanks, and a short word counts once', () => {
    expect(gramsOf('a')).toEqual([' a ']);
    expect(gramsOf('ab')).toEqual([' ab', 'ab ', ' ab ']);
    expect(gramsOf('abcd')).toEqual([' ab', 'abc', 'bcd', 'cd ', ' abc', 'abcd', 'bcd ', ' abcd', 'abcd ']);
  });
});

/** The same figures by the shortest way to write them. */
function cosines(text: string, documents: readonly string[]): readonly number[] {
  const count = (from: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const word of from.split(' ').filter(Boolean)) {
      eachGram(word, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
    }
    return counts;
  };
  const counted = documents.map(count);
  const idf = (gram: string): number =>
    Math.log((1 + documents.length) / (1 + counted.filter((counts) => counts.has(gram)).length)) + 1;
  const unit = (counts: Map<string, number>): Map<string, number> => {
    const known = [...counts].filter(([gram]) => counted.some((other) => other.has(gram)));
    const weights = known.map(([gram, times]) => [gram, (1 + Math.log(times)) * idf(gram)] as const);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([gram, weight]) => [gram, weight / length]));
  };
  const query = unit(count(text));
  return counted.map(unit).map((document) => {
    let sum = 0;
    for (const [gram, weight] of document) sum += weight * (query.get(gram) ?? 0);
    return sum;
  });
}

describe('shared words', () => {
  const words = ['genie', 'civil', 'gestion', 'comptable', 'comptabilite', 'de', 'a', 'eau', 'informatique', 'c++'];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((list) => list.join(' '));

  it('are the cosine of TF-IDF vectors, whatever is rare or common', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { minLength: 1, maxLength: 40 }), (text, documents) => {
        const found = [...buildCharIndex(documents).score(text)];
        const expected = cosines(text, documents);
        expect(found.map((value, at) => Math.abs(value - (expected[at] ?? 0)) < 1e-5)).not.toContain(false);
      }),
      { numRuns: 60 },
    );
  });

  it('do not remember the text before', () => {
    const index = buildCharIndex(['genie civil', 'comptabilite']);
    const first = [...index.score('genie civil')];
    index.score('comptabilite comptabilite');
    expect([...index.score('genie civil')]).toEqual(first);
  });
});

describe('the best of many scores', () => {
  it('come best first, equal ones in the order of their place, for few and for many', () => {
    const score = fc.constantFrom(0, 0.1, 0.25, 0.3, 0.999, 1);
    fc.assert(
      fc.property(fc.array(score, { maxLength: 400 }), fc.integer({ min: 1, max: 400 }), (scores, count) => {
        const expected = scores
          .map((value, at) => [Math.fround(value), at] as const)
          .sort(([left, at], [right, other]) => right - left || at - other)
          .slice(0, count)
          .map(([, at]) => at);
        expect([...topRanked(Float32Array.from(scores), count)]).toEqual(expected);
      }),
    );
  });
});

describe('ranking', () => {
  const formations = packed([
    { id: 30, title: 'genie civil', vector: [1, 0] },
    { id: 10, title: 'genie civil', vector: [1, 0] },
    { id: 20, title: 'comptabilite', vector: [0, 1] },
  ]);
  const rank = (title: string, body: string, vector: readonly number[], top = 20) => {
    const offers = packed([{ id: 1, title, body, vector }]);
    return createRanker(formations, defaultRankingParameters).rank(offers, top, never);
  };

  it('puts equal scores in the order of the formations’ ids', () => {
    expect([...rank('genie civil', '', [1, 0]).formationIds]).toEqual([10, 30, 20]);
  });

  it('gives scores between 0 and 1 that follow from their parts', () => {
    const { scores, semantics, lexicals } = rank('genie civil', 'comptabilite', [0.6, 0.8]);
    const expected = [...semantics].map((semantic, at) =>
      toScore(combineParts(semantic, lexicals[at] ?? 0, defaultRankingParameters), defaultRankingParameters),
    );
    expect([...scores].map((score, at) => Math.abs(score - (expected[at] ?? 0)) < 1e-6)).toEqual([true, true, true]);
    expect([...semantics].map((value) => value.toFixed(3))).toEqual(['0.800', '0.600', '0.600']);
    // Title counts 1, body 0.5: two thirds of the words are those of the title.
    expect([...lexicals].map((value) => value.toFixed(3))).toEqual(['0.333', '0.667', '0.667']);
  });

  it('takes opposite meanings for nothing in common', () => {
    expect([...rank('xyz', '', [-1, 0]).semantics]).toEqual([0, 0, 0]);
  });

  it('gives 0 to everything where there is no text', () => {
    const { scores, formationIds } = rank('', '', [0, 0]);
    expect([[...scores], [...formationIds]]).toEqual([
      [0, 0, 0],
      [10, 20, 30],
    ]);
  });

  it('keeps the top', () => {
    const { counts, formationIds } = rank('comptabilite', '', [0, 1], 1);
    expect([[...counts], [...formationIds]]).toEqual([[1], [20]]);
  });

  it('has nothing to say without formations', () => {
    const ranker = createRanker(packed([]), defaultRankingParameters);
    const offers = packed([{ id: 1, title: 'comptable', vector: [1, 0] }]);
    expect([...ranker.rank(offers, 20, never).counts]).toEqual([0]);
  });

  it('stops when it is cancelled', () => {
    const offers = packed([{ id: 1, title: 'comptable', vector: [1, 0] }]);
    const ranker = createRanker(formations, defaultRankingParameters);
    expect(() => ranker.rank(offers, 20, AbortSignal.abort())).toThrowError(
      expect.objectContaining({ code: 'cancelled' }),
    );
  });
});
