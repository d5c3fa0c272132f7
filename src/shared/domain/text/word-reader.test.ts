import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordReader } from './word-reader';

describe('the words of a text', () => {
  const word = fc.oneof(fc.constantFrom('a', 'c++', 'c#', '3d', 'eau'), fc.stringMatching(/^[a-z0-9+#]{1,12}$/));
  const gap = fc.constantFrom(' ', '  ', '-', ' é ', '\n');
  const texts = fc
    .array(fc.tuple(word, gap), { maxLength: 60 })
    .map((list) => list.map(([own, behind]) => own + behind).join(''));

  it('are those between other signs, each looked at once, however often all are forgotten', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), fc.constantFrom(1, 20, 1_000), (list, maxWords) => {
        const looked: string[] = [];
        const read = createWordReader((own) => {
          looked.push(own);
          return `<${own}>`;
        }, maxWords);
        const expected = list.map((text) => (text.match(/[a-z0-9+#]+/g) ?? []).map((own) => `<${own}>`));
        const found = list.map((text) => {
          const { numbers, count, values } = read(text);
          return [...numbers.subarray(0, count)].map((number) => values[number]);
        });
        expect(found).toEqual(expected);
        if (maxWords === 1_000) expect(looked).toHaveLength(new Set(looked).size);
      }),
    );
  });

  it('are told apart beyond the first size of the table', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `mot${at.toString(36)}`);
    const read = createWordReader((own) => own, words.length);
    for (const text of [words.join(' '), words.toReversed().join(' ')]) {
      const { numbers, count, values } = read(text);
      expect([...numbers.subarray(0, count)].map((number) => values[number]).join(' ')).toBe(text);
    }
  });
});
