import {
  matchFiles,
  type MatchFilesProgress,
  type MatchFilesRequest,
  type MatchFilesSummary,
} from '../core/matching/match-files';
import type { Log } from '../core/ports';
import { startWorkers } from './compose';
import type { AppPaths } from './paths';

/**
 * Ranks the formations of one file for each offer of another with the application's own workers. Neither the database
 * nor the data folder is touched. Throws what `matchFiles` throws.
 */
export async function matchOnce(
  paths: AppPaths,
  request: MatchFilesRequest,
  progress: (progress: MatchFilesProgress) => void,
  signal: AbortSignal,
): Promise<MatchFilesSummary> {
  const workers = startWorkers(paths, silentLog);
  try {
    return await matchFiles(workers, request, progress, signal);
  } finally {
    await workers.dispose();
  }
}

/** A worker that fails shows in the error of the call; there is no folder to keep a log in. */
const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
