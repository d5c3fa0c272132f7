import {
  matchFiles,
  type MatchFilesProgress,
  type MatchFilesRequest,
  type MatchFilesSummary,
} from '../core/matching/match-files';
import { createReasonColumn, type ExplainFilesParts } from '../core/matching/explain-files';
import type { CsvReader } from '../core/ports';
import { openSkillFinder } from '../core/reading/skill-finder-service';
import { withFileName } from './error-text';
import { startWorkers } from './start-workers';
import { keepHeapSmall } from './keep-heap-small';
import { silentLog } from './log';
import type { AppPaths } from './paths';
import { writeOutput } from './write-file';

/**
 * Ranks the formations of one file for each offer of another with the application's own workers. Neither the database
 * nor the data folder is touched. With `reasonOf` each pair gets a sentence that it makes. Throws what `matchFiles` throws.
 */
export async function matchOnce(
  paths: AppPaths,
  request: MatchFilesRequest,
  progress: (progress: MatchFilesProgress) => void,
  signal: AbortSignal,
  reasonOf: ExplainFilesParts['reasonOf'] | null = null,
): Promise<MatchFilesSummary> {
  keepHeapSmall();
  const workers = startWorkers(paths, silentLog);
  try {
    const csvReader = namingFiles(workers.csvReader);
    const parts = { ...workers, csvReader, writeOutput };
    if (!reasonOf) return await matchFiles(parts, request, progress, signal);
    const skillFinder = openSkillFinder(paths.referenceDir);
    const reasonColumn = createReasonColumn({ ...workers, skillFinder, reasonOf });
    return await matchFiles({ ...parts, reasonColumn }, request, progress, signal);
  } finally {
    await workers.dispose();
  }
}

/** With two files on the command line, an error has to say which of them it is about. */
function namingFiles(csvReader: CsvReader): CsvReader {
  return {
    ...csvReader,
    inspect: (path, options, rowLimit, signal) => csvReader.inspect(path, options, rowLimit, signal),
    async *read(path, options, signal) {
      try {
        yield* csvReader.read(path, options, signal);
      } catch (error) {
        throw withFileName(error, path);
      }
    },
  };
}
