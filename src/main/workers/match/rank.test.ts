import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineParts, defaultRankingParameters, toScore } from '../../../shared/domain/score';
import { levelMaskOf } from '../../../shared/domain/study-years';
import type { PackedItems } from '../contracts';
import { buildCharIndex } from './char-index';
import { createCodeReader } from './given-codes';
import { createOccupationReader, type Occupations } from './occupations';
import { createRanker } from './rank';
import { topRanked } from './top-ranked';
import { createByteRows } from '../simd/byte-rows';
import { createUnitRows } from '../simd/unit-rows';
import { createGramTable } from './gram-table';
import { beginsWord, createGramReader } from './grams';
import { eachGram } from '../../../../tests/support/plain-grams';

const never = new AbortController().signal;

interface Item {
  readonly id: number;
  readonly title: string;
  readonly body?: string;
  readonly levels?: readonly number[];
  readonly romeCodes?: string[];
  readonly vector: readonly number[];
}

function packed(items: readonly Item[]): PackedItems {
  return {
    ids: Int32Array.from(items, ({ id }) => id),
    titles: items.map(({ title }) => title),
    bodies: items.map(({ body }) => body ?? ''),
    levels: Int32Array.from(items, ({ levels }) => levelMaskOf(levels ?? [])),
    romeCodes: items.map(({ romeCodes }) => romeCodes ?? []),
    vectors: Float32Array.from(items.flatMap(({ vector }) => vector)),
  };
}

describe('rows of bytes', () => {
  const rowCount = 7;
  const columns = 64;
  const codes = Int8Array.from({ length: rowCount * columns }, (_, at) => ((at * 37) % 255) - 127);
  const weight = fc.float({ min: -1, max: 1, noNaN: true });

  it('add up to what plain loops give', () => {
    const rows = createByteRows(codes, columns);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(rowCount - 1), weight), { maxLength: rowCount }), (list) => {
        list.forEach(([row, own], at) => {
          if (rows) [rows.indexes[at], rows.weights[at]] = [row, own];
        });
        rows?.add(list.length);
        const isRight = [...(rows?.sums ?? [])].map((sum, column) => {
          const expected = list.reduce((total, [row, own]) => total + own * (codes[row * columns + column] ?? 0), 0);
          return Math.abs(sum - expected) < 1e-3;
        });
        expect(isRight).toEqual(new Array<boolean>(columns).fill(true));
      }),
      { numRuns: 60 },
    );
  });

  it('are not made of a number of columns that they cannot add at once', () => {
    expect(createByteRows(codes, 28)).toBeNull();
  });
});

describe('unit rows', () => {
  const unit = (length: number) =>
    fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length }).map((values) => {
      const norm = Math.hypot(...values) || 1;
      return values.map((value) => value / norm);
    });
  const matrices = fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 35 }))
    .chain(([dimensions, rows, vectors]) => {
      const listOf = (length: number) => fc.array(unit(dimensions), { minLength: length, maxLength: length });
      return fc.tuple(fc.constant(dimensions), listOf(rows), listOf(vectors));
    });

  it('give the products of plain loops, for any number of rows, vectors and dimensions', () => {
    fc.assert(
      fc.property(matrices, ([dimensions, rows, vectors]) => {
        const made = createUnitRows(Float32Array.from(rows.flat()), dimensions);
        const found = [...made.products(Float32Array.from(vectors.flat()))];
        const expected = vectors.flatMap((vector) =>
          rows.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0)),
        );
        expect(found).toHaveLength(expected.length);
        expect(found.filter((value, at) => !(Math.abs(value - (expected[at] ?? NaN)) < 1e-4))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('give the nearest of some rows alone', () => {
    fc.assert(
      fc.property(matrices, fc.nat(40), fc.nat(40), ([dimensions, rows, [vector = []]], one, other) => {
        const [from, to] = [Math.min(one, other, rows.length), Math.min(Math.max(one, other), rows.length)];
        const made = createUnitRows(Float32Array.from(rows.flat()), dimensions);
        made.compare(Float32Array.from(vector));
        const products = rows.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0));
        expect(Math.abs(made.nearest(from, to) - Math.max(-1, ...products.slice(from, to)))).toBeLessThan(1e-4);
      }),
      { numRuns: 100 },
    );
  });

  it('hold vectors of length 1 that lie along one axis', () => {
    const rows = createUnitRows(Float32Array.of(1, 0, 0, -1), 2);
    expect([...rows.products(Float32Array.of(1, 0))].map((value) => value.toFixed(4))).toEqual(['1.0000', '0.0000']);
    expect([...rows.products(Float32Array.of(0, 1))].map((value) => value.toFixed(4))).toEqual(['0.0000', '-1.0000']);
  });
});

