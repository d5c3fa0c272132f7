import { BrowserWindow, nativeTheme } from 'electron';
import type { Language } from '../language';
import { pageUrl } from './app-protocol';
import { askBeforeLeaving } from './ask-before-leaving';

/** The colours of the page before it is drawn, so that a dark screen does not flash. */
const backgrounds = { light: '#f7f8fa', dark: '#12161c' } as const;

/** Opens the window of the application and shows it once there is something to see. */
export async function openWindow(preloadFile: string, language: Language): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    title: 'Smart Recruiting',
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
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
  window.once('ready-to-show', () => window.show());
  await window.loadURL(pageUrl);
  return window;
}
