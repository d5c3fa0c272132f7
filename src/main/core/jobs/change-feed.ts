import type { Topic } from '../../../shared/contract/define';

/** Tells whoever listens which topics have become stale. */
export interface ChangeFeed {
  announce(topics: readonly Topic[]): void;
  /**
   * First an empty list at once, then the topics of each change in order. What is announced while the listener is
   * busy comes as one list without repetitions. Ends when the signal aborts or the feed is closed.
   */
  listen(signal: AbortSignal): AsyncIterable<Topic[]>;
  close(): void;
}

interface Listener {
  readonly waiting: Set<Topic>;
  wake: () => void;
}

/** Makes the one feed of an application. */
export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<Listener>();
  let closed = false;
  const wakeAll = (): void => {
    for (const listener of listeners) listener.wake();
  };
  return {
    announce(topics) {
      for (const listener of listeners) for (const topic of topics) listener.waiting.add(topic);
      wakeAll();
    },
    async *listen(signal) {
      const listener: Listener = { waiting: new Set(), wake: () => undefined };
      const onAbort = (): void => listener.wake();
      listeners.add(listener);
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        yield [];
        while (!closed && !signal.aborted) {
          if (listener.waiting.size === 0) {
            await new Promise<void>((resolve) => (listener.wake = resolve));
            continue;
          }
          const topics = [...listener.waiting];
          listener.waiting.clear();
          yield topics;
        }
      } finally {
        listeners.delete(listener);
        signal.removeEventListener('abort', onAbort);
      }
    },
    close() {
      closed = true;
      wakeAll();
    },
  };
}
