import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';

const lockFileName = 'smart-recruiting.lock';
/** The lock tells that somebody has the folder, and not who: on a shared drive that is another PC. */
const holderFileName = 'smart-recruiting.holder';

/** Long enough for a former instance to finish closing, short enough to be told at once. */
const lockWaitMs = 300;

/**
 * Takes the lock of the folder of the database at `path` until it is closed. It is a database of its own: an exclusive
 * transaction is the one lock that works alike on every system. One that is damaged holds nothing, so it is made anew.
 * Throws `database-locked` while another process has it; `details.host` then names its PC, where that is another one.
 */
export function takeLock(path: string): BetterSqlite.Database {
  const dataDir = dirname(path);
  try {
    const lock = soundLock(join(dataDir, lockFileName));
    noteHolder(join(dataDir, holderFileName));
    return lock;
  } catch (error) {
    if (!(error instanceof BetterSqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    const host = readHolder(join(dataDir, holderFileName));
    const details = { path, ...(host === null || host === hostname() ? {} : { host }) };
    throw new AppError('conflict', 'Another program holds the folder.', 'database-locked', details, { cause: error });
  }
}

function soundLock(lockPath: string): BetterSqlite.Database {
  try {
    return heldLock(lockPath);
  } catch (error) {
    // Whoever held it would have been met before its content was read.
    if (!(error instanceof BetterSqlite.SqliteError) || !/^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) throw error;
    rmSync(lockPath, { force: true });
    return heldLock(lockPath);
  }
}

function heldLock(lockPath: string): BetterSqlite.Database {
  const lock = new BetterSqlite(lockPath, { timeout: lockWaitMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

function noteHolder(holderPath: string): void {
  try {
    writeFileSync(holderPath, hostname());
  } catch {
    // The lock is held all the same; whoever meets it is only not told by whom.
  }
}

/** A name has a line, and no more than 255 characters. */
function readHolder(holderPath: string): string | null {
  try {
    return /^[^\p{Cc}]{1,255}/u.exec(readFileSync(holderPath, 'utf8'))?.[0] ?? null;
  } catch {
    return null;
  }
}
