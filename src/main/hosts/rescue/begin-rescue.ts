import { join } from 'node:path';
import { createRescue, type Rescue } from '../../core/backups/rescue';
import { takeLock } from '../../core/db/folder-lock';
import { databaseFileName } from '../../core/db/open';
import type { Log } from '../../core/ports';
import { AppError } from '../../../shared/domain/app-error';
import { spawnThread } from '../../workers/spawn-thread';
import { startAwayFiles, startWriteThread } from '../start-workers';
import { createLog } from '../log';
import type { AppPaths } from '../paths';

/** What can be done with a database that cannot be opened, with a thread that does it. */
export interface RescueSession extends Rescue {
  /** Ends the thread, and lets the next start have the folder where this session took it. */
  end(): Promise<void>;
}

/** Whether a start failed because the database is damaged or gone, which a person can do something about at once. */
export function needsRescue(error: unknown): boolean {
  return error instanceof AppError && (error.reason === 'database-damaged' || error.reason === 'database-missing');
}

/** For who holds the data folder, so that nobody else has it meanwhile. */
export function startRescue(paths: AppPaths, log: Log): RescueSession {
  // A thread, which every host can start: one that hangs may keep this process from ending, and nobody from going on.
  const backupFiles = startAwayFiles(paths, log, spawnThread);
  const { dataDir, migrationsDir } = paths;
  let thread = startWriteThread(paths, log);
  const rescue = createRescue({
    ...{ dataDir, migrationsDir, backupFiles, clock: { now: () => new Date() } },
    writeThread: {
      rehearse: (backup, place) => thread.rehearse(backup, place),
      salvage: (place) => thread.salvage(place),
    },
  });
  return {
    ...rescue,
    async unlock(locked, words) {
      await rescue.unlock(locked, words);
      // It has the keys of when it began.
      const former = thread;
      thread = startWriteThread(paths, log);
      await former.dispose();
    },
    async end() {
      await Promise.all([thread.dispose(), backupFiles.dispose()]);
    },
  };
}

/** The same with the data folder taken. Throws `database-locked` when another instance has it. */
export function beginRescue(paths: AppPaths): RescueSession {
  const lock = takeLock(join(paths.dataDir, databaseFileName));
  const log = createLog(paths.logsDir);
  const rescue = startRescue(paths, log);
  return {
    ...rescue,
    async end() {
      await rescue.end();
      log.close();
      lock.close();
    },
  };
}
