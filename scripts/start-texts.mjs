import { inWords } from './project.mjs';

/**
 * Why the application is not shown by Electron.
 * @typedef {'not-opened' | 'asked' | 'port' | 'no-screen' | 'fetch-failed' | 'fetch-failed-before'} Why
 */

/** @type {Record<Why, readonly [french: string, english: string]>} */
const reasons = {
  'not-opened': ['--no-open est demandé', '--no-open was asked for'],
  asked: ['--browser est demandé', '--browser was asked for'],
  port: ['--port demande le serveur local', '--port asks for the local server'],
  'no-screen': ['cette machine n’a pas d’écran', 'this machine has no screen'],
  'fetch-failed': [
    'Electron n’est pas installé et n’a pas pu être téléchargé',
    'Electron is not installed and could not be fetched',
  ],
  'fetch-failed-before': [
    'Electron n’est pas installé, et son téléchargement a échoué il y a moins d’un jour\u00a0; --electron réessaie',
    'Electron is not installed, and fetching it failed less than a day ago; --electron tries again',
  ],
};

/** @type {[french: string, english: string]} */
export const electronLine = [
  'Smart Recruiting s’ouvre dans Electron\u00a0: son moteur est présent.',
  'Smart Recruiting opens in Electron: its runtime is present.',
];

/** @type {[french: string, english: string]} */
export const safeModeLine = [
  'Mode sans échec\u00a0: ni la comparaison des offres ni le dossier surveillé ne reprennent d’eux-mêmes. Relancez sans --safe-mode pour en sortir.',
  'Safe mode: neither the comparison of offers nor the watched folder goes on of itself. Start again without --safe-mode to leave it.',
];

/**
 * The one line that says where the application is shown, and why.
 * @param {'window' | 'browser' | 'none'} kind
 * @param {string} name
 * @param {Why} why
 * @param {boolean} isAlreadyRunning
 * @returns {[french: string, english: string]}
 */
export function shellLine(kind, name, why, isAlreadyRunning) {
  const [frenchWhy, englishWhy] = reasons[why];
  const running = isAlreadyRunning ? ['Déjà en cours\u00a0: ', 'Already running: '] : ['', ''];
  const stop = isAlreadyRunning ? ['', ''] : [' Ctrl+C pour l’arrêter.', ' Ctrl+C stops it.'];
  const [french, english] = {
    window: [
      `Smart Recruiting s’ouvre dans une fenêtre de ${name} (${frenchWhy}).`,
      `Smart Recruiting opens in a window of ${name} (${englishWhy}).`,
    ],
    browser: [
      `Smart Recruiting s’ouvre dans le navigateur par défaut (${frenchWhy}, ni Chromium, ni Chrome, ni Edge).`,
      `Smart Recruiting opens in the default browser (${englishWhy}; no Chromium, Chrome or Edge).`,
    ],
    none: [
      `Smart Recruiting est servi à l’adresse ci-dessous, à ouvrir dans un navigateur de ce PC (${frenchWhy}).`,
      `Smart Recruiting is served at the address below, for a browser on this computer (${englishWhy}).`,
    ],
  }[kind];
  return [`${running[0]}${french}${stop[0]}`, `${running[1]}${english}${stop[1]}`];
}

/**
 * What is wrong with the command line, and what to do.
 * @param {'port' | 'folder' | 'option'} what
 * @param {string} given
 * @returns {[french: string, english: string]}
 */
export function wrongOption(what, given) {
  const [french, english] = {
    port: [
      `Valeur non admise\u00a0: --port ${given}. Il faut un port, de 0 à 65535.`,
      `This value cannot be used: --port ${given}. A port is expected, from 0 to 65535.`,
    ],
    folder: [`Il manque le nom d’un dossier après ${given}.`, `The name of a folder is missing after ${given}.`],
    option: [`L’option ${given} ne convient pas.`, `The option ${given} cannot be used.`],
  }[what];
  return [`${french} Voir «\u00a0npm start -- --help\u00a0».`, `${english} See “npm start -- --help”.`];
}

export function usage() {
  return inWords(
    `Utilisation\u00a0: npm start -- [options]

  --port N         port du serveur local (par défaut, le même à chaque démarrage)
  --no-open        n’ouvre rien\u00a0: affiche l’adresse
  --data-dir D     dossier des données (ou la variable SMART_RECRUITING_DATA_DIR)
  --electron       réessaie de télécharger Electron
  --browser        n’utilise pas Electron
  --safe-mode      rien ne reprend de soi-même\u00a0: ni comparaison, ni dossier surveillé
`,
    `Usage: npm start -- [options]

  --port N         port of the local server (by default, the same at each start)
  --no-open        opens nothing: prints the address
  --data-dir D     folder of the data (or the variable SMART_RECRUITING_DATA_DIR)
  --electron       tries again to fetch Electron
  --browser        does not use Electron
  --safe-mode      nothing goes on of itself: no comparison, no watched folder
`,
  );
}
