import { csv, mixedOffers } from './support/csv-files';
import { expect, test } from './support/test';
import { violations } from './support/violations';

test('a file is checked, tried, imported, reported and undone', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', mixedOffers);

  await expect(imports.fieldOf('Intitulé')).toHaveText('Intitulé *');
  await expect(imports.fieldOf('Remarque interne')).toHaveText('Gardée en note');
  await expect(imports.firstRows.getByRole('row').filter({ hasText: 'N-3' })).toContainText(
    'Valeur obligatoire absente dans « Intitulé »',
  );
  await expect(imports.firstRows.getByRole('row').filter({ hasText: 'N-4' })).toContainText(
    'Date illisible dans « Publiée le » : « 31/02/2026 »',
  );

  await imports.tryIt.click();
  await expect(imports.figure('Lues', imports.trial)).toHaveText('5Lues');
  await expect(imports.figure('Créées', imports.trial)).toHaveText('4Créées');
  await expect(imports.figure('Rejetées', imports.trial)).toHaveText('1Rejetées');
  // The rejected row is what there is to do; each figure opens its own rows.
  await expect(imports.trial.getByRole('row').filter({ hasText: 'N-3' })).toContainText('Rejetée');
  await imports.figure('Créées', imports.trial).click();
  await expect(imports.trial.getByRole('row').filter({ hasText: 'Créée' })).toHaveCount(4);
  await imports.trial.getByRole('button', { name: 'Afficher la ligne 2 en entier' }).click();
  await expect(imports.trial.getByRole('group', { name: 'Ligne 2' })).toContainText('N-1');

  await imports.start();
  await expect(firstVisit.heading('Import de « offres-novembre.csv »')).toBeVisible();
  await expect(imports.figure('Créées')).toHaveText('4Créées');
  await expect(imports.reportRows.getByRole('row').filter({ hasText: 'Rejetée' })).toContainText('N-3');
  await page.getByRole('button', { name: 'Afficher la ligne 4 en entier' }).click();
  await expect(imports.reportRows).toContainText('Une offre sans intitulé.');

  await firstVisit.main.getByRole('link', { name: 'Voir les offres' }).click();
  await expect(firstVisit.offers.count).toHaveText('4 offres');
  await page.goBack();
  await imports.undo.click();
  await expect(imports.question).toContainText('4 lignes créées seront retirées.');
  await expect(imports.question).toContainText('Rien n’a été modifié depuis.');
  await imports.confirmUndo();
  await expect(firstVisit.notices).toContainText('offres-novembre.csv : import défait ; 4 lignes retirées.');
  await expect(firstVisit.main).toContainText('Cet import a été défait.');
  await firstVisit.goTo('Offres');
  await expect(firstVisit.offers.count).toHaveText('0 offre');
});

test('what a file holds is recognised, doubted when it is said otherwise, and said anew', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  const file = csv('maquette.csv', [
    'Code;Intitulé de la formation;Composante;Niveau;Débouchés',
    'M1-AGRO;Master Agroécologie;UFR Sciences;Bac+5;Conseiller agricole',
  ]);
  await firstVisit.visit('/imports/new');
  await expect(page.getByRole('radio', { name: 'Reconnaître au contenu' })).toBeChecked();
  await imports.choose(null, file);
  const content = page.getByRole('combobox', { name: 'Contenu du fichier' });
  await expect(content).toHaveText('Formations');
  await expect(imports.fieldOf('Composante')).toHaveText('Composante');
  await content.click();
  await page.getByRole('option', { name: 'Entreprises' }).click();
  await expect(content).toHaveText('Entreprises');
  const doubt = page.getByRole('alert').filter({ hasText: 'ce fichier contient plutôt des formations' });
  await expect(doubt).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await doubt.getByRole('button', { name: 'Lire comme des formations' }).click();
  await expect(content).toHaveText('Formations');
  await expect(doubt).toHaveCount(0);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('1Créées');
  await firstVisit.goTo('Formations');
  await expect(firstVisit.main).toContainText('Master Agroécologie');
});

test('a trial stores nothing, and is of the choices that are shown', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', mixedOffers);
  await imports.tryIt.click();
  await expect(imports.figure('Créées', imports.trial)).toHaveText('4Créées');
  // What was found of other choices says nothing about these.
  const stale = page.getByText('Des choix ont changé depuis l’essai');
  await page.getByRole('combobox', { name: 'Cellules vides' }).click();
  await page.getByRole('option', { name: 'Une cellule vide efface' }).click();
  await expect(stale).toBeVisible();
  await expect(imports.trial).toHaveCount(0);
  await imports.tryIt.click();
  await expect(imports.figure('Créées', imports.trial)).toHaveText('4Créées');
  await expect(stale).toHaveCount(0);
  await firstVisit.goTo('Offres');
  await expect(firstVisit.offers.count).toHaveText('0 offre');
  await firstVisit.goTo('Imports');
  await expect(firstVisit.main.getByRole('heading', { name: 'Aucun import pour l’instant' })).toBeVisible();
});

