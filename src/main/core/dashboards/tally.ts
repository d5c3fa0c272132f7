import { compare, partOf, type Compared } from '../../../shared/domain/dashboard/figures';
import type { DashboardRow } from '../../../shared/contract/dashboards';
import { blockBits, blockSize, type BlockLists } from './offer-columns';
import { inNow } from './selection';

/** How many offers have each code, in the year and in the one before. */
export interface Tally {
  readonly now: Uint32Array;
  readonly before: Uint32Array;
}

/** Offers that a selection keeps, and which of the two years each lies in (by place). */
export interface Counted {
  readonly places: Uint32Array;
  readonly years: Uint8Array;
}

function emptyTally(size: number): Tally {
  return { now: new Uint32Array(size), before: new Uint32Array(size) };
}

function add(counts: Uint32Array, code: number): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

/** Counts one code an offer; `size` is one more than the greatest. */
export function tallyColumn({ places, years }: Counted, column: ArrayLike<number>, size: number): Tally {
  const tally = emptyTally(size);
  for (const place of places) add(years[place] === inNow ? tally.now : tally.before, column[place] ?? 0);
  return tally;
}

/** Counts the offers of each year alone. */
export function tallyYears(counted: Counted): { readonly now: number; readonly before: number } {
  let now = 0;
  for (const place of counted.places) if (counted.years[place] === inNow) now += 1;
  return { now, before: counted.places.length - now };
}

/** Counts each set bit of an offer's mask, by the number of the bit. */
export function tallyBits({ places, years }: Counted, masks: ArrayLike<number>, bits: number): Tally {
  const tally = emptyTally(bits);
  for (const place of places) {
    const mask = masks[place] ?? 0;
    const counts = years[place] === inNow ? tally.now : tally.before;
    for (let bit = 0; bit < bits; bit += 1) if (mask & (1 << bit)) add(counts, bit);
  }
  return tally;
}

/** Counts every code of an offer's list once, and under 0 the offers whose list has any. */
export function tallyLists({ places, years }: Counted, lists: readonly BlockLists[], size: number): Tally {
  const tally = emptyTally(size);
  for (const place of places) {
    const list = lists[place >> blockBits];
    if (!list) continue;
    const { starts, codes } = list;
    const index = place % blockSize;
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? 0;
    if (from === to) continue;
    const counts = years[place] === inNow ? tally.now : tally.before;
    add(counts, 0);
    for (let at = from; at < to; at += 1) add(counts, codes[at] ?? 0);
  }
  return tally;
}

/** The same for what the codes stand for, such as the components of formations; 0 stands for nothing. */
export function tallyMapped(
  { places, years }: Counted,
  lists: readonly BlockLists[],
  map: Uint32Array,
  size: number,
): Tally {
  const tally = emptyTally(size);
  // The last offer that each was counted for: an offer counts once for a component, whatever its formations.
  const countedFor = new Int32Array(size).fill(-1);
  for (const place of places) {
    const list = lists[place >> blockBits];
    if (!list) continue;
    const { starts, codes } = list;
    const counts = years[place] === inNow ? tally.now : tally.before;
    const to = starts[(place % blockSize) + 1] ?? 0;
    for (let at = starts[place % blockSize] ?? 0; at < to; at += 1) {
      const code = map[codes[at] ?? 0] ?? 0;
      if (code === 0 || countedFor[code] === place) continue;
      countedFor[code] = place;
      add(counts, code);
    }
  }
  return tally;
}

/** The counts under which a tally is read. */
export interface Wholes {
  /** All offers of the year. */
  readonly total: number;
  readonly smallNumber: number;
  /** The same values and their whole at the level above; null without one. */
  readonly parent: { readonly tally: Tally; readonly total: number } | null;
}

/** The figures of one code. */
export function figuresOf(tally: Tally, code: number, { total, smallNumber, parent }: Wholes): DashboardRow {
  const now = tally.now[code] ?? 0;
  return {
    ...compare(now, tally.before[code] ?? 0, smallNumber),
    part: partOf(now, total, smallNumber),
    parentPart: parent === null ? null : partOf(parent.tally.now[code] ?? 0, parent.total, smallNumber),
  };
}

/** How a code may come before another, both with counts. */
export type CodeOrder = (one: number, other: number) => number;

/** Most offers of the year first, then most of the one before, then the older code: the order is total. */
export function byCount({ now, before }: Tally): CodeOrder {
  return (one, other) =>
    (now[other] ?? 0) - (now[one] ?? 0) || (before[other] ?? 0) - (before[one] ?? 0) || one - other;
}

/** The codes from `from` on that an offer of either year has. */
export function usedCodes({ now, before }: Tally, from = 1): number[] {
  const codes: number[] = [];
  for (let code = from; code < now.length; code += 1) if (now[code] || before[code]) codes.push(code);
  return codes;
}

/** How many codes from `from` on an offer of the year has. */
export function distinctIn(counts: Uint32Array, from = 1): number {
  let distinct = 0;
  for (let code = from; code < counts.length; code += 1) if (counts[code]) distinct += 1;
  return distinct;
}

/** How many different values there are, as a figure of two years. */
export function compareDistinct(tally: Tally, smallNumber: number): Compared {
  return compare(distinctIn(tally.now), distinctIn(tally.before), smallNumber);
}
