import { join } from 'node:path';
import type { Hono } from 'hono';
import { AppError } from '../../../shared/domain/app-error';
import { takeLock } from '../../core/db/folder-lock';
import { databaseFileName } from '../../core/db/open';
import type { Language } from '../language';
import { createLog } from '../log';
import type { AppPaths } from '../paths';
import { beginRescue, needsRescue, startRescue, type RescueSession } from './begin-rescue';
import { createRescuePage } from './rescue-page';
import { rescueTexts } from './rescue-texts';
import { createUnlockPage } from './unlock-page';

/** A page that stands in the application's place until the person has answered; nobody else has the data folder meanwhile. */
export interface AskPage {
  readonly page: Hono;
  /** Whether what the person said is known to this process only, and would be lost with it. */
  readonly isForThisProcess: boolean;
  /** Lets the next start have the folder. */
  end(): Promise<void>;
}

/** Makes such a page; `leave` starts the application once the person has answered, and answers with its address. */
export type BeginAsking = (leave: () => Promise<string>) => AskPage;

/** What a start that failed with `error` asks of the person; null where there is nothing to be asked. */
export function askAfter(error: unknown, paths: AppPaths, language: Language): BeginAsking | null {
  if (needsRescue(error)) return (leave) => askWhatBecomes(paths, language, onlyOnce(leave));
  if (!(error instanceof AppError)) return null;
  if (error.reason === 'key-needed') return (leave) => askForPassphrase(paths, language, onlyOnce(leave));
  // It says where a copy may be, and lets data that are plain yet be opened as they are.
  const isMissing = error.reason === 'key-file-missing';
  return isMissing ? (leave) => askForPassphrase(paths, language, onlyOnce(leave), error) : null;
}

/** A button that is pressed twice leads where the first press led: a second start would find the folder taken. */
function onlyOnce(leave: () => Promise<string>): () => Promise<string> {
  let address: Promise<string> | null = null;
  return () => (address ??= leave());
}

function askWhatBecomes(paths: AppPaths, language: Language, leave: () => Promise<string>): AskPage {
  const rescue = beginRescue(paths);
  const log = createLog(paths.logsDir);
  return {
    page: createRescuePage({ rescue, texts: rescueTexts[language], lang: language, log, leave }),
    isForThisProcess: false,
    async end() {
      await rescue.end();
      log.close();
    },
  };
}

function askForPassphrase(
  paths: AppPaths,
  language: Language,
  leave: () => Promise<string>,
  told: AppError | null = null,
): AskPage {
  const { dataDir, logsDir } = paths;
  const lock = takeLock(join(dataDir, databaseFileName));
  const log = createLog(logsDir);
  let begun: RescueSession | null = null;
  const rescue = (): RescueSession => (begun ??= startRescue(paths, log));
  return {
    page: createUnlockPage({ dataDir, language, log, leave, told, rescue }),
    isForThisProcess: true,
    async end() {
      await begun?.end();
      log.close();
      lock.close();
    },
  };
}