test('a finished import is announced where the person is by then, and undone from there', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', mixedOffers);
  await imports.start();
  await firstVisit.goTo('Entreprises');
  await expect(firstVisit.notices).toContainText('offres-novembre.csv : import terminé, 5 lignes lues.');
  await firstVisit.notices.getByRole('button', { name: /^Défaire l’import de / }).click();
  await imports.confirmUndo();
  await expect(firstVisit.notices).toContainText('import défait ; 4 lignes retirées');
  await firstVisit.goTo('Imports');
  await expect(imports.line('offres-novembre.csv')).toContainText('Défait');
});

test('an import is kept when nobody says yes, and an undone one is put in place again', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', mixedOffers);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('4Créées');
  await firstVisit.goTo('Imports');
  await imports.undo.click();
  await expect(imports.question.getByRole('button', { name: 'Garder l’import' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(imports.question).toBeHidden();
  await expect(imports.undo).toBeFocused();
  await expect(imports.line('offres-novembre.csv')).toContainText('Enregistré');

  await imports.undo.click();
  await imports.confirmUndo();
  await expect(imports.line('offres-novembre.csv')).toContainText('Défait');
  await imports.redo.click();
  await expect(firstVisit.notices).toContainText('offres-novembre.csv : import rétabli ; 4 lignes remises en état.');
  await expect(imports.line('offres-novembre.csv')).toContainText('Enregistré');
  await firstVisit.goTo('Offres');
  await expect(firstVisit.offers.count).toHaveText('4 offres');
});

test('undoing says beforehand which rows stay, and lists them afterwards', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  const first = csv('mars.csv', ['référence;intitulé', 'N-1;Comptable', 'N-2;Juriste', 'N-3;Soudeur']);
  const second = csv('avril.csv', ['référence;intitulé;ville', 'N-2;Juriste;Lyon']);
  for (const file of [first, second]) {
    await firstVisit.visit('/imports/new');
    await imports.choose('Offres', file);
    await imports.start();
    await expect(firstVisit.main).toContainText('L’import est terminé');
  }
  await firstVisit.goTo('Imports');
  await imports
    .line('mars.csv')
    .getByRole('button', { name: /^Défaire l’import de / })
    .click();
  await expect(imports.question).toContainText('2 lignes créées seront retirées.');
  await expect(imports.question).toContainText('1 ligne restera, car elle a été modifiée depuis.');
  await imports.confirmUndo();
  await expect(imports.line('mars.csv')).toContainText('Défait');
  await imports.line('mars.csv').getByRole('link').click();
  await expect(firstVisit.main.getByRole('button', { name: 'Voir la ligne conservée' })).toBeVisible();
  await expect(imports.reportRows.getByRole('row')).toHaveCount(2);
  await imports.reportRows.getByRole('link', { name: 'Juriste' }).click();
  await firstVisit.main.getByText('D’où viennent ces valeurs ?').click();
  await expect(firstVisit.main.getByRole('link', { name: /^mars.csv, ligne 3, importé le / })).toBeVisible();
});

test('a look back starts for the day that somebody means, not for each that is typed on the way', async ({
  firstVisit,
}) => {
  const { imports, page } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', mixedOffers);
  await imports.start();
  await firstVisit.goTo('Imports');
  await page.getByRole('button', { name: 'Revenir à une date…' }).click();
  /** What was asked; for the same day again whenever records have changed. */
  const looks = new Set<string | null>();
  page.on('request', (request) => {
    if (request.url().endsWith('/imports.previewGoBack')) looks.add(request.postData());
  });
  const day = page.getByRole('dialog').getByLabel('Dernière journée gardée');
  // However long a machine takes to type, for the page no time goes by.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  for (const year of ['0002', '0020', '0202', '2024']) await day.fill(`${year}-03-04`);
  await page.clock.resume();
  await expect(page.getByRole('dialog')).toContainText('1 import serait défait');
  expect([...looks]).toEqual([expect.stringContaining('2024-03-0')]);
});

test('a trial tells what each row would change, and which offers may come twice', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  const head = 'référence;intitulé;entreprise;ville;source';
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', csv('mars.csv', [head, 'N-1;Comptable;Octorive;Lyon;A']));
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('1Créées');
  await firstVisit.visit('/imports/new');
  const rows = [head, 'N-1;Comptable;Octorive;Nantes;A', 'Z-9;Comptable H/F;Octorive;Nantes;B'];
  await imports.choose('Offres', csv('avril.csv', rows));
  await imports.tryIt.click();
  await imports.figure('Mises à jour', imports.trial).click();
  await expect(imports.trial.getByRole('row').filter({ hasText: 'N-1' })).toContainText('Changerait : Ville');
  await imports.trial.getByRole('button', { name: 'Afficher la ligne 2 en entier' }).click();
  const changes = imports.trial.getByRole('table', { name: 'Ce que la ligne 2 changerait' });
  await expect(changes.getByRole('row').filter({ hasText: 'Ville' })).toHaveText('VilleLyonNantes');
  await imports.trial.getByRole('button', { name: '1 doublon serait proposé' }).click();
  await expect(imports.trial.getByRole('row').filter({ hasText: 'Z-9' })).toContainText('Ressemble à : Comptable');
});

