import { expect, test } from './support/test';
import { violations } from './support/violations';

const passphrase = 'trois chevaux bleus';

test('a first visit chooses encryption, the next start asks for the passphrase, and the settings say how it stands', async ({
  firstVisit,
  restartProgram,
}) => {
  test.slow();
  const { main, page } = firstVisit;
  await main.getByRole('link', { name: 'Choisir le chiffrement…' }).click();
  const choice = main.getByRole('region', { name: 'Chiffrer les données de ce PC' });
  const next = choice.getByRole('button', { name: 'Préparer la feuille de secours' });
  await choice.getByLabel('Phrase de passe').fill(passphrase);
  await choice.getByLabel('La même, une seconde fois').fill('trois chevaux');
  await expect(choice).toContainText('Les deux ne sont pas les mêmes.');
  await expect(next).toBeDisabled();
  expect(await violations(page)).toEqual([]);
  await choice.getByLabel('La même, une seconde fois').fill(passphrase);
  await next.click();

  const recoveryKey = (await main.getByTestId('recovery-key').textContent()) ?? '';
  expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  const number = /Clé de secours n°\s([0-9a-f]{8})/.exec((await main.textContent()) ?? '')?.[1] ?? 'none';
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(main.getByTestId('recovery-key')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Imprimer la feuille' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  const end = main.getByLabel('Pour vérifier, tapez les deux derniers groupes de la clé imprimée');
  await end.fill('AAAA-AAAA');
  await end.press('Enter');
  await expect(main).toContainText('Ce n’est pas la fin de la clé de secours.');
  await end.fill(recoveryKey.slice(-9).toLowerCase());
  await end.press('Enter');
  await expect(main).toContainText('Les données seront chiffrées à la prochaine ouverture.');

  await restartProgram();
  const words = page.getByLabel('Phrase de passe ou clé de secours');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos données vont être chiffrées');
  await expect(words).toBeFocused();
  await expect(page.getByText(`Clé demandée : n° ${number}.`)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await words.fill('trois chevaux verts');
  await words.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Ce n’est ni la phrase de passe ni la clé de secours.');
  expect(await violations(page)).toEqual([]);
  await words.fill(passphrase);
  await words.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bienvenue dans Smart Recruiting');

  await firstVisit.goTo('Réglages');
  await main.getByRole('link', { name: 'Gérer le chiffrement…' }).click();
  await expect(main).toContainText(
    /Chiffrées \(AEGIS-256\), clé n°.[0-9a-f]{8}. Ouvertes par.: phrase de passe · feuille de secours\./,
  );
  expect(await violations(page)).toEqual([]);
  const isKept = page.waitForResponse((response) => response.url().endsWith('settings.update') && response.ok());
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await isKept;
  await expect(main).toContainText(
    /Encrypted \(AEGIS-256\), key no\. [0-9a-f]{8}\. Opened by: passphrase · recovery sheet\./,
  );
  expect(await violations(page)).toEqual([]);

  await restartProgram();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos données sont chiffrées');
  await expect(page.getByText(`Clé demandée : n° ${number}.`)).toBeVisible();
  await words.fill(recoveryKey);
  await words.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Smart Recruiting');

  // As somebody would who has lost both: nothing goes before it was confirmed, and the way back is there.
  await restartProgram();
  await page.getByRole('link', { name: 'Continuer sans la clé…' }).click();
  await expect(page.getByText(/Aucune sauvegarde saine/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Commencer une base vide…' }).click();
  await expect(page.getByText(/smart-recruiting-locked-.*\.db/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Revenir à la phrase de passe' }).click();
  await expect(words).toBeFocused();
  await page.goBack();
  await page.getByRole('button', { name: 'Mettre le fichier chiffré de côté et commencer à vide' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Bienvenue dans|Welcome to/);
});
