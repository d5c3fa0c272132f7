import type { FoundBackups, Rescue } from '../../core/backups/rescue';
import type { Log } from '../../core/ports';
import { AppError } from '../../../shared/domain/app-error';

/** What a page knows of the backups while somebody looks at it. */
export interface BackupLook {
  /** Null while backups are being read. */
  readonly found: FoundBackups | null;
  /** Why what was said opened none. */
  readonly failure: AppError | null;
  /** Reads them again, unless that is going on. */
  again(): void;
  /** Has locked ones opened by a passphrase or a recovery key, and reads them again. */
  unlock(words: string): Promise<void>;
}

/** Begins to read the backups beside the page, which asks how far that is. */
export function lookForBackups(rescue: Rescue, log: Log): BackupLook {
  let found: FoundBackups | null = null;
  let failure: AppError | null = null;
  const look = (): void => {
    found = null;
    void rescue.look().then(
      (answer) => (found = answer),
      (error: unknown) => {
        log.error('The backups could not be read.', error);
        const failure = error instanceof AppError ? error : new AppError('internal', String(error));
        found = { good: null, locked: [], failure };
      },
    );
  };
  look();
  return {
    get found() {
      return found;
    },
    get failure() {
      return failure;
    },
    again() {
      if (found !== null) look();
    },
    async unlock(words) {
      if (found === null || found.locked.length === 0) return;
      try {
        await rescue.unlock(found.locked, words);
        failure = null;
        look();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failure = error;
      }
    },
  };
}
