import { csv } from './support/csv-files';
import { expect, test } from './support/test';
import { violations } from './support/violations';

const files = [
  csv('offres.csv', ['Intitulé;Entreprise;Ville;Début', 'Stage data;Octorive;Lyon;01/03/2026']),
  csv('formations.csv', ['Code;Intitulé;Niveau;Composante', 'A1;Master Droit;Bac+5;UFR Droit', 'A2;;Bac+5;UFR Droit']),
  csv('item.csv', ['"code_ogr","libelle","code_rubrique"', '"100023","Abattre un arbre","1"']),
  csv('guillemet.csv', ['Intitulé;Ville', 'Soudeur;Lyon', '"Comptable;Nantes']),
];

test('several files are tried and imported together, and undone together', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', files);
  const row = (name: string) =>
    page.getByRole('table', { name: 'Fichiers à importer' }).getByRole('row').filter({ hasText: name });
  await expect(row('formations.csv').getByRole('combobox')).toHaveText('Formations');
  await expect(row('formations.csv')).toContainText('Premières lignes : 1 rejetée sur 2');
  await expect(row('item.csv')).toContainText('Les colonnes sont celles d’une table du ROME');
  await expect(row('guillemet.csv')).toContainText('Fichier guillemet.csv, ligne 3');
  await expect(firstVisit.main).toContainText('2 fichiers demandent votre attention');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Essayer tout sans enregistrer' }).click();
  await expect(row('offres.csv')).toContainText('Essayé');
  await expect(row('formations.csv')).toContainText('2 lignes lues · Créées 1 · Rejetées 1');

  // One is looked at by itself and imported from there; the others wait where they were.
  await page.getByRole('button', { name: 'Vérifier offres.csv' }).click();
  await imports.start();
  await expect(row('offres.csv')).toContainText('Enregistré');
  await page.getByRole('button', { name: 'Importer 1 fichier' }).click();
  await expect(row('formations.csv')).toContainText('Enregistré');
  // A report that is looked at, or a page that is loaded again, makes nobody import them twice.
  await row('formations.csv').getByRole('link').click();
  await expect(firstVisit.heading('Import de « formations.csv »')).toBeVisible();
  await page.goBack();
  await expect(row('formations.csv')).toContainText('Enregistré');
  await page.reload();
  await expect(row('offres.csv')).toContainText('Enregistré');
  await expect(page.getByRole('button', { name: /^Importer/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Défaire les 2 imports' }).click();
  await expect(row('offres.csv')).toContainText('Défait');
  await expect(row('formations.csv')).toContainText('Défait');
  await firstVisit.goTo('Offres');
  await expect(firstVisit.offers.count).toHaveText('0 offre');
});

test('what was guessed of a file is corrected on its first rows', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', csv('dates.csv', ['Intitulé;Début', 'Juriste;03/04/2026']));
  const dates = page.getByRole('combobox', { name: 'Dates' });
  await expect(firstVisit.main).toContainText('est lu : 3 avril 2026');
  await dates.click();
  await page.getByRole('option', { name: 'Mois puis jour (12/31/2026)' }).click();
  await expect(firstVisit.main).toContainText('est lu : 4 mars 2026');
  await page.getByRole('combobox', { name: 'Ligne des titres' }).click();
  await page.getByRole('option', { name: 'Aucune' }).click();
  await expect(imports.columns.getByRole('row').filter({ hasText: '#1' })).toContainText('Intitulé · Juriste');
  await page.getByRole('button', { name: 'Revenir à ce qui avait été trouvé' }).click();
  await expect(imports.fieldOf('Intitulé')).toHaveText('Intitulé *');
  await expect(firstVisit.main).toContainText('est lu : 3 avril 2026');
});

test('a file of which nobody said what it holds is known by its columns', async ({ firstVisit }) => {
  const { imports, main, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', files.slice(1, 2));
  await expect(main.getByRole('button', { name: 'Importer les offres' })).toBeVisible();
  // As it comes from the watched folder, or by a double click.
  const address = new URL(page.url());
  address.searchParams.delete('kind');
  await firstVisit.visit(`${address.pathname}${address.search}`);
  await expect(main.getByRole('button', { name: 'Importer les formations' })).toBeVisible();
});
