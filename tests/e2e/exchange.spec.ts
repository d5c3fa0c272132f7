import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { csv, mixedOffers } from './support/csv-files';
import type { FilePayload } from './support/file-payload';
import { expect, test } from './support/test';
import { violations } from './support/violations';

/** An import waits for the ranking of the one before it, which takes long where every core is busy. */
const importEnds = { timeout: 90_000 };

test.slow();

const page = (name: string, offers: readonly object[]): FilePayload => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ resultats: offers })),
});

test('pages of France Travail are one import, and an offer that came twice is settled', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  const known = csv('jobteaser.csv', [
    'Référence;Source;Intitulé;Entreprise;Ville',
    'J-1;JobTeaser;Stage développeur web (H/F);Brumelis;Lyon',
  ]);
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', known);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('1Créées', importEnds);

  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', [
    page('page 1.json', [
      {
        ...{ id: '201', intitule: 'Stage développeur / développeuse web', lieuTravail: { libelle: '69 - LYON' } },
        entreprise: { nom: 'Brumelis' },
      },
    ]),
    page('page 2.json', [{ id: '202', intitule: 'Comptable' }]),
  ]);
  await expect(
    firstVisit.main.getByRole('heading', { name: 'Résultats de recherche de France Travail' }),
  ).toBeVisible();
  await expect(imports.fieldOf('entreprise.nom')).toHaveText('Entreprise');
  expect(await violations(firstVisit.page), 'pages of results').toEqual([]);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('2Créées', importEnds);

  await firstVisit.visit('/offers/duplicates');
  const { main } = firstVisit;
  const keep = main.getByRole('button', { name: /^Garder celle-ci\s: «\sStage développeur web\s» de JobTeaser/ });
  await expect(keep).toBeVisible();
  expect(await violations(firstVisit.page), 'duplicates').toEqual([]);
  await keep.focus();
  await firstVisit.page.keyboard.press('Enter');
  await expect(firstVisit.notices).toContainText('Doublon mis de côté : Stage développeur / développeuse web');
  await expect(main).toContainText('Aucun doublon à trancher');
  await firstVisit.notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(keep).toBeVisible();
  await main.getByRole('button', { name: 'Deux offres différentes' }).click();
  await expect(main).toContainText('Aucun doublon à trancher');
});

/** The buttons and links that something else than themselves is in front of, by their names. */
async function coveredButtons(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('button, a')].flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const front = document.elementFromPoint(x + width / 2, y + height / 2);
      const notices = document.querySelector('section[aria-label="Messages"]');
      return front && notices?.contains(front) && !notices.contains(element) ? [element.textContent] : [];
    }),
  );
}

