import type { Health } from '../../../shared/contract/health';
import { AppError } from '../../../shared/domain/app-error';
import type { Database } from '../db/open';
import { findChangedBlock } from '../db/page-sums';
import { integrityOf } from '../db/rehearse';
import type { Clock, Log, WriteThread } from '../ports';

/**
 * Has a database checked whole after an exit that was none (a crash, a power cut, an end by the task manager), and the
 * pages of a large one compared with what it was closed with. What is found damaged is not written to any more.
 */
export interface IntegrityWatch {
  /** How the check stands; null after a clean exit while nothing is wrong. */
  state(): Health['afterCrash'];
  /** Resolves when the check is over. */
  over(): Promise<void>;
}

export interface IntegrityParts {
  readonly database: Database;
  /** Whether somebody is there to be told: a command does what it is asked for and ends. */
  readonly isWanted: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Without it the core's own thread checks. */
  readonly writeThread?: WriteThread | undefined;
  /** Makes pages ask again. */
  readonly announce: () => void;
}

/** Begins at once, in the background. */
export function watchIntegrity(parts: IntegrityParts): IntegrityWatch {
  const { database, clock, log, writeThread, announce } = parts;
  const { path, wasUnclean } = database;
  const at = (): string => clock.now().toISOString();
  if (!parts.isWanted || database.isReadOnly || !(wasUnclean || database.isUnproven)) {
    const over = database.standStill(() => Promise.resolve());
    return { state: () => null, over: () => over };
  }
  let state: Health['afterCrash'] = wasUnclean ? { state: 'checking', at: at() } : null;
  const comparePages = async (): Promise<string> => {
    if (!database.isUnproven) return 'ok';
    const changed = await database.standStill(async () =>
      writeThread ? await writeThread.findChangedBlock(path) : findChangedBlock(path),
    );
    return changed === null ? 'ok' : `The file is not as it was closed, from byte ${changed} on.`;
  };
  const checkWhole = async (): Promise<string> => {
    if (!wasUnclean) return 'ok';
    return await (writeThread ? writeThread.integrity(path) : integrityOf(path));
  };
  const tellDamage = (found: string): void => {
    log.error('The database is damaged.', new Error(found));
    database.markDamaged(found);
    state = { state: 'damaged', at: at() };
  };
  const check = async (): Promise<void> => {
    try {
      const pages = await comparePages();
      const found = pages === 'ok' ? await checkWhole() : pages;
      if (found !== 'ok') tellDamage(found);
      else if (state !== null) state = { state: 'sound', at: at() };
    } catch (error) {
      if (error instanceof AppError && error.reason === 'database-damaged') tellDamage(error.message);
      else {
        state = null;
        log.error('The database could not be checked.', error);
      }
    }
    announce();
  };
  const over = check();
  return { state: () => state, over: () => over };
}
