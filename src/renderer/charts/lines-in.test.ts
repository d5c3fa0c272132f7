import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn } from './lines-in';

describe('a name in a circle', () => {
  it('is broken between words', () => {
    expect(linesIn('gestion de projet', 40)).toEqual(['gestion de', 'projet']);
  });

  it('is cut where there is no more room, and left out where there is none', () => {
    expect(linesIn('anticonstitutionnellement', 30)).toEqual(['antico…']);
    expect(linesIn('droit', 10)).toEqual([]);
    expect(linesIn('formation initiale et continue', 50, 2)).toEqual(['formation', 'initiale et…']);
  });

  it('never is wider or higher than the circle', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 200 }), (name, radius) => {
        const lines = linesIn(name, radius);
        expect(lines.length * 13).toBeLessThanOrEqual(Math.max(13, 2 * radius));
        for (const line of lines) expect(line.length * 6.2).toBeLessThanOrEqual(2 * radius);
      }),
    );
  });
});
