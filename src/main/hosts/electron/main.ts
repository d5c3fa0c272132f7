import { join } from 'node:path';
import { app, BrowserWindow, dialog, session, utilityProcess } from 'electron';
import { spawnUtility } from '../../workers/spawn-process';
import { compose, type ComposedApp } from '../compose';
import { systemLanguage } from '../language';
import { createPage } from '../page';
import { resolvePaths } from '../paths';
import { startFailureText } from '../start-failure';
import { registerScheme, servePage } from './app-protocol';
import { servePages } from './connect';
import { lockDown } from './lock-down';
import { setMenu } from './menu';
import { openWindow } from './window';

app.setName('Smart Recruiting');
registerScheme();
app.enableSandbox();
const paths = resolvePaths(dataDirArgument(process.argv));
// Electron's own files lie with the data, so that its lock is one a data folder.
app.setPath('userData', join(paths.dataDir, 'electron'));

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start).catch(tellStartFailure);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const composed = await compose({
    paths,
    shell: 'electron',
    // A utility process ends with its parent and is listed under the application's name.
    spawnEmbed: (entryPath, options) =>
      spawnUtility((entry, args) => utilityProcess.fork(entry, args, { serviceName: 'embed' }), entryPath, options),
  });
  disposeBeforeQuit(composed);
  lockDown(session.defaultSession, composed.log);
  const { fileStore, log } = composed;
  const page = createPage({ rendererDir: paths.rendererDir, fileStore, log });
  servePage(session.defaultSession, (request) => page.fetch(request));
  servePages(composed.dispatcher);
  const language = systemLanguage();
  setMenu(language);
  await openWindow(paths.preloadFile, language);
}

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/**
 * Electron does not wait for promises while it quits, so quitting is put off: windows close first, which asks for what is
 * unsaved, and the last one that is closed quits again, with nothing left but to close the rest.
 */
function disposeBeforeQuit(composed: ComposedApp): void {
  let isEnding = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    const windows = BrowserWindow.getAllWindows();
    for (const window of windows) window.close();
    if (windows.length > 0 || isEnding) return;
    isEnding = true;
    void composed.dispose().finally(() => app.exit(0));
  });
}

function tellStartFailure(error: unknown): void {
  dialog.showErrorBox('Smart Recruiting', startFailureText(error, systemLanguage(), paths));
  app.exit(1);
}

function dataDirArgument(args: readonly string[]): string | null {
  const joined = args.find((arg) => arg.startsWith('--data-dir='));
  return joined ? joined.slice('--data-dir='.length) : null;
}
