import { chromium } from '@playwright/test';
import { findBrowser, sandboxArguments } from '../scripts/find-browser.mjs';

// How long a person takes to answer the questions of docs/dashboards.md: `node benchmarks/questions.mjs <address>` walks
// each in a browser, on a server that holds the sample university, from its first page, in French. Clicks and keys are
// counted; they take the times of the keystroke-level model (Card, Moran and Newell, "The keystroke-level model for user
// performance time with interactive systems", Communications of the ACM 23(7), 1980); the answers of the application are
// measured as they come. A person thinks before each click and once more to read the answer.

const seconds = { think: 1.35, point: 1.1, click: 0.2, key: 0.28, hand: 0.4 };

const [address] = process.argv.slice(2);
if (!address) throw new Error('Usage: node benchmarks/questions.mjs <address of a server with the sample>');
const executablePath = findBrowser();
const browser = await chromium.launch({
  args: sandboxArguments(),
  ...(executablePath === null ? {} : { executablePath }),
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
// A loaded machine may take its time; the table says how long.
page.setDefaultTimeout(180_000);
await page.goto(address);
const { origin } = new URL(address);
const main = page.getByRole('main');

/** What one walk has cost so far. */
let walk = { clicks: 0, keys: 0, person: 0, answer: 0 };

/** @param {import('@playwright/test').Locator} target */
async function click(target) {
  walk.clicks += 1;
  walk.person += seconds.think + seconds.point + seconds.click;
  const from = performance.now();
  await target.click();
  walk.answer += (performance.now() - from) / 1_000;
}

/** @param {string} text */
async function type(text) {
  walk.keys += text.length;
  walk.person += seconds.hand + text.length * seconds.key + seconds.hand;
  await page.keyboard.type(text);
}

/**
 * Waits for an answer and gives how it begins.
 *
 * @param {import('@playwright/test').Locator} target
 */
async function read(target) {
  const from = performance.now();
  await target.first().waitFor();
  walk.answer += (performance.now() - from) / 1_000;
  walk.person += seconds.think;
  return (await target.first().innerText()).replace(/\s+/g, ' ').slice(0, 90);
}

const boards = () => click(page.getByRole('navigation').getByRole('link', { name: 'Tableaux de bord' }));
/** @param {string} name */
const tab = (name) => click(main.getByRole('tab', { name }));
/** @param {string | RegExp} name */
const region = (name) => main.getByRole('region', { name });
/** @param {string} text */
async function component(text) {
  await click(main.getByRole('combobox', { name: 'Composante' }));
  await type(text);
  await click(
    page
      .getByRole('option')
      .filter({ hasText: new RegExp(text, 'i') })
      .first(),
  );
}

const questions = {
  'Which component lost most (or gained least) against last year at this date?': async () => {
    await boards();
    await tab('Direction');
    return await read(region('Composantes les plus demandées').getByText(/Plus forte/));
  },
  'Which formations have few places and many offers?': async () => {
    await boards();
    await tab('Direction');
    return await read(region(/^Carte des trous/).getByText(/peu de places et beaucoup/));
  },
  'What are the offers about that no formation suits?': async () => {
    await boards();
    await tab('Direction');
    return await read(main.getByRole('list', { name: 'Thèmes' }).getByRole('listitem'));
  },
  'Which companies are behind the most frequent topic, and which offers?': async () => {
    await boards();
    await tab('Direction');
    const first = main.getByRole('list', { name: 'Thèmes' }).getByRole('listitem').first();
    await click(first.getByRole('heading').getByRole('link'));
    return await read(main.getByText(/offres? choisies?/));
  },
  'Which skills do these offers ask for that no formation names?': async () => {
    await boards();
    await tab('Direction');
    return await read(main.getByText(/aucune formation/i));
  },
  'How many offers this year, against last year at this date?': async () => {
    await boards();
    return await read(main.getByRole('region', { name: 'Offres', exact: true }));
  },
  'Which skill gained most?': async () => {
    await boards();
    await tab('Tendances');
    return await read(main.getByRole('list', { name: 'Les plus fortes hausses' }).getByRole('listitem'));
  },
  'In how many offers does a formation of the IUT come first?': async () => {
    await boards();
    await component('iut');
    await page.waitForURL(/componentId=/);
    return await read(region(/en premier/i));
  },
  'Which companies are new, and which offer nothing any more?': async () => {
    await boards();
    await tab('Entreprises');
    return await read(region('Entreprises perdues'));
  },
  'Which skills do the offers of the IUT ask for that it does not teach?': async () => {
    await boards();
    await tab('Compétences');
    await component('iut');
    await page.waitForURL(/componentId=/);
    return await read(region(/^Compétences demandées et non enseignées/));
  },
  '… and all of it on paper': async () => {
    await boards();
    await tab('Direction');
    await read(main.getByRole('list', { name: 'Thèmes' }).getByRole('listitem'));
    const from = performance.now();
    const saved = page.waitForEvent('download');
    await click(main.getByRole('button', { name: 'Rapport' }));
    await (await saved).path();
    walk.answer += (performance.now() - from) / 1_000;
    return 'saved';
  },
};

const rows = [];
for (const [question, answer] of Object.entries(questions)) {
  await page.goto(`${origin}/`);
  await main.getByRole('heading').first().waitFor();
  walk = { clicks: 0, keys: 0, person: 0, answer: 0 };
  const found = await answer();
  /** @param {number} value */
  const rounded = (value) => Math.round(value * 10) / 10;
  const { clicks, keys, person, answer: waited } = walk;
  rows.push({ question: question.slice(0, 60), clicks, keys, person: rounded(person), waited: rounded(waited), found });
}
console.table(rows);
await browser.close();
