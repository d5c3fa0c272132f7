import { useState } from 'react';

interface Ticks<Key> {
  readonly isTicked: (key: Key) => boolean;
  readonly tick: (key: Key, isTicked: boolean) => void;
}

/** Everything is ticked until somebody leaves it out. */
export function useTicks<Key>(): Ticks<Key> {
  const [left, setLeft] = useState<ReadonlySet<Key>>(new Set());
  return {
    isTicked: (key) => !left.has(key),
    tick: (key, isTicked) => setLeft(new Set(isTicked ? [...left].filter((other) => other !== key) : [...left, key])),
  };
}
