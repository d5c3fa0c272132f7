/** Things of one key beside each other, in the order of their first. */
export function grouped<T, Key>(things: readonly T[], keyOf: (thing: T) => Key): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<Key, [T, ...T[]]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return [...groups.values()];
}
