import { compare, partOf, type Compared } from '../../../shared/domain/dashboard/figures';
import { blockBits, blockSize } from '../../../shared/domain/offer-block';
import type { DashboardRow } from '../../../shared/contract/dashboard-figures';
import type { ComponentBits } from './component-bits';
import type { BlockLists } from './offer-columns';
import type { Counted } from './selection';

/** How many offers have each code, in the year and in the one before. */
export interface Tally {
  readonly now: Uint32Array;
  readonly before: Uint32Array;
}

type Column = Uint8Array | Uint16Array | Uint32Array;

function tally(size: number, counted: Counted, count: (counts: Uint32Array, places: Uint32Array) => void): Tally {
  const counts = { now: new Uint32Array(size), before: new Uint32Array(size) };
  count(counts.now, counted.now);
  count(counts.before, counted.before);
  return counts;
}

// The loops below run once for each offer that counts: they go by index, which is quicker than iterators.

/** Counts one code an offer; `size` is one more than the greatest. */
export function tallyColumn(counted: Counted, column: Column, size: number): Tally {
  return tally(size, counted, (counts, places) => {
    for (let at = 0; at < places.length; at += 1) {
      const code = column[places[at] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  });
}

/** Counts each set bit of an offer's mask, by the number of the bit. */
export function tallyBits(counted: Counted, masks: Column, bits: number): Tally {
  return tally(bits, counted, (counts, places) => {
    for (let at = 0; at < places.length; at += 1) {
      const mask = masks[places[at] ?? 0] ?? 0;
      for (let bit = 0; bit < bits; bit += 1) counts[bit] = (counts[bit] ?? 0) + ((mask >> bit) & 1);
    }
  });
}

/** Counts every code of an offer's list once, and under 0 the offers whose list has any. */
export function tallyLists(counted: Counted, lists: readonly BlockLists[], size: number): Tally {
  return tally(size, counted, (counts, places) => {
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const list = lists[place >> blockBits];
      if (!list) continue;
      const { starts, codes } = list;
      const from = starts[place & (blockSize - 1)] ?? 0;
      const to = starts[(place & (blockSize - 1)) + 1] ?? 0;
      if (from < to) counts[0] = (counts[0] ?? 0) + 1;
      for (let next = from; next < to; next += 1) {
        const code = codes[next] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
  });
}

/** How many offers have any of some codes in their lists; `size` is one more than the greatest. */
export function countAny(
  places: Uint32Array,
  lists: readonly BlockLists[],
  wanted: readonly number[],
  size: number,
): number {
  const isWanted = new Uint8Array(size);
  for (const code of wanted) isWanted[code] = 1;
  let count = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const list = lists[place >> blockBits];
    if (!list) continue;
    const { starts, codes } = list;
    const to = starts[(place & (blockSize - 1)) + 1] ?? 0;
    for (let next = starts[place & (blockSize - 1)] ?? 0; next < to; next += 1) {
      if (isWanted[codes[next] ?? 0] === 0) continue;
      count += 1;
      break;
    }
  }
  return count;
}

/** The lists that are counted by group: codes below `size`, groups from 1. */
export interface GroupedLists {
  readonly lists: readonly BlockLists[];
  readonly size: number;
  readonly groups: number;
}

/**
 * Counts the codes of lists as `tallyLists` does, apart for each group of the offers: code c of group g stands at
 * (g − 1) · size + c. `groupOf` gives the group by the code of a column; offers of the group 0 are left out.
 */
export function tallyGroups(
  counted: Counted,
  column: Column,
  groupOf: Uint8Array,
  { lists, size, groups }: GroupedLists,
): Tally {
  return tally(size * groups, counted, (counts, places) => {
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const group = groupOf[column[place] ?? 0] ?? 0;
      const list = group === 0 ? undefined : lists[place >> blockBits];
      if (!list) continue;
      const offset = (group - 1) * size;
      const { starts, codes } = list;
      const from = starts[place & (blockSize - 1)] ?? 0;
      const to = starts[(place & (blockSize - 1)) + 1] ?? 0;
      if (from < to) counts[offset] = (counts[offset] ?? 0) + 1;
      for (let next = from; next < to; next += 1) {
        const code = offset + (codes[next] ?? 0);
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
  });
}

/** Counts the components of offers by their codes; `size` is one more than the greatest. */
export function tallyComponents(counted: Counted, words: ComponentBits, size: number): Tally {
  return tally(size, counted, (counts, places) => {
    words.forEach((bits, word) => {
      for (let at = 0; at < places.length; at += 1) {
        let left = bits[places[at] ?? 0] ?? 0;
        while (left !== 0) {
          const code = word * 32 + 32 - Math.clz32(left & -left);
          counts[code] = (counts[code] ?? 0) + 1;
          left &= left - 1;
        }
      }
    });
  });
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
