import { useState } from 'react';

/**
 * Since when things of a page are new to whoever sits at this PC: their last visit before this one (ISO 8601, UTC), the
 * same as long as the window stays open; null on the first visit of all. `markSeen` takes everything for seen.
 */
export function useLastVisit(page: 'home' | 'health'): {
  readonly since: string | null;
  readonly markSeen: () => void;
} {
  const lastVisitKey = `${page}-last-visit`;
  const sinceKey = `${page}-news-since`;
  const [since, setSince] = useState(() => {
    const now = new Date().toISOString();
    const known = readInstant(window.sessionStorage, sinceKey) ?? readInstant(window.localStorage, lastVisitKey);
    window.localStorage.setItem(lastVisitKey, now);
    window.sessionStorage.setItem(sinceKey, known ?? now);
    return known;
  });
  const markSeen = (): void => {
    const now = new Date().toISOString();
    window.sessionStorage.setItem(sinceKey, now);
    setSince(now);
  };
  return { since, markSeen };
}

/** Null for nothing, and for what is no moment. */
function readInstant(storage: Storage, key: string): string | null {
  const stored = storage.getItem(key);
  if (stored === null) return null;
  const at = Date.parse(stored);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
