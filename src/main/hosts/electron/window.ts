import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Language } from '../language';
import { askBeforeLeaving } from './ask-before-leaving';
import { placeWindow, readWindowState, smallestWindow, writeWindowState } from './window-state';

/** The colours of the page before it is drawn, so that a dark screen does not flash. */
const backgrounds = { light: '#f7f8fa', dark: '#12161c' } as const;

export interface WindowOptions {
  readonly preloadFile: string;
  readonly language: Language;
  /** Keeps where the window was; null neither reads nor writes any. */
  readonly stateFile: string | null;
}

/** Makes the window of the application, where it was the last time; it shows itself once there is something to see. */
export function makeWindow({ preloadFile, language, stateFile }: WindowOptions): BrowserWindow {
  const former = stateFile === null ? null : readWindowState(stateFile);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    title: 'Smart Recruiting',
    ...placeWindow(former, screens),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Spelling dictionaries would be fetched from the network.
      spellcheck: false,
    },
  });
  askBeforeLeaving(window, language);
  if (former?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  if (stateFile !== null) {
    const note = (): void =>
      writeWindowState(stateFile, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
    window.on('close', note);
    // Windows closes none when it is shut down.
    window.on('session-end', note);
  }
  return window;
}
