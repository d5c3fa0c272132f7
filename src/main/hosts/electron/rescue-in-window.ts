import { join } from 'node:path';
import { app, session } from 'electron';
import { createLog } from '../log';
import { systemLanguage } from '../language';
import type { AppPaths } from '../paths';
import { beginRescue } from '../rescue/begin-rescue';
import { createRescuePage } from '../rescue/rescue-page';
import { rescueTexts } from '../rescue/rescue-texts';
import { pageUrl, servePage } from './app-protocol';
import { lockDown } from './lock-down';
import { endStart } from './safe-mode';
import { makeWindow } from './window';

export interface RescueWindowOptions {
  readonly paths: AppPaths;
  readonly userData: string;
  readonly startFile: string;
}

/**
 * Asks in the application's window what is to become of a damaged database, and starts the application anew once somebody
 * has chosen. Throws what `beginRescue` throws.
 */
export async function rescueInWindow({ paths, userData, startFile }: RescueWindowOptions): Promise<void> {
  const rescue = beginRescue(paths);
  const log = createLog(paths.logsDir);
  const language = systemLanguage();
  lockDown(session.defaultSession, log);
  const leave = async (): Promise<string> => {
    await rescue.end();
    log.close();
    app.relaunch();
    // After this answer.
    setImmediate(() => app.exit(0));
    return pageUrl;
  };
  const page = createRescuePage({ rescue, texts: rescueTexts[language], lang: language, log, leave });
  servePage(session.defaultSession, (request) => page.fetch(request));
  const { preloadFile } = paths;
  const window = makeWindow({ preloadFile, language, stateFile: join(userData, 'window.json') });
  await window.loadURL(pageUrl);
  endStart(startFile);
}