test('what is shared with another university is looked at before it is taken in', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', mixedOffers);
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('4Créées', importEnds);
  await firstVisit.goTo('Offres');
  await expect(firstVisit.offers.count).toHaveText('4 offres');
  await firstVisit.page.getByRole('button', { name: 'Exporter' }).click();
  await firstVisit.page.getByRole('menuitem', { name: 'Partager avec une autre université…' }).click();
  const dialog = firstVisit.page.getByRole('dialog', { name: 'Partager avec une autre université' });
  await expect(dialog).toContainText('Votre université n’a pas encore de nom');
  expect(await violations(firstVisit.page), 'sharing').toEqual([]);
  const save = dialog.getByRole('button', { name: 'Enregistrer le fichier' });
  await expect(save).toBeDisabled();
  await dialog.getByRole('link', { name: 'Lui donner un nom' }).click();
  await firstVisit.main.getByRole('textbox', { name: 'Nom de l’université' }).fill('Université de l’Est');
  await firstVisit.page.keyboard.press('Enter');
  await expect(firstVisit.page.getByRole('banner')).toContainText('Université de l’Est');

  await firstVisit.goTo('Offres');
  await firstVisit.page.getByRole('button', { name: 'Exporter' }).click();
  await firstVisit.page.getByRole('menuitem', { name: 'Partager avec une autre université…' }).click();
  const terms = dialog.getByRole('textbox', { name: 'Conditions d’utilisation' });
  await terms.fill('');
  await expect(save).toBeDisabled();
  await terms.fill('Usage interne');
  // What went wrong is told where it happened, and what was typed is still there.
  await firstVisit.page.route('**/packages.write', (route) => route.abort());
  await save.click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(terms).toHaveValue('Usage interne');
  await firstVisit.page.unroute('**/packages.write');
  const saved = firstVisit.page.waitForEvent('download');
  await save.click();
  const buffer = await readFile(await (await saved).path());
  await expect(dialog).toBeHidden();
  await expect(firstVisit.notices).toContainText('Le fichier est prêt');
  expect(await coveredButtons(firstVisit.page), 'buttons under a notice').toEqual([]);

  await firstVisit.visit('/imports/new');
  await imports.choose('Offres', { name: 'don.smartrecruiting', mimeType: 'application/octet-stream', buffer });
  const parts = firstVisit.page.getByRole('table', { name: 'Tables du fichier' });
  await expect(parts.getByRole('row').filter({ hasText: 'Offres' })).toHaveText('Offres4Examiner');
  await expect(firstVisit.main).toContainText('Le fichier est entier');
  expect(await violations(firstVisit.page), 'a shared file').toEqual([]);
  await parts.getByRole('checkbox', { name: 'Prendre : Entreprises' }).uncheck();
  await parts.getByRole('checkbox', { name: 'Prendre : Entreprises' }).check();
  await firstVisit.main.getByRole('button', { name: 'Importer les 2 tables choisies' }).click();
  // The tables are one thing: one report, one undo, one redo.
  await expect(firstVisit.main).toContainText('Le paquet est enregistré', importEnds);
  const tables = firstVisit.main.getByRole('table', { name: 'Tables du fichier' });
  await expect(tables.getByRole('row').filter({ hasText: 'Offres' })).toContainText('Enregistré4');
  expect(await violations(firstVisit.page)).toEqual([]);
  await firstVisit.main.getByRole('button', { name: 'Défaire tout le paquet' }).click();
  const question = firstVisit.page.getByRole('dialog', { name: 'Défaire tout le paquet ?' });
  await expect(question).toContainText('2 imports seraient défaits');
  expect(await violations(firstVisit.page)).toEqual([]);
  await question.getByRole('button', { name: 'Défaire tout le paquet' }).click();
  await expect(firstVisit.main).toContainText('Le paquet est défait.', importEnds);
  await firstVisit.main.getByRole('button', { name: 'Rétablir tout le paquet' }).click();
  await expect(firstVisit.main).toContainText('Le paquet est enregistré', importEnds);
  await tables.getByRole('link', { name: 'Voir les lignes : Offres' }).click();
  await expect(imports.figure('Lues')).toHaveText('4Lues', importEnds);
  await expect(imports.figure('Rejetées')).toHaveText('0Rejetées');
});

