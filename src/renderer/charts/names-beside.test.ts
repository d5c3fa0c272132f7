import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesBeside } from './names-beside';

const around = { x: 300, y: 220, radius: 216, linePx: 18 };
const circles = fc.array(
  fc
    .record({
      angle: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      far: fc.double({ min: 0, max: 190, noNaN: true }),
      radius: fc.double({ min: 2, max: 26, noNaN: true }),
    })
    .map(({ angle, far, radius }) => ({
      x: around.x + far * Math.cos(angle),
      y: around.y + far * Math.sin(angle),
      radius,
    })),
  { maxLength: 60 },
);

describe('names beside circles', () => {
  it('are nowhere on each other or on a circle, and each line ends at its own circle', () => {
    fc.assert(
      fc.property(circles, (list) => {
        const named = list.map((circle, index) => ({ ...circle, id: String(index) }));
        const names = namesBeside(named, around);
        expect(names).toHaveLength(Math.min(named.length, 48));
        for (const { id, side, x, y, end } of names) {
          const own = named[Number(id)];
          if (!own) throw new Error(`Nothing has the id ${id}.`);
          expect(Math.abs(x - around.x)).toBeGreaterThan(around.radius);
          expect(Math.abs(y - around.y)).toBeLessThanOrEqual(around.radius);
          expect(Math.hypot(end.x - own.x, end.y - own.y)).toBeCloseTo(own.radius, 6);
          const column = names.filter((other) => other.side === side && other.id !== id);
          for (const other of column) expect(Math.abs(other.y - y)).toBeGreaterThanOrEqual(around.linePx - 1e-6);
        }
      }),
    );
  });

  it('stay where their circles are when there is room', () => {
    const names = namesBeside(
      [
        { id: 'a', x: 200, y: 100, radius: 20 },
        { id: 'b', x: 400, y: 300, radius: 20 },
      ],
      around,
    );
    expect(names.map(({ id, side, y }) => ({ id, side, y }))).toEqual([
      { id: 'a', side: 'left', y: 100 },
      { id: 'b', side: 'right', y: 300 },
    ]);
  });
});
