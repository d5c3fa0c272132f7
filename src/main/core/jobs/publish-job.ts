import type { WatchedJob } from './watch-job';

/** Watchers are told of progress at most this often, in milliseconds. */
export const publishEveryMs = 100;

/** A job whose changes are told to its watchers. */
export interface PublishedJob extends WatchedJob {
  publishedAtMs: number;
  timer: NodeJS.Timeout | null;
}

/** Wakes who watches a job, now. */
export function publish(entry: PublishedJob): void {
  if (entry.timer) clearTimeout(entry.timer);
  entry.timer = null;
  entry.publishedAtMs = performance.now();
  for (const wake of [...entry.watchers]) wake();
}

/** Wakes them as soon as the last time is long enough ago. */
export function publishSoon(entry: PublishedJob): void {
  const waitMs = entry.publishedAtMs + publishEveryMs - performance.now();
  if (waitMs <= 0) publish(entry);
  else entry.timer ??= setTimeout(() => publish(entry), waitMs);
}
