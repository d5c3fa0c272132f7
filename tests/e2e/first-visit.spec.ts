import { mixedOffers } from './support/csv-files';
import { expect, test } from './support/test';

test('a first visit leads from nothing to an offer with its ranked formations', async ({ firstVisit }) => {
  test.slow();
  await expect(firstVisit.heading('Bienvenue dans Smart Recruiting')).toBeVisible();
  await firstVisit.loadSample.click();

  await expect(firstVisit.page.getByRole('progressbar').first()).toBeVisible();
  const counts = firstVisit.main.getByRole('region', { name: 'Ce que contient la base' });
  await expect(counts.getByRole('link', { name: /formations/ })).toBeVisible({ timeout: 60_000 });
  await expect(firstVisit.page.getByRole('banner')).toContainText('Université de Valmont');
  await expect(firstVisit.notices).toContainText('La mise en correspondance est à jour.', { timeout: 120_000 });
  await expect(firstVisit.main).toContainText(/offres sur 1.500 ont au moins une formation proposée/);

  await firstVisit.goTo('Offres');
  await firstVisit.offers.choose('Correspondance', 'Formations proposées');
  await firstVisit.offers.openRow(0);
  const matches = firstVisit.offers.panel.getByRole('listitem');
  await expect(matches.first().getByRole('link')).toBeVisible();
  await expect(matches.first().getByRole('img')).toHaveAccessibleName(
    /Score \d+ sur 100 ; proximité de sens \d+, mots communs \d+/,
  );
});

test('every list says what belongs there and offers the next step while there is nothing', async ({ firstVisit }) => {
  const lists = [
    ['Offres', 'Aucune offre pour l’instant', 'offers'],
    ['Formations', 'Aucune formation pour l’instant', 'formations'],
    ['Entreprises', 'Aucune entreprise pour l’instant', 'companies'],
  ] as const;
  for (const [name, title, kind] of lists) {
    await firstVisit.goTo(name);
    await expect(firstVisit.main.getByRole('heading', { name: title })).toBeVisible();
    const next = firstVisit.main.getByRole('link', { name: /^Importer des/ }).last();
    await expect(next).toHaveAttribute('href', `/imports/new?kind=${kind}`);
  }
  await firstVisit.goTo('Imports');
  await expect(firstVisit.main.getByRole('heading', { name: 'Aucun import pour l’instant' })).toBeVisible();
});

test('an address that leads nowhere says so and leads home', async ({ firstVisit }) => {
  await firstVisit.visit('/nowhere');
  await expect(firstVisit.heading('Cette page n’existe pas')).toBeVisible();
  await firstVisit.main.getByRole('link', { name: 'Revenir à l’accueil' }).click();
  await expect(firstVisit.loadSample).toBeVisible();
});

test('where there are no formations, an offer says so instead of waiting for them', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', mixedOffers);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('4Créées');
  await firstVisit.goTo('Offres');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('Aucune formation pour l’instant')).toBeVisible();
  await panel.getByRole('link', { name: 'Importer des formations' }).click();
  await expect(page.getByRole('radio', { name: 'Formations' })).toBeChecked();
});
