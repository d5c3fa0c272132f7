import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, safeStorage, session, utilityProcess } from 'electron';
import { contract } from '../../../shared/contract/contract';
import { createClient } from '../../../shared/rpc/client';
import { inProcessTransport } from '../../../shared/rpc/in-process';
import { spawnUtility } from '../../workers/spawn-process';
import { compose, type ComposedApp } from '../compose';
import { systemLanguage, type Language } from '../language';
import { endAtUncaught } from '../last-resort';
import { createPage } from '../page';
import { resolvePaths } from '../paths';
import { startFailureText } from '../start-failure';
import { pageUrl, registerScheme, servePage } from './app-protocol';
import { bringBack } from './bring-back';
import { servePages } from './connect';
import { lockDown } from './lock-down';
import { createKeyVault } from './key-vault';
import { followKiosk } from './follow-kiosk';
import { setKioskMenu, setMenu } from './menu';
import { linkScheme, readDataDir, readFile, readLink, readOpenRequest, type OpenRequest } from './open-request';
import { askAfter } from '../rescue/ask-page';
import { askInWindow } from './ask-in-window';
import { beginStart, endStart, tellSafeMode, type SafeModeCause } from './safe-mode';
import { openUpdater } from './updates/open-updater';
import { talkOfUpdates } from './updates/talk-of-updates';
import { updatesOf } from './updates/update-policy';
import { policyFileOf } from '../machine-policy';
import { createUpdates } from './updates/updates';
import { makeWindow } from './window';

app.setName('Smart Recruiting');
registerScheme();
app.enableSandbox();
const paths = resolvePaths(readDataDir(process.argv.slice(1)));
// Electron's own files lie with the data, so that its lock is one a data folder.
const userData = join(paths.dataDir, 'electron');
app.setPath('userData', userData);
const startFile = join(userData, 'start.json');

/** What was asked for before there was a window to show it in; the last one counts. */
let waiting: OpenRequest | null = readOpenRequest(process.argv.slice(1), process.cwd());
let show: ((request: OpenRequest) => void) | null = null;
/** Whether the next quitting is to be followed by a start. */
let isRestartAsked = false;

if (app.requestSingleInstanceLock()) {
  const hasFailed = beginStart(startFile);
  const safeMode = hasFailed ? 'failed' : process.argv.includes('--safe-mode') ? 'asked' : null;
  if (safeMode) app.disableHardwareAcceleration();
  app.on('second-instance', (_event, args, folder) => {
    showWindow();
    open(readOpenRequest(args.slice(1), folder));
  });
  // How macOS hands over what was opened.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(readFile(path));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    open(readLink(url));
  });
  app.on('window-all-closed', () => app.quit());
  void app
    .whenReady()
    .then(() => startOrAsk(safeMode))
    .catch(tellStartFailure);
} else {
  app.quit();
}

function open(request: OpenRequest | null): void {
  if (request === null) return;
  if (show) show(request);
  else waiting = request;
}

/** Starts the application, once the person has answered what stands in its way. */
async function startOrAsk(safeMode: SafeModeCause | null): Promise<void> {
  const language = systemLanguage();
  try {
    await start(safeMode);
  } catch (error) {
    const begin = askAfter(error, paths, language);
    if (begin === null) throw error;
    const goOn = (): Promise<void> => startOrAsk(safeMode).catch(tellStartFailure);
    await askInWindow(begin, { paths, userData, startFile, language, goOn });
  }
}