describe('n-grams', () => {
  const words = fc.array(fc.constantFrom('a', 'de', 'eau', 'c++', 'c#', 'genie', 'comptabilite', '3d'), {
    maxLength: 9,
  });

  it('are told apart and counted like those of plain texts', () => {
    const read = createGramReader();
    fc.assert(
      fc.property(words, words, (one, other) => {
        const plain: string[] = [];
        const numbers: number[] = [];
        for (const list of [one, other]) {
          for (const word of list) eachGram(word, (gram) => plain.push(gram));
          const { grams, count } = read(list.join(' '));
          numbers.push(...grams.slice(0, count));
        }
        const timesOf = (list: readonly unknown[]): readonly number[] => {
          const times = new Map<unknown, number>();
          for (const value of list) times.set(value, (times.get(value) ?? 0) + 1);
          return [...times.values()].sort((left, right) => left - right);
        };
        expect(timesOf(numbers)).toEqual(timesOf(plain));
      }),
    );
  });

  it('say whether they begin a word', () => {
    const read = createGramReader();
    fc.assert(
      fc.property(words, (list) => {
        const plain: boolean[] = [];
        for (const word of list) eachGram(word, (gram) => plain.push(gram.startsWith(' ')));
        const { grams, count } = read(list.join(' '));
        const found = [...grams.slice(0, count)].map(beginsWord);
        expect(found.filter(Boolean)).toHaveLength(plain.filter(Boolean).length);
      }),
    );
  });

  it('have one number each in a table, however many there are', () => {
    const table = createGramTable();
    const grams = Array.from({ length: 20_000 }, (_, at) => 1 + at * 5_003);
    expect(grams.map((gram) => table.add(gram))).toEqual([...grams.keys()]);
    expect(grams.map((gram) => table.add(gram))).toEqual([...grams.keys()]);
    expect([table.size, table.find(grams[777] ?? 0), table.find(2)]).toEqual([20_000, 777, -1]);
  });
});

