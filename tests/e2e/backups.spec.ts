import { expect, test } from './support/test';
import { violations } from './support/violations';

test('a backup is made, takes the database’s place at the next start, and is taken back', async ({
  sample,
  restartProgram,
}) => {
  const { main, page } = sample;
  const name = main.getByRole('textbox', { name: 'Nom de l’université' });
  const backups = main.getByRole('region', { name: 'Sauvegardes' });
  const rows = backups.getByRole('row');
  await sample.goTo('Réglages');
  const former = await name.inputValue();
  await backups.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
  await expect(rows.nth(1)).toContainText('À la demande');

  await name.fill('Université des Deux Rives');
  await main.getByRole('form', { name: 'Université' }).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('banner')).toContainText('Université des Deux Rives');

  await rows
    .nth(1)
    .getByRole('button', { name: /^Restaurer la sauvegarde du/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /^Restaurer la sauvegarde du/ });
  await expect(dialog).toContainText('Rien de ce qui est dans la base d’aujourd’hui ne manque');
  await expect(dialog).toContainText('sera gardée parmi les sauvegardes');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Restaurer au prochain démarrage' }).click();
  await expect(backups).toContainText('prendra la place de la base au prochain démarrage');
  expect(await violations(page)).toEqual([]);

  await restartProgram();
  await expect(page.getByRole('banner')).toContainText(former);
  await sample.goTo('Réglages');
  await expect(backups).toContainText('a pris la place de la base');
  await expect(rows.nth(1)).toContainText('Avant une restauration');
  await rows
    .nth(1)
    .getByRole('button', { name: /^Restaurer/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restaurer au prochain démarrage' }).click();
  await expect(backups.getByRole('button', { name: 'Ne pas restaurer' })).toBeVisible();
  await restartProgram();
  await expect(page.getByRole('banner')).toContainText('Université des Deux Rives');
});

test('a folder that cannot be used is refused in words, and the former one stays', async ({ firstVisit }) => {
  const { main } = firstVisit;
  await firstVisit.goTo('Réglages');
  const backups = main.getByRole('region', { name: 'Sauvegardes' });
  await expect(backups).toContainText('Aucune pour l’instant');
  await backups.getByRole('textbox', { name: 'Dossier' }).fill('sauvegardes');
  await backups.getByRole('button', { name: 'Utiliser ce dossier' }).click();
  await expect(backups).toContainText('Rien ne peut être écrit dans ce dossier.');
  await firstVisit.page.reload();
  await expect(backups.getByRole('textbox', { name: 'Dossier' })).toHaveValue('');
});
