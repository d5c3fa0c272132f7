import { statSync } from 'node:fs';
import { AppError } from '../../../shared/domain/app-error';
import { openFile } from './open-file';

/** Brings the journal of the database at a path into its file, off the thread that commits. */
export type Checkpoint = (path: string) => Promise<void>;

/** A journal of this size is brought into the file: 1,000 pages, where SQLite would do it at the next commit. */
const largeBytes = 16 * 1024 * 1024;

/**
 * Pages of the journal at which the next commit checkpoints it all the same, about 1 GB: a bound for the disk where
 * checkpoints in their thread fail for long.
 */
export const lastResortPages = 65_536;

/** Checkpoints one after the other, when there is something to do. */
export interface Checkpoints {
  /** To be called after each commit; never waits. */
  committed(): void;
  /** Resolves when none goes on. */
  over(): Promise<void>;
}

/** Has the journal of the database at `path` checkpointed by `checkpoint` whenever it has become large. */
export function openCheckpoints(path: string, checkpoint: Checkpoint): Checkpoints {
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    try {
      await checkpoint(path);
    } catch {
      // The journal is as good as before and the next commit asks again.
    } finally {
      running = null;
    }
  };
  return {
    committed() {
      const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
      if (size >= largeBytes) running ??= run();
    },
    over: () => running ?? Promise.resolve(),
  };
}

/**
 * Brings the journal of the database at `path` into its file, through a connection of its own, and cuts the journal
 * when nobody reads or writes just then. Never waits for anybody, and nobody waits for more than the cut.
 */
export function checkpointFile(path: string): void {
  const connection = openFile(path, { timeout: 0 });
  try {
    // Everything that takes long goes on beside readers and writers; only the cut shuts them out.
    connection.pragma('wal_checkpoint(PASSIVE)');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
}

/**
 * Leaves nothing of a database in its journal that nobody else has open, so that its file can be moved or replaced. Throws
 * `database-locked` where another program keeps it from that.
 */
export function emptyJournal(path: string): void {
  const sqlite = openFile(path, { fileMustExist: true });
  try {
    // It does not fail while somebody reads: its first column says so.
    if (sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) {
      throw new AppError('conflict', 'Another program holds the database.', 'database-locked', { path });
    }
  } finally {
    sqlite.close();
  }
}
