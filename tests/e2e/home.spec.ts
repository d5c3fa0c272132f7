import { expect, test } from './support/test';
import { violations } from './support/violations';

test('the first page waits for its answers, says which failed, and asks these again', async ({ sample }) => {
  const { page, main } = sample;
  const failing = ['transmissions.counts', 'imports.list', 'companies.list', 'dashboards.offers'];
  let isDown = true;
  for (const procedure of failing) {
    await page.route(`**/rpc/call/${procedure}`, async (route) => {
      await (isDown ? route.abort() : route.continue());
    });
  }
  await sample.visit('/');
  for (const name of ['Ce qui attend', 'Imports récents', 'L’année en bref']) {
    const card = main.getByRole('region', { name });
    await expect(card.getByRole('alert')).toContainText('Aucune donnée n’a été perdue.', { timeout: 30_000 });
    await expect(card).not.toContainText('Rien n’attend');
  }
  expect(await violations(page)).toEqual([]);
  isDown = false;
  for (const name of ['Ce qui attend', 'Imports récents', 'L’année en bref']) {
    const card = main.getByRole('region', { name });
    await card.getByRole('button', { name: 'Réessayer' }).click();
    await expect(card.getByRole('alert')).toHaveCount(0);
  }
  await expect(
    main.getByRole('region', { name: 'L’année en bref' }).getByRole('link', { name: /entreprise/ }),
  ).toBeVisible();
});

test('the companies of the year lead to their list', async ({ sample }) => {
  const { page, main } = sample;
  await sample.visit('/');
  const figure = main.getByRole('region', { name: 'L’année en bref' }).getByRole('link', { name: /entreprise/ });
  await figure.click();
  await expect(page).toHaveURL(/tab=companies/);
  await expect(main.getByRole('region', { name: 'Liste des entreprises' })).toBeFocused();
});
