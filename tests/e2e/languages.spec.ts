import { expect, test } from './support/test';

const paths = [
  '/',
  '/offers',
  '/formations',
  '/companies',
  '/companies/new',
  '/companies/duplicates',
  '/imports',
  '/imports/new',
  '/jobs',
  '/settings',
] as const;
// Words of the French interface that no English page has; the data stays in the language of its author.
const frenchWords = /\b(Accueil|Offres|Entreprises|Réglages|Toutes|Aucune?|Rechercher|Publiée|Lignes par page)\b/;

test('English reaches every page, its numbers and its dates, and is kept', async ({ sample }) => {
  const { page } = sample;
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await sample.choose('Switch to English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(sample.navigation.getByRole('link', { name: 'Offers' })).toBeVisible();
  for (const path of paths) {
    await sample.visit(path);
    await expect(sample.main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(sample.main.getByRole('progressbar')).toHaveCount(0);
    // What comes from files is French in any language.
    const own = await sample.main.evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement; // A copy of an HTML element is one.
      for (const data of copy.querySelectorAll('[data-id], li, dd, td')) data.remove();
      return copy.innerText;
    });
    expect(own, path).not.toMatch(frenchWords);
  }
  await sample.visit('/offers');
  await expect(sample.offers.count).toHaveText('1,500 offers');
  await expect(page).toHaveTitle('Offers – Smart Recruiting');
});

test('French writes its numbers and double punctuation with spaces that never break', async ({ sample }) => {
  await sample.goTo('Offres');
  await expect(sample.offers.count).toHaveText('1 500 offres');
  // Assertions on texts take all spaces for one; which they are is read from the page itself.
  expect(await sample.offers.count.textContent()).toBe('1\u00a0500 offres');
  await sample.visit('/imports/new');
  const question = sample.main.getByText('Que contient le fichier ?');
  expect(await question.textContent()).toBe('Que contient le fichier\u202f?');
});

test('the theme follows its switch and is kept', async ({ sample }) => {
  const { page } = sample;
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Passer au thème sombre' }).click();
  await expect(page.getByRole('button', { name: 'Passer au thème clair' })).toBeVisible();
  expect(await background()).not.toBe(light);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Passer au thème clair' })).toBeVisible();
});

test('the theme follows the click and not the answer, and comes back when it is refused', async ({ sample }) => {
  const { page } = sample;
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/rpc/call/settings.update', async (route) => {
    await asked;
    await route.fulfill({
      status: 500,
      json: { error: { code: 'conflict', reason: 'disk-full', message: 'Full.', details: {} } },
    });
  });
  await page.getByRole('button', { name: 'Passer au thème sombre' }).click();
  await expect(page.getByRole('button', { name: 'Passer au thème clair' })).toBeVisible();
  answer();
  await expect(page.getByRole('button', { name: 'Passer au thème sombre' })).toBeVisible();
  await expect(sample.notices).toContainText('Le disque est plein.');
});