async function start(safeMode: SafeModeCause | null): Promise<void> {
  const updates = updatesOf({
    ...{ platform: process.platform, env: process.env, isPackaged: app.isPackaged, execPath: process.execPath },
    ...{ resourcesDir: process.resourcesPath, policyFile: policyFileOf(process) },
  });
  const composed = await compose({
    paths,
    shell: 'electron',
    updates,
    keyVault: createKeyVault(safeStorage),
    isSafe: safeMode !== null,
    restart,
    // Pages, the graphics card: this process tells of itself.
    processes: () =>
      app
        .getAppMetrics()
        .filter(({ pid }) => pid !== process.pid)
        .map(({ type, name, serviceName, memory, cpu }) => ({
          name: serviceName ?? name ?? type,
          memoryBytes: memory.workingSetSize * 1_024,
          cpuSeconds: cpu.cumulativeCPUUsage ?? 0,
        })),
    // A utility process ends with its parent and is listed under the application's name.
    spawnBeside: (entryPath, options) => {
      const serviceName = basename(entryPath, '-process.js');
      return spawnUtility((entry, args) => utilityProcess.fork(entry, args, { serviceName }), entryPath, options);
    },
  });
  disposeBeforeQuit(composed);
  endAtUncaught({
    ...{ log: composed.log, logsDir: paths.logsDir, language: systemLanguage() },
    tell: (text) => dialog.showErrorBox('Smart Recruiting', text),
    end: () => composed.dispose(),
    exit: (code) => app.exit(code),
  });
  lockDown(session.defaultSession, composed.log);
  const { fileStore, log } = composed;
  const page = createPage({ rendererDir: paths.rendererDir, fileStore, log });
  servePage(session.defaultSession, (request) => page.fetch(request));
  servePages(composed.dispatcher);
  const language = systemLanguage();
  // For this person only, which asks for no rights; a checkout would register Electron itself.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
  const stateFile = safeMode ? null : join(userData, 'window.json');
  const window = makeWindow({ preloadFile: paths.preloadFile, language, stateFile });
  // Who stays for what is unsaved, and closes the window later, wants no restart any more.
  window.webContents.on('will-prevent-unload', (event) => {
    if (!event.defaultPrevented) isRestartAsked = false;
  });
  // Windows is shut down, or the person signs out: it waits for no promise, and tells no other event.
  window.on('session-end', () => {
    endStart(startFile);
    composed.closeNow();
  });
  const onUpdates = updates === 'possible' ? keepUpToDate(composed, window, language) : null;
  setMenu(language, onUpdates);
  void followKiosk(createClient(contract, inProcessTransport(composed.dispatcher)), (isOn) => {
    if (window.isDestroyed()) return;
    window.setKiosk(isOn);
    window.setClosable(!isOn);
    if (isOn) setKioskMenu(language);
    else setMenu(language, onUpdates);
  }).catch((error: unknown) => log.error('Whether students have this PC is not followed.', error));
  bringBack(window, { log, language, onQuit: () => app.quit() });
  show = (request) => {
    // Somebody who stays on a page with unsaved text is not taken elsewhere: the promise is then refused.
    void window.loadURL(addressOf(request, composed)).catch(() => log.info('What was opened is not shown.'));
  };
  await window.loadURL(waiting === null ? pageUrl : addressOf(waiting, composed));
  endStart(startFile);
  if (safeMode) tellSafeMode(window, language, safeMode);
}

/** Looks for newer versions as the settings want it; what it answers with looks at once. */
function keepUpToDate({ dispatcher, log }: ComposedApp, window: BrowserWindow, language: Language): () => void {
  const client = createClient(contract, inProcessTransport(dispatcher));
  const updates = createUpdates({
    ...{ open: openUpdater, talk: talkOfUpdates(window, language, paths.version), log },
    isWanted: async () => (await client.settings.get({})).looksForUpdates,
  });
  updates.keepOn();
  return () => void updates.look({ isAsked: true });
}

/** The page that shows what was asked for; a file is read where it lies. */
function addressOf(request: OpenRequest, { fileStore }: ComposedApp): string {
  if (request.kind === 'page') return `${pageUrl}${request.address}`;
  return `${pageUrl}imports/new?${new URLSearchParams({ [request.kind]: fileStore.adopt(request.path) }).toString()}`;
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
    endStart(startFile);
    if (isRestartAsked) app.relaunch();
    void composed.dispose().finally(() => app.exit(0));
  });
}

/** Quits, which asks for what is unsaved, and starts anew; after the answer to who asked for it. */
function restart(): void {
  setImmediate(() => {
    isRestartAsked = true;
    app.quit();
  });
}

function tellStartFailure(error: unknown): void {
  // Said to the person: no reason to try the next start without the graphics card.
  endStart(startFile);
  dialog.showErrorBox('Smart Recruiting', startFailureText(error, systemLanguage(), paths));
  app.exit(1);
}