test('a file of the watched folder waits until it is checked once, and is then put away', async ({ firstVisit }) => {
  const { imports } = firstVisit;
  const place = await mkdtemp(join(tmpdir(), 'à surveiller '));
  const folder = join(place, 'dépôt');
  await mkdir(folder);
  try {
    await firstVisit.goTo('Réglages');
    const field = firstVisit.main.getByRole('textbox', { name: 'Dossier surveillé' });
    await field.fill(join(place, 'absent'));
    await firstVisit.page.keyboard.press('Enter');
    await expect(firstVisit.main.getByRole('alert')).toContainText('Ce dossier ne peut pas être surveillé');
    await field.fill(folder);
    await firstVisit.page.keyboard.press('Enter');
    await expect(firstVisit.notices).toContainText('Ce dossier est maintenant surveillé.');
    await writeFile(join(folder, mixedOffers.name), mixedOffers.buffer);

    await firstVisit.goTo('Imports');
    await expect(firstVisit.heading('Imports')).toBeVisible();
    const waiting = firstVisit.main.getByRole('region', { name: 'Dossier surveillé' });
    await expect(waiting).toContainText('Aucun fichier avec ces colonnes', { timeout: 90_000 });
    expect(await violations(firstVisit.page), 'a file that waits').toEqual([]);
    await waiting.getByRole('button', { name: `Vérifier et importer : ${mixedOffers.name}` }).click();
    await imports.start();
    await expect(imports.figure('Créées')).toHaveText('4Créées', importEnds);
    await expect(firstVisit.main).toContainText('par le dossier surveillé');
    await expect
      .poll(() => readdir(join(folder, 'importés')).catch(() => []), { timeout: 90_000 })
      .toEqual([mixedOffers.name]);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

test('a service is asked once it is switched on and has keys, and its answer is imported', async ({ firstVisit }) => {
  const { imports, main, page: tab } = firstVisit;
  await firstVisit.visit('/imports/new');
  await expect(main.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Chercher en ligne' })).toBeHidden();
  await firstVisit.goTo('Réglages');
  const card = main.getByRole('region', { name: 'Services d’offres en ligne' });
  await card.getByRole('switch', { name: 'Interroger France Travail' }).press('Space');
  await expect(card.getByText('Aucune clé.')).toBeVisible();
  expect(await violations(tab), 'services').toEqual([]);
  await firstVisit.visit('/imports/new');
  await expect(main.getByText('Les clés de ce service manquent.')).toBeVisible();
  await main.getByRole('link', { name: 'Les saisir dans Réglages' }).click();
  await card.getByLabel('Identifiant client').fill('PAR_bureau');
  await card.getByLabel('Clé secrète').fill('secret');
  await tab.keyboard.press('Enter');
  await expect(card.getByText('Clés gardées en mémoire')).toBeVisible();
  await expect(card.getByLabel('Clé secrète')).toHaveValue('');

  // What the service answers; the application's own asking is tried with a stand-in for the services.
  const file = page('réponse.json', [{ id: '301', intitule: 'Stage comptable', entreprise: { nom: 'Brumelis' } }]);
  const fileId = await tab.evaluate(async (body) => {
    const key = window.localStorage.getItem('page-key') ?? '';
    const headers = { 'x-page-key': key, 'content-type': 'application/octet-stream', 'x-file-name': 'reponse.json' };
    const answer = (await (await fetch('/files', { method: 'POST', headers, body })).json()) as { fileId: string };
    return answer.fileId;
  }, file.buffer.toString());
  let failure: object | null = { code: 'unavailable', reason: 'service-offline', message: '', details: {} };
  await tab.route('**/rpc/stream/connectors.search', (route) => {
    const item = { done: 2, total: 2, outcome: { fileId, found: 4_000, taken: 3_150, gone: 0, left: 0 } };
    const lines = failure ? [{ error: failure }] : [{ item }, { end: true }];
    return route.fulfill({ body: lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
  });
  await firstVisit.visit('/imports/new');
  const form = main.getByRole('form', { name: 'Chercher en ligne' });
  await expect(form.getByRole('button', { name: 'Chercher' })).toBeDisabled();
  await form.getByLabel('Mots').fill('comptable');
  await tab.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('Le service n’a pas pu être joint');
  failure = null;
  await form.getByRole('button', { name: 'Chercher' }).click();
  await expect(form).toContainText(/France Travail a 4\s000 offres/);
  expect(await violations(tab), 'asking').toEqual([]);
  await form.getByRole('button', { name: /Continuer avec/ }).click();
  await imports.start();
  await expect(imports.figure('Créées')).toHaveText('1Créées', importEnds);
  await main.getByRole('link', { name: 'Stage comptable' }).click();
  await expect(tab.getByText('Source : France Travail')).toBeVisible();
});
