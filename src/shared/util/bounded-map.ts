/** Remembers what is asked for again and again, without ever growing beyond a limit. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/** Forgets everything once `limit` entries are there: cheaper than knowing which one is the oldest. */
export function createBoundedMap<Key, Value>(limit: number): BoundedMap<Key, Value> {
  const entries = new Map<Key, Value>();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      if (entries.size >= limit && !entries.has(key)) entries.clear();
      entries.set(key, value);
    },
  };
}
