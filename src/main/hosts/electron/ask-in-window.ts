import { join } from 'node:path';
import { app, session } from 'electron';
import type { Language } from '../language';
import { silentLog } from '../log';
import type { AppPaths } from '../paths';
import type { BeginAsking } from '../rescue/ask-page';
import { pageUrl, servePage } from './app-protocol';
import { lockDown } from './lock-down';
import { endStart } from './safe-mode';
import { makeWindow } from './window';

export interface AskWindowOptions {
  readonly paths: AppPaths;
  readonly userData: string;
  readonly startFile: string;
  readonly language: Language;
  /** Opens the application in this process, in a window of its own. */
  readonly goOn: () => Promise<void>;
}

/**
 * How the application is started anew: an AppImage by its own file, since the program inside of it lies in a mount that goes
 * with this process (https://docs.appimage.org, environment variable `APPIMAGE`).
 */
function relaunchOptions({ APPIMAGE: file }: NodeJS.ProcessEnv): Electron.RelaunchOptions {
  return file ? { execPath: file } : {};
}

/**
 * Asks something in a window before the application opens. Then that starts anew, or, where the answer is known to this
 * process only, goes on in it. Throws what beginning to ask throws.
 */
export async function askInWindow(begin: BeginAsking, options: AskWindowOptions): Promise<void> {
  const { paths, userData, startFile, language, goOn } = options;
  lockDown(session.defaultSession, silentLog);
  const asking = begin(async () => {
    await asking.end();
    // After this answer.
    setImmediate(() => {
      // The last window that is destroyed would quit: the other one is there by then.
      if (asking.isForThisProcess) return void goOn().finally(() => window.destroy());
      app.relaunch(relaunchOptions(process.env));
      app.exit(0);
    });
    return pageUrl;
  });
  servePage(session.defaultSession, (request) => asking.page.fetch(request));
  const window = makeWindow({
    ...{ preloadFile: paths.preloadFile, language },
    stateFile: join(userData, 'window.json'),
  });
  await window.loadURL(pageUrl);
  endStart(startFile);
}
