import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { inProject, inWords, run, say, StopError } from './project.mjs';

/**
 * Sees to a Chromium for the end-to-end tests: an installed Chromium, Chrome or Edge, else Debian's package where this
 * process may install it, else the one that Playwright fetches.
 * @returns {Promise<string>} its program
 */
export async function ensureBrowser() {
  const installed = findBrowser() ?? (await playwrightBrowser());
  if (installed !== null) return installed;
  const added = (await installDebianChromium()) ?? (await installPlaywrightChromium());
  if (added !== null) return added;
  throw new StopError(
    inWords(
      'Aucun Chromium pour les tests\u00a0: installez Chromium, Chrome ou Edge, puis relancez la commande.',
      'There is no Chromium for the tests: install Chromium, Chrome or Edge, then run the command again.',
    ),
  );
}

/** @returns {Promise<string | null>} */
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/** @returns {Promise<string | null>} */
async function installDebianChromium() {
  const apt = '/usr/bin/apt-get';
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(apt)) return null;
  say('Installation de Chromium par apt-get…', 'Installing Chromium with apt-get…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let printed = '';
  const onOutput = (/** @type {string} */ text) => (printed += text);
  await run(apt, ['update', '-q'], { env, onOutput });
  // Fonts: without any, a page would show boxes instead of text, and its measures would be wrong.
  const packages = ['chromium', 'fonts-liberation'];
  const code = await run(apt, ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, onOutput });
  if (code !== 0) process.stderr.write(printed.slice(-2_000));
  return findBrowser();
}

/** @returns {Promise<string | null>} */
async function installPlaywrightChromium() {
  say('Téléchargement du Chromium de Playwright…', 'Fetching Playwright’s Chromium…');
  await run(process.execPath, [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  return await playwrightBrowser();
}
