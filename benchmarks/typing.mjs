import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.mjs';
import { addressOf } from './address-of.mjs';

// How long the editor takes from the last key to the new ranking on the page, over pauses of somebody who types an offer on
// the sample university: with the pause that the page waits for before it asks, and from its end on. Needs a built application.

const root = resolve(import.meta.dirname, '..');
const pauses = Number(process.argv[2] ?? 200);
/** What the page waits for: `pauseMs` of `src/renderer/api/use-live.ts`. */
const pauseMs = 250;
const words =
  `Nous recherchons un stagiaire pour développer en TypeScript et React le portail de nos clients, écrire les tests,
  suivre la comptabilité des fournisseurs, analyser des données de vente et préparer des campagnes de communication`.split(
    /\s+/,
  );
const browserPath = findBrowser();
if (browserPath === null) throw new Error('There is no Chromium, Chrome or Edge here.');

const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
try {
  await ended(spawn(process.execPath, ['scripts/cli.mjs', 'sample', 'load', '--data-dir', dataDir], { cwd: root }));
  const server = spawn(process.execPath, ['out/main/http.js', '--data-dir', dataDir, '--port', '0', '--lang', 'fr'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    tell(await measure(await addressOf(server), browserPath));
  } finally {
    server.kill('SIGTERM');
    await ended(server);
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<unknown>}
 */
function ended(child) {
  return new Promise((settle) => child.on('exit', settle));
}

/**
 * Milliseconds from the last key of each pause until the ranking that follows is painted.
 * @param {string} url
 * @param {string} executablePath
 * @returns {Promise<number[]>}
 */
async function measure(url, executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(watchRankings);
    await page.goto(url);
    await page.goto(new URL('/offers/new', url).href);
    const box = page.getByRole('textbox', { name: 'Texte de l’offre', exact: true });
    await box.fill('Stage développeur web (H/F)\n\nVous rejoignez une équipe de six personnes. ');
    await page.getByRole('list', { name: 'Formations' }).getByRole('listitem').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1_500);
    await box.press('End');
    const times = [];
    for (let pause = 0; pause < pauses; pause += 1) {
      await page.evaluate(() => {
        document.addEventListener('ranked', () => (document.body.dataset['rankedAt'] = String(performance.now())), {
          once: true,
        });
        delete document.body.dataset['rankedAt'];
      });
      await page.keyboard.type(`${words[pause % words.length] ?? ''} `);
      await page.waitForFunction(() => document.body.dataset['rankedAt'] !== undefined, null, { timeout: 60_000 });
      times.push(
        await page.evaluate(() => Number(document.body.dataset['rankedAt']) - Number(document.body.dataset['typedAt'])),
      );
      // The answers to the same pause that say something else have come as well.
      await page.waitForTimeout(150);
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** Runs in the page: notes when a key was typed, and tells when the answer to it stands on the screen. */
function watchRankings() {
  document.addEventListener('input', () => (document.body.dataset['typedAt'] = String(performance.now())), true);
  const ask = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const answer = await ask(...request);
    if (!answer.url.includes('matches.preview')) return answer;
    await answer.clone().arrayBuffer();
    // The first frame after the page has taken the answer is being made, the second one follows it.
    const tell = () => document.dispatchEvent(new Event('ranked'));
    requestAnimationFrame(() => requestAnimationFrame(tell));
    return answer;
  };
}

/** @param {number[]} times */
function tell(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ part) => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
  const row = (/** @type {number} */ less) => ({
    pauses: sorted.length,
    medianMs: at(0.5) - less,
    p95Ms: at(0.95) - less,
    worstMs: at(1) - less,
  });
  const results = { 'from the last key': row(0), [`after the pause of ${pauseMs} ms`]: row(pauseMs) };
  console.table(results);
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, load: loadavg()[0] ?? 0, node: process.version };
  const target = join(root, 'bench-results');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'typing.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
}