test('columns with names of their own are mapped by hand', async ({ firstVisit }) => {
  const { imports, page } = firstVisit;
  const file = csv('export-maison.csv', [
    'Zone A|Zone B',
    'Licence de biologie|Physiologie, écologie et travaux pratiques de laboratoire.',
    'Master de droit public|Contentieux administratif et finances locales.',
  ]);
  await firstVisit.visit('/imports/new');
  await imports.choose('Formations', file);
  await expect(page.getByRole('alert')).toContainText('Choisissez la colonne qui donne : Intitulé.');
  await expect(imports.tryIt).toBeDisabled();
  await imports.mapColumn('Zone A', 'Intitulé *');
  await imports.mapColumn('Zone B', 'Description');
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('2Créées');
  await firstVisit.main.getByRole('link', { name: 'Voir les formations' }).click();
  await expect(firstVisit.formations.count).toHaveText('2 formations');

  await firstVisit.goTo('Imports');
  const profiles = firstVisit.main.getByRole('region', { name: 'Correspondances mémorisées' });
  await expect(profiles.getByRole('listitem')).toContainText('2 colonnes placées');
  await profiles.getByRole('button', { name: 'Renommer : export-maison.csv' }).click();
  await expect(profiles.getByLabel('Nom de la source')).toBeFocused();
  await profiles.getByLabel('Nom de la source').fill('Scolarité');
  await profiles.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(firstVisit.notices).toContainText('Correspondance renommée : Scolarité.');
  await expect(profiles.getByRole('button', { name: 'Renommer : Scolarité' })).toBeFocused();
  expect(await violations(page), 'remembered mappings').toEqual([]);
  await profiles.getByRole('button', { name: 'Supprimer : Scolarité' }).click();
  await expect(profiles).toBeHidden();
  await firstVisit.notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(profiles.getByRole('listitem')).toContainText('Scolarité');
});

test('the same file again changes nothing, and only what was corrected the next time', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  const corrected = csv(
    mixedOffers.name,
    mixedOffers.buffer.toString('utf8').replace('N-3;;', 'N-3;Stage assistant de communication;').split('\r\n'),
  );
  for (const [file, created, unchanged] of [
    [mixedOffers, '4', '0'],
    [mixedOffers, '0', '4'],
    [corrected, '1', '4'],
  ] as const) {
    await firstVisit.visit('/imports/new');
    await imports.choose('Offres', file);
    await imports.start();
    await expect(imports.figure('Créées')).toHaveText(`${created}Créées`);
    await expect(imports.figure('Inchangées')).toHaveText(`${unchanged}Inchangées`);
  }
});

test('a number that another file gave to another offer is told, and a source for the file keeps them apart', async ({
  firstVisit,
}) => {
  const { imports, page } = firstVisit;
  const source = page.getByRole('textbox', { name: 'Source de ce fichier' });
  const choose = async (lines: readonly string[]): Promise<void> => {
    await firstVisit.visit('/imports/new');
    await imports.choose('Offres', csv('offres.csv', ['N°;Intitulé;Entreprise', ...lines]));
    await expect(source).toBeVisible();
  };
  const forum = ['1;Aide-soignant de nuit;Clinique du Lac'];
  await choose(['1;Stage comptable;Abaque']);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('1Créées');

  await choose(forum);
  await imports.tryIt.click();
  await expect(imports.figure('Rejetées', imports.trial)).toHaveText('1Rejetées');
  await expect(imports.trial).toContainText('Aide-soignant de nuit / Stage comptable (#1)');
  await source.fill('Forum');
  expect(await violations(page), 'a source for the file').toEqual([]);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('1Créées');

  await choose(forum);
  await expect(source).toHaveValue('Forum');
  await imports.start();
  await expect(imports.figure('Inchangées')).toHaveText('1Inchangées');
});
