import type { Job } from '../../shared/domain/job';

/** Below these an estimate would only jump about. */
const leastRatio = 0.05;
const leastElapsedMs = 2_000;

/**
 * Milliseconds that a running job still takes if it goes on as before, or null while that cannot be said.
 * `now` is in milliseconds since the epoch.
 */
export function timeLeftMs(job: Job, now: number): number | null {
  if (job.state !== 'running' || job.progress === null || job.startedAt === null) return null;
  const { ratio } = job.progress;
  const elapsed = now - Date.parse(job.startedAt);
  if (ratio < leastRatio || elapsed < leastElapsedMs) return null;
  return (elapsed * (1 - ratio)) / ratio;
}
