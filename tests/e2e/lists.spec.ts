import { expect, test } from './support/test';
import { violations } from './support/violations';

test('formations are found by component and level, and lead to their offers', async ({ sample }) => {
  const { formations, offers, page } = sample;
  await sample.goTo('Formations');
  await expect(formations.count).toHaveText(/^\d+ formations$/);
  await formations.choose('Niveau', 'Bac+5');
  await expect(page).toHaveURL(/level=5/);
  const levels = formations.rows.locator('[data-field="level"]');
  await expect(levels.filter({ hasNotText: 'Bac+5' })).toHaveCount(0);
  await expect(levels.first()).toHaveText('Bac+5');
  await formations.sortDownBy('Offres', 'matchedOffers');
  const proposed = await formations.cell(0, 'matchedOffers').innerText();
  await formations.openRow(0);
  await expect(formations.panel.getByRole('heading', { name: 'Ce que l’on y apprend' })).toBeVisible();
  await formations.panel.getByRole('link', { name: /^Voir les/ }).click();
  await expect(offers.count).toHaveText(`${proposed} offres`);
  await expect(page.getByText('Proposées pour :')).toBeVisible();
});

test('what a formation asks for is written in its panel, and taken back', async ({ sample }) => {
  const { formations, page } = sample;
  await sample.goTo('Formations');
  await formations.search.fill('Étudiant-entrepreneur');
  await expect(formations.count).toHaveText('1 formation');
  await formations.openRow(0);
  const section = formations.panel.locator('section', { hasText: 'Prérequis' });
  await expect(section).toContainText('Non renseigné');
  await section.getByRole('button', { name: 'Modifier les prérequis' }).press('Enter');
  const text = section.getByRole('textbox', { name: 'Prérequis' });
  await expect(text).toBeFocused();
  await text.fill('Un projet de création.\nStatut national étudiant-entrepreneur.');
  expect(await violations(page)).toEqual([]);
  await text.press('Escape');
  await expect(section).toContainText('Non renseigné');
  await expect(section.getByRole('button', { name: 'Modifier les prérequis' })).toBeFocused();
  await section.getByRole('button', { name: 'Modifier les prérequis' }).click();
  await text.fill('Un projet de création.');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section).toContainText('Un projet de création.');
  await sample.notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(section).toContainText('Non renseigné');
});

test('companies are found by name and show their contacts and offers', async ({ sample }) => {
  const { companies } = sample;
  await sample.goTo('Entreprises');
  await companies.sortDownBy('Offres', 'offerCount');
  const name = await companies.cell(0, 'name').innerText();
  const count = await companies.cell(0, 'offerCount').innerText();
  await companies.search.fill(name);
  await expect(companies.count).toHaveText('1 entreprise');
  await companies.openRow(0);
  await expect(companies.panel.getByRole('link', { name: `Voir les ${count} offres` })).toBeVisible();
});

test('clicks that follow each other at once all count', async ({ sample }) => {
  const { companies, page } = sample;
  await sample.goTo('Entreprises');
  await expect(companies.rows.first()).toBeVisible();
  // One right behind the other, as a slow machine hands over what was clicked while it was busy.
  const header = companies.grid.getByRole('columnheader', { name: 'Ville' });
  await header.evaluate(async (element: HTMLElement) => {
    element.click();
    await Promise.resolve();
    element.click();
  });
  await expect(page).toHaveURL(/sort=city\.desc/);
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await pages.getByRole('button', { name: /page 3$/i }).evaluate(async (button: HTMLElement) => {
    button.click();
    await Promise.resolve();
    document.querySelector<HTMLElement>('[role="gridcell"][data-field="name"]')?.click();
  });
  await expect(companies.panel).toBeVisible();
  await expect(page).toHaveURL(/sort=city\.desc&page=3&open=\d+/);
});

test('the settings are kept and used at once', async ({ sample }) => {
  await sample.goTo('Réglages');
  await sample.main.getByRole('textbox', { name: 'Nom de l’université' }).fill('Université des Deux Rives');
  const university = sample.main.getByRole('form', { name: 'Université' });
  await university.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sample.page.getByRole('banner')).toContainText('Université des Deux Rives');
  await expect(sample.notices).toContainText('Réglages enregistrés.');
  const matching = sample.main.getByRole('form', { name: 'Mise en correspondance' });
  await matching.getByRole('textbox', { name: 'Pas de pourcentage au-dessous de' }).fill('mille');
  await expect(matching).toContainText('Entrez un nombre entre 1 et 100.');
  await expect(matching.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  await sample.page.reload();
  await expect(sample.main.getByRole('textbox', { name: 'Nom de l’université' })).toHaveValue(
    'Université des Deux Rives',
  );
  await expect(sample.main.getByRole('region', { name: 'À propos' })).toContainText('prêt');
});

test('tasks keep what became of each long work', async ({ sample }) => {
  await sample.page.getByRole('button', { name: 'Tâches : aucune en cours' }).click();
  await sample.page.getByRole('link', { name: 'Toutes les tâches' }).click();
  const tasks = sample.main.getByRole('table', { name: 'Liste des tâches' });
  await expect(tasks.getByRole('row').filter({ hasText: 'Université d’exemple' })).toContainText('Terminée');
  await expect(tasks.getByRole('row').filter({ hasText: 'Mise en correspondance' })).toContainText('Terminée');
});
