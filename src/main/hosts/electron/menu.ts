import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../language';

const texts = {
  fr: { file: 'Fichier', edit: 'Édition', view: 'Affichage', window: 'Fenêtre' },
  en: { file: 'File', edit: 'Edit', view: 'View', window: 'Window' },
} as const;

/** The menu of the window; its entries are the system's own, named by the system. */
export function setMenu(language: Language): void {
  const names = texts[language];
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    { label: names.file, submenu: [process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' }] },
    {
      label: names.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: names.view,
      submenu: [
        { role: 'reload' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: names.window, submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
