import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPackedLength, packedIdsSchema, packIds, unpackIds } from './packed-ids';

describe('ids in an address', () => {
  it('come back as they went in, in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 30 }), { minLength: 1, maxLength: 300 }), (ids) => {
        const { text, count } = packIds(ids);
        expect(packedIdsSchema.safeParse(text).success).toBe(true);
        expect(count).toBe(ids.length);
        expect(unpackIds(text)).toEqual([...ids].sort((one, other) => one - other));
      }),
    );
  });

  it('stay short: thousands fit, and of more the last', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => 500_000 + index * 50);
    const { text, count } = packIds(ids);
    expect(text.length).toBeLessThanOrEqual(maxPackedLength);
    expect(count).toBeGreaterThan(3_500);
    expect(unpackIds(text)).toEqual(ids.slice(-count));
  });
});
