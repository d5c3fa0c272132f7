import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that keeps the thread longer than this lets others run first: pages, progress, a wish to cancel. */
const turnMs = 8;

/** Told after each turn how many items it was; tells progress, and throws to stop the work. */
export type AfterTurn = (items: number) => void;

/**
 * Does `work` on one item after the other and gives the event loop its turn whenever that has taken 8 ms. Also inside of
 * a transaction: nobody can join it meanwhile. Throws what `work` and `afterTurn` throw.
 */
export async function inTurns<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  afterTurn: AfterTurn = () => undefined,
): Promise<void> {
  let sinceMs = performance.now();
  let done = 0;
  for (const item of items) {
    work(item);
    done += 1;
    if (performance.now() - sinceMs < turnMs) continue;
    await nextTurn();
    afterTurn(done);
    done = 0;
    sinceMs = performance.now();
  }
  afterTurn(done);
}

/** Cuts a list into stretches of at most `size` items. */
export function* stretchesOf<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
