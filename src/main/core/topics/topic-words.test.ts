import { describe, expect, it } from 'vitest';
import { coherenceOf, wordsOfClasses } from './topic-words';

const counts = (text: string) =>
  text.split(' ').reduce((words, word) => words.set(word, (words.get(word) ?? 0) + 1), new Map<string, number>());

describe('the words of classes', () => {
  it('are those that stand in one class and not in the others, whatever stands everywhere', () => {
    const documents = [
      ...['poste four pain levain', 'poste four pain pain', 'poste fournil pain'],
      ...['poste scie chene bois', 'poste bois rabot', 'poste bois scie scie'],
    ].map(counts);
    const best = wordsOfClasses(documents, [0, 0, 0, 1, 1, 1], 2, 2);
    expect(best.map((words) => [...words].sort())).toEqual([
      ['four', 'pain'],
      ['bois', 'scie'],
    ]);
  });

  it('are not those that one document of many repeats', () => {
    const documents = ['vis vis vis vis vis vis pain', 'pain four', 'pain four', 'pain', 'pain', 'sel'].map(counts);
    expect(wordsOfClasses(documents, [0, 0, 0, 0, 0, 1], 2, 3)[0]?.toSorted()).toEqual(['four', 'pain']);
  });
});

describe('a class without a word that many of its documents share', () => {
  it('is named by any', () => {
    const documents = ['a', 'b', 'c', 'd', 'e', 'f f f'].map(counts);
    expect(wordsOfClasses(documents, [0, 0, 0, 0, 0, 0], 1, 2)[0]).toHaveLength(2);
  });
});

describe('coherence', () => {
  const documents = ['a b', 'a b', 'c', 'c d'].map((text) => new Set(text.split(' ')));
  it.each([
    { words: ['a', 'b'], expected: 1, why: 'always together' },
    { words: ['a', 'c'], expected: -1, why: 'never together' },
    // p(c) = 1/2, p(d) = 1/4, p(c, d) = 1/4: ln 2 / ln 4.
    { words: ['c', 'd'], expected: 0.5, why: 'one of them always with the other' },
    { words: ['a', 'b', 'c'], expected: -1 / 3, why: 'the mean of the pairs' },
  ])('of $words is $expected: $why', ({ words, expected }) => {
    expect(coherenceOf(words, documents)).toBeCloseTo(expected, 10);
  });

  it('never leaves its bounds by rounding', () => {
    const words = ['a', 'b', 'c', 'd', 'e'];
    for (let alone = 1; alone < 40; alone += 1) {
      const some = [new Set(words), ...Array.from({ length: alone }, () => new Set<string>())];
      expect(coherenceOf(words, some)).toBeLessThanOrEqual(1);
    }
  });

  it('is 0 as by chance, 1 where all documents hold both, and none for one word', () => {
    const chance = ['a b', 'a', 'b', ''].map((text) => new Set(text.split(' ')));
    expect([
      coherenceOf(['a', 'b'], chance),
      coherenceOf(['x', 'y'], [new Set(['x', 'y'])]),
      coherenceOf(['a'], chance),
      coherenceOf(['a', 'b'], []),
    ]).toEqual([0, 1, null, null]);
  });
});
