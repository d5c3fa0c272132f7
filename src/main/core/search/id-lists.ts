/** The ids that stand in both of two ascending lists. */
export function commonIds(one: readonly number[], other: readonly number[]): number[] {
  const common: number[] = [];
  let at = 0;
  for (const id of one) {
    while ((other[at] ?? Infinity) < id) at += 1;
    if (other[at] === id) common.push(id);
  }
  return common;
}

/** The ids that stand in any of two ascending lists, each once, ascending. */
export function joinedIds(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const joined: number[] = [];
  let at = 0;
  for (const id of one) {
    for (let next = other[at]; next !== undefined && next < id; next = other[at]) {
      joined.push(next);
      at += 1;
    }
    if (other[at] === id) at += 1;
    joined.push(id);
  }
  for (; at < other.length; at += 1) joined.push(other[at] ?? 0);
  return joined;
}

/** The ids that two descending sequences share, read as far as somebody goes. Both are ended with it. */
export function* newestCommon(one: Iterable<number>, other: Iterable<number>): Generator<number> {
  const others = other[Symbol.iterator]();
  try {
    let next = others.next();
    for (const id of one) {
      while (!next.done && next.value > id) next = others.next();
      if (next.done) return;
      if (next.value === id) yield id;
    }
  } finally {
    others.return?.();
  }
}
