import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSchema, compare, partOf, partSchema } from './figures';

describe('a comparison with the year before', () => {
  it.each([
    [30, 20, { kind: 'known', ratio: 0.5 }],
    [0, 20, { kind: 'known', ratio: -1 }],
    [20, 5, { kind: 'known', ratio: 3 }],
    [20, 4, { kind: 'too-few' }],
    [20, 0, { kind: 'no-base' }],
    [0, 0, { kind: 'no-base' }],
  ])('of %i with %i is %o when five are enough', (now, before, change) => {
    expect(compare(now, before, 5)).toEqual({ now, before, change });
  });

  it('never gives a number that is none', () => {
    const counts = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 1, max: 100 }), (now, before, smallNumber) => {
        expect(changeSchema.safeParse(compare(now, before, smallNumber).change).success).toBe(true);
        expect(partSchema.safeParse(partOf(Math.min(now, before), before, smallNumber)).success).toBe(true);
      }),
    );
  });
});

describe('a part of a whole', () => {
  it.each([
    [1, 4, 5, null],
    [0, 0, 1, null],
    [0, 5, 5, 0],
    [5, 5, 5, 1],
  ])('%i of %i is not told below %i: %s', (part, whole, smallNumber, expected) => {
    expect(partOf(part, whole, smallNumber)).toBe(expected);
  });
});
