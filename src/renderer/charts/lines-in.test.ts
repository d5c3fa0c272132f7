import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn } from './lines-in';

describe('a name in a circle', () => {
  it('is broken between words', () => {
    expect(linesIn('gestion de projet', 40)).toEqual(['gestion de', 'projet']);
    expect(linesIn('gestion de projet', 80)).toEqual(['gestion de projet']);
  });

  it('is left out where it has no room whole', () => {
    expect(linesIn('anticonstitutionnellement', 30)).toEqual([]);
    expect(linesIn('droit', 10)).toEqual([]);
  });

  it('is whole, and its corners lie in the circle', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 200 }), (name, radius) => {
        const lines = linesIn(name, radius);
        if (lines.length > 0) expect(lines.join(' ')).toBe(name.split(/\s+/u).filter(Boolean).join(' '));
        lines.forEach((line, index) => {
          const farthest = Math.abs(index - (lines.length - 1) / 2) * 13 + 6.5;
          expect(Math.hypot((line.length * 6.2) / 2, farthest)).toBeLessThanOrEqual(radius);
        });
      }),
    );
  });
});
