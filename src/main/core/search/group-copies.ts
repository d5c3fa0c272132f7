import type { CountedColumns } from './counted-columns';

/** An offer, or several that are one announcement, the best of them first. */
export type OfferGroup = number | readonly [number, ...number[]];

/** Groups offers that were posted several times, in the order of the first of each. */
export function groupCopies({ copy }: Pick<CountedColumns, 'copy'>, ids: readonly number[]): OfferGroup[] {
  /** One more than the place of the group, by what its offers share. */
  const places = new Int32Array(copy.size);
  const groups: (number | [number, ...number[]])[] = [];
  for (const id of ids) {
    const code = copy.codeOf(id);
    const place = code === 0 ? 0 : (places[code] ?? 0);
    if (place === 0) {
      places[code] = groups.push(id);
      continue;
    }
    const group = groups[place - 1];
    if (typeof group === 'object') group.push(id);
    else if (group !== undefined) groups[place - 1] = [group, id];
  }
  return groups;
}

/** The offer that stands for a group. */
export function firstOf(group: OfferGroup): number {
  return typeof group === 'number' ? group : group[0];
}

/** The same groups with all that are copies of each and are allowed, whether they are in the list or not. */
export function wholeGroups(
  { copy }: Pick<CountedColumns, 'copy'>,
  groups: readonly OfferGroup[],
  isAllowed: (id: number) => boolean,
): readonly OfferGroup[] {
  const copies = new Map<number, number[]>(groups.map((group) => [copy.codeOf(firstOf(group)), []]));
  const isWanted = new Uint8Array(copy.size);
  for (const code of copies.keys()) isWanted[code] = 1;
  copy.each((id, code) => {
    if (isWanted[code] === 1) copies.get(code)?.push(id);
  });
  return groups.map((group) => {
    const first = firstOf(group);
    const others = (copies.get(copy.codeOf(first)) ?? []).filter((id) => id !== first && isAllowed(id));
    return others.length === 0 ? first : [first, ...others.toReversed()];
  });
}

/** Says, asked of ids in their order, with which one there are enough: for so many rows, and `least` at any rate. */
export function enoughFor(rows: number, least: number, rowOf: (id: number) => number): (id: number) => boolean {
  const shown = new Set<number>();
  let count = 0;
  return (id) => {
    count += 1;
    if (shown.size < rows) shown.add(rowOf(id));
    return count >= least && shown.size >= rows;
  };
}
