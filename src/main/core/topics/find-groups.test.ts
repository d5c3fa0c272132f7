import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/util/random';
import { everyNth, findGroups } from './find-groups';
import { assign, type Rows } from './spherical-k-means';

const dimensions = 32;

/** Unit vectors around as many directions of chance as there are sizes, in mixed order, with the group of each. */
function around(sizes: readonly number[], spread: number, seed = 1): { rows: Rows; truth: number[] } {
  const random = createRandom(seed);
  const direction = () => unit(Array.from({ length: dimensions }, () => random.next() - 0.5));
  const centres = sizes.map(direction);
  const truth = sizes
    .flatMap((size, group) => Array.from({ length: size }, () => ({ group, at: random.next() })))
    .sort((one, other) => one.at - other.at)
    .map(({ group }) => group);
  const values = truth.flatMap((group) => {
    const noise = direction();
    return unit((centres[group] ?? []).map((value, at) => value + spread * (noise[at] ?? 0)));
  });
  return { rows: { values: Float32Array.from(values), dimensions, count: truth.length }, truth };
}

function unit(values: readonly number[]): number[] {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** Whether two groupings part the same things, whatever their groups are called. */
function isSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  const pairs = new Set(Array.from(one, (group, row) => `${group}:${other[row] ?? ''}`));
  return pairs.size === new Set(Array.from(one)).size && pairs.size === new Set(Array.from(other)).size;
}

describe('groups of vectors', () => {
  it.each([
    { sizes: [20, 20, 20], spread: 0.5 },
    { sizes: [40, 9, 25, 14, 30], spread: 0.6 },
    { sizes: [6, 6, 6, 6, 6, 6, 6, 6, 6, 6], spread: 0.4 },
    { sizes: [3, 3], spread: 0.3 },
  ])('are found with their number: $sizes', ({ sizes, spread }) => {
    const { rows, truth } = around(sizes, spread);
    const groups = findGroups(rows);
    expect(groups?.centres.count).toBe(sizes.length);
    expect(isSame(groups?.labels ?? [], truth)).toBe(true);
    expect(groups?.silhouette).toBeGreaterThan(0.5);
  });

  it('are the same for the same rows, and what joins later joins the nearest', () => {
    const { rows, truth } = around([400, 300, 500], 0.6);
    const [once, again] = [findGroups(rows), findGroups(rows)];
    expect(once).toEqual(again);
    const few = findGroups(everyNth(rows, 100));
    expect(few && isSame(assign(rows, few.centres), truth)).toBe(true);
  });

  it('are many for many rows, even where few lie apart more clearly', () => {
    const { rows } = around([800, 700], 0.6);
    expect(findGroups(rows)?.centres.count).toBeGreaterThanOrEqual(12);
  });

  it('are none for too few rows, and do not fail for rows that are all the same', () => {
    const { rows } = around([3], 0.2);
    expect(findGroups(rows)).toBeNull();
    const same = { values: new Float32Array(dimensions * 9).fill(1 / Math.sqrt(dimensions)), dimensions, count: 9 };
    expect(findGroups(same)?.labels.every((label) => label === findGroups(same)?.labels[0])).toBe(true);
  });
});