/** The same figures by the shortest way to write them. */
function cosines(text: string, documents: readonly string[], innerWeight: number): readonly number[] {
  const count = (from: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const word of from.split(' ').filter(Boolean)) {
      eachGram(word, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
    }
    return counts;
  };
  const counted = documents.map(count);
  const idf = (gram: string): number => {
    const weight = Math.log((1 + documents.length) / (1 + counted.filter((counts) => counts.has(gram)).length)) + 1;
    return gram.startsWith(' ') ? weight : innerWeight * weight;
  };
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
  const inner = fc.constantFrom(0.2, 0.5, 1);

  it('are the cosine of TF-IDF vectors, whatever is rare or common', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { minLength: 1, maxLength: 40 }), inner, (text, documents, innerWeight) => {
        const found = [...buildCharIndex(documents, innerWeight).likeness([[{ text, share: 1 }]])];
        const expected = cosines(text, documents, innerWeight);
        expect(found.map((value, at) => Math.abs(value - (expected[at] ?? 0)) < 3e-4)).not.toContain(false);
      }),
      { numRuns: 60 },
    );
  });

  it('do not remember the text before', () => {
    const index = buildCharIndex(['genie civil', 'comptabilite'], 1);
    const likeness = (text: string) => [...index.likeness([[{ text, share: 1 }]])];
    const first = likeness('genie civil');
    likeness('comptabilite comptabilite');
    expect(likeness('genie civil')).toEqual(first);
  });

  it('of several texts are the sum of their shares, query by query', () => {
    const index = buildCharIndex(['genie civil', 'comptabilite'], 1);
    const both = [
      { text: 'genie civil', share: 0.25 },
      { text: 'comptabilite', share: 0.75 },
    ];
    const found = [...index.likeness([both, [], both])].map((value) => value.toFixed(3));
    expect(found).toEqual(['0.250', '0.750', '0.000', '0.000', '0.250', '0.750']);
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

// Three parents along three axes; the second has two titles, the third none.
const known: Occupations = {
  dimensions: 3,
  parents: [
    ['A', 'a'],
    ['B', 'b'],
    ['C', 'c'],
  ],
  prototypes: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  titles: Float32Array.of(1, 0, 0, 0, 1, 0, 0.6, 0.8, 0),
  titlesFrom: Int32Array.of(0, 1, 3, 3),
  titleCodes: [
    ['A1', 'a'],
    ['B1', 'b'],
    ['B2', 'b'],
  ],
};

describe('occupations', () => {
  const sharesOf = (vector: readonly number[], candidates: number | null): readonly number[] => {
    const parameters = { weight: 1, prototypeWeight: 1, titleWeight: 0.5, temperature: 0.5, candidates, codeWeight: 0 };
    const shares = [0, 0, 0];
    createOccupationReader(known, parameters).read(Float32Array.from(vector), (_, parents, roots) => {
      parents.forEach((parent, at) => (shares[parent] = Number(((roots[at] ?? 0) ** 2).toFixed(3))));
    });
    return shares;
  };
  const softmax = (logits: readonly number[]): readonly number[] => {
    const weights = logits.map((logit) => Math.exp(logit / 0.5));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => Number((weight / sum).toFixed(3)));
  };

  it('take shares by the nearness of prototype and nearest title', () => {
    const expected = softmax([0.8 + 0.4, 0.6 + 0.5 * 0.96, -0.5]);
    expect(sharesOf([0.8, 0.6, 0], null)).toEqual(expected);
    expect(sharesOf([0.8, 0.6, 0], 3)).toEqual(expected);
  });

  it('are looked at only as far as the model wants, the first of equal ones first', () => {
    expect(sharesOf([0.8, 0.6, 0], 2)).toEqual([...softmax([0.8 + 0.4, 0.6 + 0.5 * 0.96]), 0]);
    const [first, second, third] = sharesOf([0, 0, 1], 2);
    expect([first, second, third]).toEqual([softmax([0, 0.5])[0], 0, softmax([0, 0.5])[1]]);
  });
});

describe('codes that a formation’s file gives', () => {
  const parameters = { weight: 1, prototypeWeight: 1, titleWeight: 0, temperature: 0.5, candidates: null };
  const sharesOf = (codes: readonly string[], codeWeight: number) => {
    const told = { parents: Int32Array.of(0, 1), roots: Float32Array.of(0.6, 0.8) };
    const { parents, roots } = createCodeReader(known, { ...parameters, codeWeight }).join(told, codes);
    return [0, 1, 2].map((parent) => Number(((roots[parents.indexOf(parent)] ?? 0) ** 2).toFixed(4)));
  };

  it('take their part from what its text says, in equal shares', () => {
    // 0.6 of 0.36 and 0.64.
    expect(sharesOf(['C'], 0.4)).toEqual([0.216, 0.384, 0.4]);
    expect(sharesOf(['C', 'A'], 0.4)).toEqual([0.416, 0.384, 0.2]);
  });

  it('may be those of occupations within a parent, which counts once', () => {
    expect(sharesOf(['B1', 'b2 ', 'B'], 0.4)).toEqual([0.216, 0.784, 0]);
  });

  it('leave all to the text where the model knows none of them, or counts none', () => {
    expect(sharesOf(['Z99', ''], 0.4)).toEqual([0.36, 0.64, 0]);
    expect(sharesOf(['C'], 0)).toEqual([0.36, 0.64, 0]);
  });

  it('bring a formation before one whose text is as near', () => {
    const own = { ...defaultRankingParameters, occupation: { ...parameters, codeWeight: 0.4 } };
    const near = [
      { id: 1, title: 'gestion', vector: [0, 0.8, 0.6] },
      { id: 2, title: 'gestion', romeCodes: ['C1', 'C'], vector: [0, 0.8, 0.6] },
    ];
    const rankOf = (vector: readonly number[]) => {
      const offers = packed([{ id: 1, title: 'paie', vector }]);
      return [...createRanker(packed(near), own, known).rank(offers, 2, never).formationIds];
    };
    expect(rankOf([0, 0, 1])).toEqual([2, 1]);
    expect(rankOf([0, 1, 0])).toEqual([1, 2]);
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

  it('puts a formation whose students are at the level aimed at before one as near that has others', () => {
    const parameters = { ...defaultRankingParameters, levelWeight: 0.06 };
    const ranked = (levels: readonly number[]) => {
      const near = [
        { id: 1, title: 'genie civil', levels: [4, 5], vector: [1, 0] },
        { id: 2, title: 'genie civil', levels: [1, 2, 3], vector: [1, 0] },
        { id: 3, title: 'genie civil', vector: [1, 0] },
      ];
      const offers = packed([{ id: 1, title: 'genie civil', levels, vector: [1, 0] }]);
      return createRanker(packed(near), parameters).rank(offers, 3, never);
    };
    expect([...ranked([5]).formationIds]).toEqual([1, 3, 2]);
    expect([...ranked([2]).formationIds]).toEqual([2, 3, 1]);
    expect([...ranked([]).formationIds]).toEqual([1, 2, 3]);
    const [first = 0, , last = 0] = ranked([5]).scores;
    const mean = (score: number): number => Math.log(score / (1 - score)) - parameters.calibration.offset;
    // Two years are between Bac+3 and Bac+5.
    expect(mean(last) / mean(first)).toBeCloseTo(1 - 2 * 0.06, 5);
  });

  it('gives scores between 0 and 1 that follow from their parts', () => {
    const { scores, semantics, lexicals } = rank('genie civil', 'comptabilite', [0.6, 0.8]);
    const expected = [...semantics].map((semantic, at) =>
      toScore(
        combineParts(semantic, lexicals[at] ?? 0, defaultRankingParameters.lexicalWeight),
        defaultRankingParameters,
      ),
    );
    expect([...scores].map((score, at) => Math.abs(score - (expected[at] ?? 0)) < 1e-6)).toEqual([true, true, true]);
    expect([...semantics].map((value) => value.toFixed(3))).toEqual(['0.800', '0.600', '0.600']);
    // Title counts 1, body 0.5: two thirds of the words are those of the title.
    expect([...lexicals].map((value) => value.toFixed(3))).toEqual(['0.333', '0.667', '0.667']);
  });

  it('counts words as much as the model wants where there is only a title', () => {
    const own = { ...defaultRankingParameters, titleOnlyLexicalWeight: 4 };
    const scoreOf = (body: string) => {
      const offers = packed([{ id: 1, title: 'genie civil', body, vector: [0, 0] }]);
      return createRanker(formations, own).rank(offers, 1, never).scores[0]?.toFixed(5);
    };
    expect(scoreOf('')).toBe(toScore(combineParts(0, 1, 4), own).toFixed(5));
    expect(scoreOf('civil genie')).toBe(toScore(combineParts(0, 1, own.lexicalWeight), own).toFixed(5));
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
