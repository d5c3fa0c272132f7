import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { violations } from './support/violations';
import type { Application } from './pages/application';

/** The first question starts the thread and the encoder, which on a busy machine takes its time. */
const firstAnswer = { timeout: 45_000 };

/** Leaves the PC to students. */
async function leaveToStudents(sample: Application): Promise<Page> {
  const { page } = sample;
  await sample.visit('/settings');
  const card = page.getByRole('form', { name: 'Poste en libre accès' });
  await card.getByLabel('Code pour en sortir').fill('quai 9');
  await card.getByLabel('Le même code').fill('quai 9');
  await card.getByRole('button', { name: 'Laisser le poste aux étudiants' }).click();
  await expect(page.getByRole('button', { name: 'Rendre le poste au bureau' })).toBeVisible();
  return page;
}

test('what a student writes goes from page to page, stands in no address, and ends with their turn', async ({
  sample,
}) => {
  await sample.page.clock.install();
  const page = await leaveToStudents(sample);
  const wish = page.getByRole('textbox', { name: 'Ce que vous cherchez' });
  const long = `Je cherche un stage en laboratoire. ${'Analyser des eaux. '.repeat(200)}`;
  await wish.fill(long);
  const offers = page.getByRole('region', { name: 'Offres ouvertes' });
  await expect(offers.getByRole('listitem').first()).toContainText(
    'Pour y répondre, demandez au service.',
    firstAnswer,
  );
  await expect(wish).toHaveValue(long);
  expect(page.url()).not.toContain('laboratoire');
  await page.getByRole('link', { name: 'Chercher plutôt une formation' }).click();
  await expect(page.getByRole('textbox', { name: 'Ce que vous aimeriez étudier ou devenir' })).toHaveValue(long);
  await page.getByRole('link', { name: 'Recherche', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Mots-clés ou description' })).toHaveValue(long);
  await page.getByRole('button', { name: 'Colonnes' }).click();
  await page.getByRole('menuitemcheckbox').first().click();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => JSON.stringify([window.history.state, { ...window.localStorage }]))).not.toMatch(
    /laboratoire|columns-/,
  );
  await page.getByRole('button', { name: 'Rendre le poste au bureau' }).click();
  await page.getByRole('dialog').getByLabel('Code du bureau').fill('quai 9');
  await page.clock.fastForward('03:01');
  // Neither the code that was typed nor the way back are anybody else's.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(wish).toHaveValue('');
  await page.goBack();
  await expect(wish).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Mots-clés ou description' })).toHaveCount(0);
});

test('a page that a browser brings back as it was left begins anew', async ({ sample }) => {
  const page = await leaveToStudents(sample);
  const wish = page.getByRole('textbox', { name: 'Ce que vous cherchez' });
  await wish.fill('Je cherche un stage en laboratoire');
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(wish).toHaveValue('');
});

test('the code can be typed while the first page is still on its way', async ({ sample }) => {
  const page = await leaveToStudents(sample);
  let letItCome: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => {
    letItCome = resolve;
  });
  await page.route(/InternshipPage/, async (route) => {
    await isOpen;
    await route.continue();
  });
  await sample.visit('/');
  await page.getByRole('button', { name: 'Rendre le poste au bureau' }).click();
  const code = page.getByRole('dialog').getByLabel('Code du bureau');
  await code.fill('quai 9');
  letItCome();
  // Behind the dialog it is hidden from who asks by roles.
  await expect(page.getByLabel('Ce que vous cherchez')).toBeAttached();
  await code.press('Enter');
  await expect(sample.navigation).toBeVisible();
});

test('an offer tells how it is answered, and nothing leads into the office', async ({ sample }) => {
  const page = await leaveToStudents(sample);
  await page.getByRole('textbox', { name: 'Ce que vous cherchez' }).fill('Je cherche un stage en laboratoire');
  const offers = page.getByRole('region', { name: 'Offres ouvertes' });
  await offers.getByRole('link').first().click(firstAnswer);
  const sheet = page.getByRole('complementary');
  await expect(sheet.getByRole('heading', { name: 'Pour y répondre' })).toBeVisible();
  await expect(sheet.getByText('Pour y répondre, demandez au service.')).toBeVisible();
  expect(await violations(page), 'an opened offer').toEqual([]);
  await page.getByRole('link', { name: 'Formations', exact: true }).click();
  await expect(page.getByRole('button', { name: /document/i })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'En faire une offre' })).toHaveCount(0);
  // Any formation can be asked about.
  const formations = page.getByRole('list', { name: 'Formations' });
  await expect(formations.getByRole('listitem').first()).toBeVisible(firstAnswer);
  await page.getByRole('combobox', { name: 'Chercher une formation' }).fill('droit');
  await expect(page.getByRole('option', { name: /droit/i }).first()).toBeVisible();
  await page.getByRole('option', { name: /droit/i }).first().click();
  expect(await violations(page), 'formations').toEqual([]);
  await page.getByRole('link', { name: 'Métiers (ROME)' }).click();
  await page.getByRole('combobox', { name: 'Code ou intitulé' }).fill('M1203');
  await page.getByRole('option', { name: /M1203/ }).click();
  await expect(page.getByRole('region', { name: 'Savoir-être' })).toBeVisible();
  await expect(page.getByText('ROME 4.0')).toBeVisible();
  await expect(page.getByText('importez le dossier')).toHaveCount(0);
  expect(await violations(page), 'an occupation').toEqual([]);
  const addresses = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.filter((address) => !/^\/(?:search|students)(?:[/?]|$)/.test(address))).toEqual([]);
});

test('the search asks for nothing that is the office’s business', async ({ sample }) => {
  const page = await leaveToStudents(sample);
  await page.getByRole('link', { name: 'Recherche', exact: true }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible(firstAnswer);
  await expect(page.getByRole('combobox', { name: 'Correspondance' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'État' }).click();
  await expect(page.getByRole('option', { name: 'Publiée' })).toBeVisible();
  await expect(page.getByRole('option', { name: /Brouillon|expir|début/i })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Colonnes' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Entreprise' })).toBeVisible();
  await expect(page.getByRole('menuitemcheckbox', { name: /formation/i })).toHaveCount(0);
});

test('a keyboard goes past what every page has, and a sheet is printed alone', async ({ sample }) => {
  const page = await leaveToStudents(sample);
  await page.reload();
  await page.getByRole('textbox', { name: 'Ce que vous cherchez' }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('link', { name: 'Recherche', exact: true }).click();
  await page.getByRole('grid').getByRole('row').nth(1).click(firstAnswer);
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('grid')).toBeHidden();
  await expect(page.getByRole('complementary')).toBeVisible();
});
