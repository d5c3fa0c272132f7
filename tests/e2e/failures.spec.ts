import { bytes, csv } from './support/csv-files';
import { expect, test } from './support/test';
import { violations } from './support/violations';

const wrong = [
  { name: 'an empty file', file: bytes('vide.csv', new Uint8Array()), says: 'Le fichier est vide.' },
  {
    name: 'a file that is no text',
    file: bytes(
      'photo.csv',
      Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7) % 32),
    ),
    says: 'Le fichier n’est pas un texte.',
  },
  {
    name: 'a file with a quote that never closes',
    file: csv('guillemet.csv', [
      'Référence;Intitulé;Description',
      'G-1;Stage en communication;Bien écrit',
      'G-2;"Stage en droit;Mal fermé',
      ...Array.from({ length: 30 }, (_, index) => `G-${index + 3};Stage numéro ${index + 3};Une description`),
    ]),
    says: 'Un guillemet ouvert n’est jamais refermé.',
  },
] as const;

for (const { name, file, says } of wrong) {
  test(`${name} is refused in words, and nothing changes`, async ({ firstVisit }) => {
    const { imports } = firstVisit;
    await firstVisit.visit('/imports/new');
    await imports.choose('Offres', file);
    await expect(imports.errors).toContainText(says);
    await expect(imports.errors).toContainText('Aucune donnée n’a été perdue.');
    await expect(imports.errors).toContainText(file.name);
    await firstVisit.page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
    await expect(firstVisit.page.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible();
    await firstVisit.goTo('Offres');
    await expect(firstVisit.offers.count).toHaveText('0 offre');
  });
}

test('a file with nothing but a header is refused in words', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', csv('en-tete.csv', ['Référence;Intitulé;Description']));
  await expect(imports.errors).toContainText('Le fichier ne contient que sa ligne d’en-tête.');
});

test('an address whose file is no longer kept says so and lets another be chosen', async ({ firstVisit }) => {
  await firstVisit.visit(`/imports/new?kind=offers&file=${'a'.repeat(32)}`);
  await expect(firstVisit.imports.errors).toContainText('L’application ne garde plus ce fichier.');
  await firstVisit.page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await expect(firstVisit.page.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible();
});

test('what no longer exists is told in the panel, and the list stays', async ({ sample }) => {
  await sample.visit('/offers?open=999999');
  await expect(sample.offers.panel).toContainText('Cet élément n’existe pas, ou n’existe plus.');
  await expect(sample.offers.rows.first()).toBeVisible();
});

test('a program that has ended is told at once, and what was read stays readable', async ({ sample, endProgram }) => {
  await sample.goTo('Offres');
  const title = await sample.offers.cell(0, 'title').innerText();
  await endProgram();
  await expect(sample.page.getByRole('alert')).toContainText('L’application ne répond plus.');
  await expect(sample.offers.cell(0, 'title')).toHaveText(title);
  await sample.offers.openRow(1);
  await expect(sample.offers.panel).toContainText('L’application ne répond pas pour l’instant.');
  await expect(sample.offers.panel.getByRole('button', { name: 'Réessayer' })).toBeVisible();
});

test('safe mode says on every page what does not go on of itself, and how to leave it', async ({
  firstVisit,
  restartProgram,
}) => {
  const { page, main } = firstVisit;
  const notice = page.getByText(/^Mode sans échec.*le dossier surveillé.*relancez-la normalement\.$/);
  await expect(firstVisit.loadSample).toBeVisible();
  await expect(notice).toBeHidden();
  await restartProgram('--safe-mode');
  await expect(notice).toBeVisible();
  await firstVisit.visit('/settings/health');
  await expect(notice).toBeVisible();
  await expect(main.getByText('L’application a démarré en mode sans échec.')).toBeVisible();
  await expect(main.getByText('Tout va bien.')).toBeHidden();
  expect(await violations(page)).toEqual([]);
});
