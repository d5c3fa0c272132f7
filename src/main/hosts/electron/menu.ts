import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../language';

const texts = {
  fr: {
    about: 'À propos de Smart Recruiting',
    services: 'Services',
    hide: 'Masquer Smart Recruiting',
    hideOthers: 'Masquer les autres',
    unhide: 'Tout afficher',
    file: 'Fichier',
    quit: 'Quitter Smart Recruiting',
    close: 'Fermer',
    updates: 'Rechercher une mise à jour…',
    edit: 'Édition',
    undo: 'Annuler la frappe',
    redo: 'Rétablir la frappe',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    reload: 'Recharger',
    resetZoom: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    togglefullscreen: 'Plein écran',
    window: 'Fenêtre',
    minimize: 'Placer dans la barre des tâches',
  },
  en: {
    about: 'About Smart Recruiting',
    services: 'Services',
    hide: 'Hide Smart Recruiting',
    hideOthers: 'Hide others',
    unhide: 'Show all',
    file: 'File',
    quit: 'Quit Smart Recruiting',
    close: 'Close',
    updates: 'Look for an update…',
    edit: 'Edit',
    undo: 'Undo typing',
    redo: 'Redo typing',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    reload: 'Reload',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    togglefullscreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimize',
  },
} as const;

type Role = Exclude<keyof (typeof texts)['fr'], 'file' | 'updates' | 'edit' | 'view' | 'window'>;

const separator = { type: 'separator' } as const;

/**
 * The menu of the window. Every entry has its own label: Electron's defaults for roles are English everywhere.
 * `onUpdates` is there where newer versions can be looked for.
 */
export function setMenu(language: Language, onUpdates: (() => void) | null): void {
  const labels = texts[language];
  const entry = (role: Role): MenuItemConstructorOptions => ({ role, label: labels[role] });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ label: 'Smart Recruiting', submenu: applicationMenu(entry) }] : []),
    {
      label: labels.file,
      submenu: [
        ...(onUpdates ? [{ label: labels.updates, click: onUpdates }, separator] : []),
        entry(process.platform === 'darwin' ? 'close' : 'quit'),
      ],
    },
    { label: labels.edit, submenu: editMenu(entry) },
    {
      label: labels.view,
      submenu: [
        entry('reload'),
        separator,
        entry('resetZoom'),
        entry('zoomIn'),
        entry('zoomOut'),
        separator,
        entry('togglefullscreen'),
      ],
    },
    { label: labels.window, submenu: [entry('minimize'), entry('close')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The menu while students have this PC: nothing in it quits, loads anew, closes or looks for updates. */
export function setKioskMenu(language: Language): void {
  const labels = texts[language];
  const entry = (role: Role): MenuItemConstructorOptions => ({ role, label: labels[role] });
  const template: MenuItemConstructorOptions[] = [
    // macOS takes the first menu for the application's own, whatever it is.
    ...(process.platform === 'darwin' ? [{ label: 'Smart Recruiting', submenu: [entry('about')] }] : []),
    { label: labels.edit, submenu: editMenu(entry) },
    { label: labels.view, submenu: [entry('resetZoom'), entry('zoomIn'), entry('zoomOut')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function editMenu(entry: (role: Role) => MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [
    ...[entry('undo'), entry('redo')],
    separator,
    ...[entry('cut'), entry('copy'), entry('paste'), entry('selectAll')],
  ];
}

/** The menu that macOS puts under the name of the application. */
function applicationMenu(entry: (role: Role) => MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [
    entry('about'),
    separator,
    entry('services'),
    separator,
    ...[entry('hide'), entry('hideOthers'), entry('unhide')],
    separator,
    entry('quit'),
  ];
}
