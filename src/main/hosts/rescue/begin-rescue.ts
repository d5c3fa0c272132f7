import { join } from 'node:path';
import { createRescue, type Rescue } from '../../core/backups/rescue';
import { takeLock } from '../../core/db/folder-lock';
import { databaseFileName } from '../../core/db/open';
import { AppError } from '../../../shared/domain/app-error';
import { startWriteThread } from '../start-workers';
import { createLog } from '../log';
import type { AppPaths } from '../paths';

/** What can be done with a damaged or missing database, with a thread that does it; nobody else has the data folder meanwhile. */
export interface RescueSession extends Rescue {
  /** Ends the thread and lets the next start have the folder. */
  end(): Promise<void>;
}

/** Whether a start failed because the database is damaged or gone, which a person can do something about at once. */
export function needsRescue(error: unknown): boolean {
  return error instanceof AppError && (error.reason === 'database-damaged' || error.reason === 'database-missing');
}

/** Throws `database-locked` when another instance has the data folder. */
export function beginRescue(paths: AppPaths): RescueSession {
  const lock = takeLock(join(paths.dataDir, databaseFileName));
  const log = createLog(paths.logsDir);
  const writeThread = startWriteThread(paths, log);
  const { dataDir, migrationsDir } = paths;
  const rescue = createRescue({ dataDir, migrationsDir, writeThread, clock: { now: () => new Date() } });
  return {
    ...rescue,
    async end() {
      await writeThread.dispose();
      log.close();
      lock.close();
    },
  };
}
