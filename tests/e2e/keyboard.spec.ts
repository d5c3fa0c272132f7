import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

/** Goes on with Tab until the wanted thing has the focus, as a person without a mouse does. */
async function tabTo(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name });
  // Before the page is there Tab leads through what is to go.
  await expect(wanted.first()).toBeVisible();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return;
  }
  throw new Error(`Tab never reached the ${role} ${String(name)}.`);
}

test('the way from the first key to an offer and back needs no mouse', async ({ sample }) => {
  const { offers, page } = sample;
  await expect(sample.heading('Accueil')).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Aller au contenu' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(sample.main).toBeFocused();

  await page.reload();
  await expect(sample.heading('Accueil')).toBeVisible();
  await tabTo(page, 'link', 'Offres');
  await page.keyboard.press('Enter');
  await expect(sample.heading('Offres')).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(offers.search).toBeFocused();
  await page.keyboard.type('stage');
  await expect(page).toHaveURL(/text=stage/);
  await expect(offers.count).not.toHaveText('1 500 offres');
  await expect(offers.count).toHaveText(/offres$/);

  await offers.cell(0, 'title').focus();
  await page.keyboard.press('ArrowDown');
  await expect(offers.cell(1, 'title')).toBeFocused();
  const title = await offers.cell(1, 'title').innerText();
  await page.keyboard.press('Enter');
  await expect(offers.panel.getByRole('heading', { level: 2 })).toHaveText(title);
  await expect(offers.panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(offers.panel).toBeHidden();
  await expect(offers.cell(1, 'title')).toBeFocused();
});

test('a menu opens, closes and gives the focus back', async ({ sample }) => {
  const { page } = sample;
  await sample.goTo('Offres');
  await tabTo(page, 'button', 'Exporter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Exporter' })).toBeFocused();
});

test('Escape empties the search before it closes the panel', async ({ sample }) => {
  const { offers, page } = sample;
  await sample.goTo('Offres');
  await offers.openRow(0);
  await offers.search.fill('stage');
  await page.keyboard.press('Escape');
  await expect(offers.search).toHaveValue('');
  await expect(offers.panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offers.panel).toBeHidden();
});

test('the folded navigation keeps its names', async ({ sample }) => {
  const { page, navigation } = sample;
  await page.getByRole('button', { name: 'Replier le menu' }).click();
  await expect(navigation.getByText('Offres', { exact: true })).toBeHidden();
  await navigation.getByRole('link', { name: 'Offres' }).click();
  await expect(sample.heading('Offres')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Déplier le menu' })).toBeVisible();
});

/** Has what the list answers to this search wait until the function it answers with is called. */
async function holdAnswerTo(page: Page, text: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/rpc/call/offers.list', async (route) => {
    if (route.request().postData()?.includes(`"${text}"`)) await released;
    await route.continue();
  });
  return () => release();
}

test('rows that come late leave the focus at its line, where Enter opens the row', async ({ sample }) => {
  const { offers, page } = sample;
  await sample.goTo('Offres');
  await expect(offers.count).toHaveText('1 500 offres');
  const release = await holdAnswerTo(page, 'comptable');
  await offers.search.fill('comptable');
  await expect(page).toHaveURL(/text=comptable/);
  await offers.cell(1, 'title').focus();
  await page.keyboard.press('ArrowDown');
  await expect(offers.cell(2, 'title')).toBeFocused();
  release();
  await expect(offers.count).not.toHaveText('1 500 offres');
  await expect(offers.cell(2, 'title')).toBeFocused();
  const title = await offers.cell(2, 'title').innerText();
  await page.keyboard.press('Enter');
  await expect(offers.panel.getByRole('heading', { level: 2 })).toHaveText(title);
});

test('a search that is typed after a row had the focus keeps the focus to itself', async ({ sample }) => {
  const { offers, page } = sample;
  await sample.goTo('Offres');
  await offers.cell(1, 'title').focus();
  await page.keyboard.press('ArrowDown');
  await expect(offers.cell(2, 'title')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('comptable', { delay: 30 });
  await expect(offers.count).not.toHaveText('1 500 offres');
  await expect(offers.rows.first()).toBeVisible();
  // The grid looks after its focus a moment after its rows are there.
  await page.waitForTimeout(300);
  await expect(offers.search).toBeFocused();
  await expect(offers.search).toHaveValue('comptable');
});
