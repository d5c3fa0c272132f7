import { z } from 'zod';

const count = z.int().nonnegative();

/**
 * How a count moved from one year to the next. `known`: by this part of the former (0.25 is a quarter more). Otherwise
 * no percentage is shown: fewer than the small number the year before, or nothing at all.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), ratio: z.number().min(-1) }),
  z.object({ kind: z.literal('too-few') }),
  z.object({ kind: z.literal('no-base') }),
]);
export type Change = z.infer<typeof changeSchema>;

/** One count of two years. */
export const comparedSchema = z.object({ now: count, before: count, change: changeSchema });
export type Compared = z.infer<typeof comparedSchema>;

/** The part (0–1) that a count is of a whole; null when the whole is below the small number, where it would mislead. */
export const partSchema = z.number().min(0).max(1).nullable();

/** The part of a count in its whole; null for a whole below `smallNumber`, which is at least 1. */
export function partOf(part: number, whole: number, smallNumber: number): number | null {
  return whole < Math.max(1, smallNumber) ? null : part / whole;
}

/** Two counts with what may be said of their difference. */
export function compare(now: number, before: number, smallNumber: number): Compared {
  return { now, before, change: changeOf(now, before, smallNumber) };
}

function changeOf(now: number, before: number, smallNumber: number): Change {
  if (before === 0) return { kind: 'no-base' };
  if (before < smallNumber) return { kind: 'too-few' };
  return { kind: 'known', ratio: (now - before) / before };
}
