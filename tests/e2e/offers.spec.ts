import { readFile } from 'node:fs/promises';
import { expect, test } from './support/test';
import { violations } from './support/violations';

/** The number that a count such as `1 500 offres` names. */
function numberIn(text: string): number {
  return Number(text.replace(/\D/g, ''));
}

test('criteria narrow the list, live in the address and survive going back', async ({ sample }) => {
  const { offers, page } = sample;
  await sample.goTo('Offres');
  await expect(offers.count).toHaveText(/^1.500 offres$/);

  await offers.choose('Contrat', 'Alternance');
  await expect(offers.count).not.toHaveText(/^1.500 offres$/);
  const narrowed = await offers.count.innerText();
  expect(numberIn(narrowed)).toBeGreaterThan(0);
  await expect(page).toHaveURL(/contractType=work-study/);
  await expect(offers.rows.locator('[data-field="contractType"]').filter({ hasNotText: 'Alternance' })).toHaveCount(0);

  await offers.search.fill('valmont');
  await expect(page).toHaveURL(/text=valmont/);
  await expect(offers.count).not.toHaveText(narrowed);

  await page.reload();
  await expect(offers.search).toHaveValue('valmont');
  await expect(page.getByRole('combobox', { name: 'Contrat' })).toHaveText('Alternance');

  await offers.openRow(0);
  await expect(page).toHaveURL(/open=\d+/);
  await expect(offers.panel.getByRole('heading', { level: 2 })).not.toBeEmpty();
  await page.goBack();
  await expect(offers.panel).toBeHidden();
  await expect(page).toHaveURL(/text=valmont/);
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expect(offers.count).toHaveText(/^1.500 offres$/);
  await expect(offers.search).toHaveValue('');
});

test('a click on a column sorts by it, and pages follow each other', async ({ sample }) => {
  const { offers, page } = sample;
  await sample.goTo('Offres');
  await offers.sortBy('Ville');
  await expect(page).toHaveURL(/sort=city\.asc/);
  await expect(offers.grid.getByRole('columnheader', { name: 'Ville' })).toHaveAttribute('aria-sort', 'ascending');
  const cities = offers.rows.locator('[data-field="city"]');
  await expect(async () => {
    const shown = await cities.allInnerTexts();
    expect(shown[0]).not.toBe('');
    expect(shown).toEqual([...shown].sort((a, b) => a.localeCompare(b, 'fr')));
  }).toPass();

  const first = await offers.row(0).getAttribute('data-id');
  await offers.goToPage(2);
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/^51–100 sur 1.500$/)).toBeVisible();
  await expect(offers.row(0)).not.toHaveAttribute('data-id', first ?? '');
  await page.goBack();
  await expect(offers.row(0)).toHaveAttribute('data-id', first ?? '');
});

test('an offer without a formation says why instead of showing a score', async ({ sample }) => {
  const { offers } = sample;
  await sample.goTo('Offres');
  const reasons = [
    ['Texte insuffisant', 'un score ne voudrait rien dire'],
    ['Aucune formation adaptée', 'la demande existe, la formation peut-être pas'],
  ] as const;
  for (const [outcome, reason] of reasons) {
    await offers.choose('Correspondance', outcome);
    await expect(offers.cell(0, 'score')).toHaveText(outcome);
    await offers.openRow(0);
    await expect(offers.panel).toContainText(reason);
    await expect(offers.panel.getByRole('button', { name: /^Pourquoi \?/ })).toHaveCount(0);
    // Only a text that says too little can be mended.
    const mending = offers.panel.getByRole('alert').getByRole('link', { name: 'Modifier' });
    await expect(mending).toHaveCount(outcome === 'Texte insuffisant' ? 1 : 0);
    await sample.page.keyboard.press('Escape');
    await expect(offers.panel).toBeHidden();
  }
});

test('a panel leads to the formation and the company, and back', async ({ sample }) => {
  const { offers, formations, companies, page } = sample;
  await sample.visit('/offers?outcome=ranked');
  const company = await offers.cell(0, 'company').innerText();
  await offers.openRow(0);
  const formation = offers.panel.getByRole('listitem').first().getByRole('link');
  const title = await formation.innerText();
  await formation.click();
  await expect(formations.panel.getByRole('heading', { level: 2 })).toHaveText(title);
  await expect(formations.panel).toContainText('Offres pour lesquelles elle est proposée');
  await page.goBack();
  await offers.panel.getByRole('link', { name: company }).click();
  await expect(companies.panel.getByRole('heading', { level: 2 })).toHaveText(company);
  await expect(companies.panel.getByRole('heading', { name: 'Contacts' })).toBeVisible();
});

test('an address behind the last page leads to the last page', async ({ sample }) => {
  await sample.visit('/offers?page=9999');
  await expect(sample.page).toHaveURL(/page=30/);
  await expect(sample.page.getByText('1 451–1 500 sur 1 500')).toBeVisible();
});

test('a search that finds nothing says how to go on', async ({ sample }) => {
  const { offers } = sample;
  await sample.goTo('Offres');
  await offers.search.fill('zzzz introuvable');
  await expect(sample.main.getByRole('heading', { name: 'Aucune ligne ne correspond à ces critères' })).toBeVisible();
  await expect(offers.count).toHaveText('0 offre');
});

test('an export holds exactly the rows of the list, in each format', async ({ sample }) => {
  const { offers } = sample;
  await sample.visit('/offers?contractType=permanent');
  await expect(offers.rows.first()).toBeVisible();
  const count = numberIn(await offers.count.innerText());

  const forExcel = await readFile(await (await offers.export(0)).path(), 'utf8');
  expect(forExcel.startsWith('\ufeff')).toBe(true);
  expect(forExcel.split(/\r?\n/, 1)[0]).toContain(';');
  await expect(sample.notices).toContainText('Le fichier est prêt');

  const workbook = await readFile(await (await offers.export(1)).path());
  expect(workbook.subarray(0, 2).toString()).toBe('PK');

  const plain = await readFile(await (await offers.export(2)).path(), 'utf8');
  expect(plain.startsWith('\ufeff')).toBe(false);
  expect(plain.split(/\r?\n/, 1)[0]).toContain(',');
  for (const text of [forExcel, plain]) expect(countRecords(text)).toBe(count + 1);

  const lines = (await readFile(await (await offers.export(3)).path(), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(count);
  expect(lines.every((line) => JSON.parse(line) !== null)).toBe(true);

  const { page } = sample;
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('menuitem', { name: 'Choisir les colonnes…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Choisir les colonnes du fichier' });
  await expect(dialog.getByRole('checkbox', { name: 'ville' })).toBeChecked();
  expect(await violations(page), 'columns of an export').toEqual([]);
  await dialog.getByRole('button', { name: 'Aucune' }).click();
  await expect(dialog.getByRole('button', { name: 'Exporter' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'intitulé' }).check();
  await dialog.getByRole('checkbox', { name: 'ville' }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Exporter' }).click();
  const chosen = await readFile(await (await download).path(), 'utf8');
  expect(chosen.split(/\r?\n/, 1)[0]).toBe('\ufeffintitulé;ville');
  expect(countRecords(chosen)).toBe(count + 1);
});

/** Line ends outside of quotes: descriptions hold line breaks of their own. */
function countRecords(text: string): number {
  let isQuoted = false;
  let records = 0;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\n' && !isQuoted) records += 1;
  }
  return text.endsWith('\n') ? records : records + 1;
}
