import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { readFigure } from '../../src/shared/domain/report';
import { expect, test } from './support/test';

// The questions are those of docs/dashboards.md; the sample’s offers end before the day of any run.
/** Sorting offers into topics takes seconds, and more on a machine with other work. */
const sorted = { timeout: 60_000 };
const wholeYear = '/dashboards?tab=director&year=2025&span=whole';

test('which component lost most offers against last year at this date, and which are they?', async ({ sample }) => {
  const { main, offers } = sample;
  await sample.visit('/dashboards?year=2025&span=to-date');
  await main.getByRole('tab', { name: 'Direction' }).click();
  await expect(main.getByText(/Année .+ jusqu’au .+, comparée à .+ jusqu’au/)).toBeVisible();
  const components = main.getByRole('region', { name: 'Composantes les plus demandées' });
  await components.getByRole('button', { name: 'Tableau' }).click();
  const rows = components.getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const cells = await Promise.all((await rows.all()).slice(1).map((row) => row.locator('th, td').allInnerTexts()));
  const moves = cells.map(([name = '', now = '', before = '']) => ({ name, now, by: Number(now) - Number(before) }));
  const least = moves.reduce((most, next) => (next.by < most.by ? next : most));
  // The day of the run decides how far both years count: all may have gained by then.
  const said = components.getByText(`Plus forte baisse : ${least.name} (−${-least.by}).`);
  await expect(said).toHaveCount(least.by < 0 ? 1 : 0);
  await components.getByRole('link', { name: least.name, exact: true }).click();
  await expect(offers.count).toHaveText(new RegExp(`^${least.now} offres?$`));
});

test('which formation has few places and many offers? With the keyboard alone', async ({ sample }) => {
  const { main, offers, page } = sample;
  await sample.visit(wholeYear);
  const map = main.getByRole('region', { name: /^Carte des trous/ });
  await map.getByRole('group', { name: /^Carte des formations/ }).focus();
  await page.keyboard.press('ArrowRight');
  const all = map.getByRole('link', { name: /^Voir \d+ offres$/ });
  const said = /\d+/.exec(await all.innerText())?.[0] ?? '';
  await expect(map.getByRole('link', { name: 'Voir la formation' })).toHaveAttribute('href', /\/formations\?open=\d+/);
  await all.focus();
  await page.keyboard.press('Enter');
  await expect(offers.count).toHaveText(`${said} offres`);
});

test('what are the offers about that no formation suits, and who offers?', async ({ sample }) => {
  const { main, offers, page } = sample;
  await sample.visit(wholeYear);
  const topics = main.getByRole('list', { name: 'Thèmes' }).getByRole('listitem');
  const first = topics.first();
  await expect(first).toBeVisible(sorted);
  await expect(first.getByText('Entreprises')).toBeVisible();
  await expect(first.getByText(/thème (net|moyen|flou)/)).toBeVisible();
  const link = first.getByRole('heading').getByRole('link');
  const count = /\((\d+) offres\)$/.exec(await link.innerText())?.[1] ?? '';
  await link.click();
  await expect(offers.count).toHaveText(`${count} offres`);
  await expect(main.getByText(`${count} offres choisies`)).toBeVisible();
  await page.goBack();
  await expect(topics.first()).toBeVisible();
});

for (const tab of ['offers', 'trends', 'skills', 'companies', 'director']) {
  test(`a report says every figure of its page, as document, workbook and pictures: ${tab}`, async ({ sample }) => {
    const { main, page } = sample;
    await sample.visit(`/dashboards?tab=${tab}&year=2025&span=whole&city=Valmont%20(38)`);
    const report = main.getByRole('button', { name: 'Rapport' });
    // A report waits until all is counted.
    await expect(report).toBeEnabled(sorted);
    await expect(main.getByText(/^Recherche des thèmes/)).toHaveCount(0);
    const shown = await tablesOf(main);
    expect(shown.size).toBeGreaterThan(0);
    const download = page.waitForEvent('download');
    await report.click();
    const files = unzipSync(new Uint8Array(await readFile(await (await download).path())));
    const named = (ending: string) =>
      Object.entries(files).flatMap(([name, bytes]) => (name.endsWith(ending) ? [bytes] : []));
    const [pdf = new Uint8Array(), xlsx = new Uint8Array()] = [named('.pdf')[0], named('.xlsx')[0]];

    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(document, { mergePages: false });
    // Where a line breaks, a reader of documents adds a space.
    const plain = (words: string) => words.replace(/\s+/g, '');
    expect(text.filter((of) => !/Ville\s: Valmont/.test(of) || !of.includes('Université de Valmont'))).toEqual([]);
    const all = plain(text.join(''));
    const sheets = await readExcel(Buffer.from(xlsx));
    for (const [title, rows] of shown) {
      expect(
        rows.filter((cells) => !all.includes(plain(cells.join('')))),
        title,
      ).toEqual([]);
      const sheet = sheets.find(({ data }) => data[0]?.[0] === title);
      const typed = rows.map(([name, ...cells]) => [
        name,
        ...cells.map((cell) => readFigure(cell, 'fr')?.value ?? (cell || null)),
      ]);
      expect(sheet?.data.slice(4, 4 + typed.length), title).toEqual(typed);
    }

    // Drawn, and not one colour alone.
    const drawn = named('.png').filter((png) => png.length > 5_000);
    expect(drawn.length).toBeGreaterThanOrEqual(tab === 'companies' ? 1 : 2);
  });
}

/** The rows of each chart's table by the chart's title, without the headings; at most twenty of each. */
async function tablesOf(main: Locator): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const toggles = main.getByRole('button', { name: 'Tableau', exact: true });
  await expect(toggles.first()).toBeVisible();
  const tables = new Map<string, readonly (readonly string[])[]>();
  for (const toggle of await toggles.all()) {
    await toggle.click();
    const chart = toggle.locator('xpath=ancestor::section[1]');
    const rows = (await chart.getByRole('row').all()).slice(1, 21);
    tables.set(
      (await chart.getAttribute('aria-label')) ?? '',
      await Promise.all(
        rows.map(async (row) =>
          // A second line of a cell stands behind the first in a report.
          (await row.locator('th, td').allInnerTexts()).map((cell) => cell.replace('\n', ' – ')),
        ),
      ),
    );
  }
  return tables;
}
