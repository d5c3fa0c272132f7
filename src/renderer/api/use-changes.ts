import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppClient } from '../../shared/contract/contract';
import type { Topic } from '../../shared/contract/define';
import { useClient } from './client-context';
import { invalidateTopics } from './query-client';

/** Announcements within this time are answered by one round of questions; a running job announces often. */
const gatherMs = 250;
const reconnectMs = 1_500;

export type Connection = 'connected' | 'lost';

/**
 * Listens to `host.changes` and refreshes what is on screen. While the page is hidden it does not listen, because a
 * browser gives one server only six connections for all its tabs; on return everything is asked again.
 */
export function useChanges(): Connection {
  const client = useClient();
  const queryClient = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connected');

  useEffect(() => {
    let abort = new AbortController();
    let isFirst = true;
    const gathered = gatherTopics((topics) => void invalidateTopics(queryClient, topics));
    const listen = (): void => {
      abort = new AbortController();
      void listenUntilAborted(client, abort.signal, {
        onOpen: () => {
          setConnection('connected');
          if (!isFirst) void queryClient.invalidateQueries();
          isFirst = false;
        },
        onTopics: gathered.add,
        onLost: () => setConnection('lost'),
      });
    };
    const onVisibility = (): void => {
      abort.abort();
      if (document.visibilityState === 'visible') listen();
    };
    listen();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      gathered.stop();
      abort.abort();
    };
  }, [client, queryClient]);

  return connection;
}

interface Listener {
  readonly onOpen: () => void;
  readonly onTopics: (topics: readonly Topic[]) => void;
  readonly onLost: () => void;
}

async function listenUntilAborted(client: AppClient, signal: AbortSignal, listener: Listener): Promise<void> {
  while (!signal.aborted) {
    try {
      let isOpen = false;
      for await (const topics of client.host.changes({}, { signal })) {
        if (!isOpen) listener.onOpen();
        isOpen = true;
        listener.onTopics(topics);
      }
    } catch {
      // Whatever ended the stream, the answer is the same: say so and try again.
    }
    if (signal.aborted) return;
    listener.onLost();
    await new Promise((resolve) => setTimeout(resolve, reconnectMs));
  }
}

function gatherTopics(flush: (topics: ReadonlySet<Topic>) => void): {
  readonly add: (topics: readonly Topic[]) => void;
  readonly stop: () => void;
} {
  let waiting = new Set<Topic>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    add: (topics) => {
      for (const topic of topics) waiting.add(topic);
      if (timer !== null || waiting.size === 0) return;
      timer = setTimeout(() => {
        const topicsNow = waiting;
        waiting = new Set();
        timer = null;
        flush(topicsNow);
      }, gatherMs);
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
