import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where browsers that can show an application window are installed, best first.
 * @returns {string[]}
 */
function knownPlaces() {
  const env = process.env;
  if (process.platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    const browsers = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return browsers.flatMap((browser) => roots.flatMap((root) => (root ? [join(root, browser)] : [])));
  }
  if (process.platform === 'darwin') {
    const browsers = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const roots = ['/Applications', join(env['HOME'] ?? '/', 'Applications')];
    return browsers.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
  return names.flatMap((name) => [...folders, ...usual].map((folder) => join(folder, name)));
}

/**
 * The program of an installed Chromium, Chrome or Edge, or null. SMART_RECRUITING_BROWSER names another one, and is
 * taken at its word: a wrong name gives null rather than a surprise.
 * @returns {string | null}
 */
export function findBrowser() {
  const wanted = process.env['SMART_RECRUITING_BROWSER'];
  return (wanted ? [wanted] : knownPlaces()).find(isProgram) ?? null;
}

/**
 * Chromium refuses to run as root on Linux with its sandbox on.
 * @returns {string[]}
 */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
