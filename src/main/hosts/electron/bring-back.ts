import { dialog, type BrowserWindow } from 'electron';
import type { Log } from '../../core/ports';
import type { Language } from '../language';

/** A page that ends as often as this within a minute would end again: a person decides what to do. */
const maxReloads = 3;
const withinMs = 60_000;

const texts = {
  fr: {
    message: 'L’affichage s’est arrêté plusieurs fois de suite.',
    detail: 'Ce qui était enregistré l’est toujours. Vous pouvez réessayer, ou quitter et rouvrir l’application.',
    again: 'Réessayer',
    quit: 'Quitter',
  },
  en: {
    message: 'The page stopped several times in a row.',
    detail: 'What was saved still is. You can try again, or quit and open the application anew.',
    again: 'Try again',
    quit: 'Quit',
  },
} as const;

/**
 * Loads the page of a window again, where the person was, when its process is gone: out of memory, or ended from
 * outside. After some times in a row it asks first. `onQuit` is called when the answer is to leave.
 */
export function bringBack(window: BrowserWindow, { log, language, onQuit }: BringBackOptions): void {
  let endedAt: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.error('The process of the page ended.', new Error(reason), { exitCode });
    const now = Date.now();
    endedAt = [...endedAt.filter((at) => at > now - withinMs), now];
    if (endedAt.length > maxReloads) {
      if (!wantsToGoOn(window, language)) return onQuit();
      endedAt = [];
    }
    // The address is kept by the window: the filters and the opened offer stand in it.
    void window.loadURL(window.webContents.getURL()).catch((error: unknown) => log.error('No page.', error));
  });
}

export interface BringBackOptions {
  readonly log: Log;
  readonly language: Language;
  readonly onQuit: () => void;
}

function wantsToGoOn(window: BrowserWindow, language: Language): boolean {
  const { message, detail, again, quit } = texts[language];
  const question = { type: 'error' as const, title: 'Smart Recruiting', message, detail, noLink: true };
  return dialog.showMessageBoxSync(window, { ...question, buttons: [again, quit], defaultId: 0, cancelId: 1 }) === 0;
}
