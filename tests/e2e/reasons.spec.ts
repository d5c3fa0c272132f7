import { expect, test } from './support/test';
import { violations } from './support/violations';

/** The first question starts the encoder, which on a busy machine takes its time. */
const firstAnswer = { timeout: 45_000 };
/** An offer of the sample university that a formation of its own suits. */
const accounting = '/offers?text=collaborateur comptable&outcome=ranked';

test('a proposed formation says why: rank, passages of both texts, skills and shares', async ({ sample }) => {
  const { offers, page } = sample;
  await sample.visit(accounting);
  await offers.openRow(0);
  const first = offers.panel.getByRole('listitem').first();
  const title = await first.getByRole('link').innerText();
  await first.getByRole('button', { name: `Pourquoi ? ${title}` }).click();
  const reasons = offers.panel.getByRole('region', { name: `Raisons : ${title}` });
  await expect(reasons).toContainText(/Rang 1 sur 185, score \d+ sur 100\./, firstAnswer);
  await expect(reasons.getByRole('heading', { name: 'Passages qui se rejoignent' })).toBeVisible();
  await expect(reasons.getByText('proximité de sens').first()).toBeVisible();
  await expect(reasons.getByRole('heading', { name: 'Compétences' })).toBeVisible();
  const shares = reasons.getByLabel(/^Sens \d+\s%, métier \d+\s%, mots \d+\s%$/);
  const label = (await shares.getAttribute('aria-label')) ?? '';
  const total = [...label.matchAll(/\d+/g)].reduce((sum, [figure]) => sum + Number(figure), 0);
  expect(Math.abs(total - 100)).toBeLessThanOrEqual(1);

  // The marked passages stand in the two texts as their authors wrote them.
  await reasons.getByRole('button', { name: 'Lire les deux textes en entier' }).click();
  await expect(reasons.locator('mark').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await first.getByRole('button', { name: `Replier les raisons : ${title}` }).click();
  await expect(reasons).toBeHidden();
});

test('any other formation can be asked about, with the keyboard alone, in English and in the dark', async ({
  sample,
}) => {
  const { page } = sample;
  await sample.choose('Switch to English');
  await sample.choose('Switch to the dark theme');
  await sample.visit(accounting);
  await page.locator('[role="row"][data-id]').first().getByRole('gridcell').first().click();
  const { panel } = sample.offers;
  const field = panel.getByRole('combobox', { name: 'Find a formation' });
  await field.focus();
  await page.keyboard.type('biologie');
  await expect(page.getByRole('option').first()).toContainText(/biologie/i);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const reasons = panel.getByRole('region', { name: /^Reasons: .*biologie/i });
  await expect(reasons).toContainText(/^Rank \d+ of 185, score \d+ out of 100\./, firstAnswer);
  await expect(reasons).toContainText(/threshold|proposed/);
  expect(await violations(page)).toEqual([]);
});
