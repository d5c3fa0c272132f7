import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { readFigure } from '../../src/shared/domain/report';
import { expect, test } from './support/test';

// The questions are those of docs/dashboards.md; the sample’s offers end before the day of any run.
const wholeYear = '/dashboards?tab=director&year=2025&span=whole';

test('which component lost most offers against last year at this date, and which are they?', async ({ sample }) => {
  const { main, offers } = sample;
  await sample.visit('/dashboards?year=2025');
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

test('a report in one click says the figures of the page, as document, workbook and pictures', async ({ sample }) => {
  const { main, page } = sample;
  await sample.visit(`${wholeYear}&city=Valmont`);
  await expect(main.getByRole('list', { name: 'Thèmes' }).or(main.getByText(/trop peu pour former/))).toBeVisible();
  const map = main.getByRole('region', { name: /^Carte des trous/ });
  await map.getByRole('button', { name: 'Tableau' }).click();
  const shown = await Promise.all(
    (await map.getByRole('row').all()).slice(0, 20).map((row) => row.locator('th, td').allInnerTexts()),
  );
  const download = page.waitForEvent('download');
  await main.getByRole('button', { name: 'Rapport' }).click();
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
  expect(shown.slice(1).filter((cells) => !all.includes(plain(cells.join(''))))).toEqual([]);

  const sheets = await readExcel(Buffer.from(xlsx));
  const sheet = sheets.find(({ data }) => String(data[0]?.[0]).startsWith('Carte des trous'));
  const typed = shown
    .slice(1)
    .map(([name, ...cells]) => [name, ...cells.map((cell) => readFigure(cell, 'fr')?.value ?? cell)]);
  expect(sheet?.data.slice(4, 4 + typed.length)).toEqual(typed);

  // Drawn, and not one colour alone.
  expect(
    named('.png')
      .map((png) => png.length > 5_000)
      .filter(Boolean).length,
  ).toBeGreaterThanOrEqual(2);
});
