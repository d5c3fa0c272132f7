import { dialog, type BrowserWindow, type MessageBoxSyncOptions } from 'electron';
import type { Language } from '../language';

const texts = {
  fr: {
    message: 'Des modifications ne sont pas encore enregistrées.',
    detail: 'Si vous quittez maintenant, ce que vous venez d’écrire sera perdu.',
    stay: 'Rester sur la page',
    leave: 'Quitter sans enregistrer',
  },
  en: {
    message: 'Some changes are not saved yet.',
    detail: 'If you leave now, what you have just written will be lost.',
    stay: 'Stay on the page',
    leave: 'Leave without saving',
  },
} as const;

/**
 * Asks whoever closes or reloads a window whose page says that something is unsaved: Electron, unlike a browser, would
 * do nothing at all and say so to nobody. Closing the question is staying.
 */
export function askBeforeLeaving(window: BrowserWindow, language: Language): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { message, detail, stay, leave } = texts[language];
    const question: MessageBoxSyncOptions = {
      ...{ type: 'warning', title: 'Smart Recruiting', message, detail, noLink: true },
      ...{ buttons: [stay, leave], defaultId: 0, cancelId: 0 },
    };
    // Preventing what the page asked for lets the window go; the answer is needed before this event ends.
    if (dialog.showMessageBoxSync(window, question) === 1) event.preventDefault();
  });
}
