import { expect, test } from './support/test';
import { violations } from './support/violations';

test('a figure of a component opens exactly the offers that it counts', async ({ sample }) => {
  const { main, offers, page } = sample;
  await sample.visit('/dashboards?year=2025&span=whole');
  const components = main.getByRole('region', { name: 'Composantes auxquelles les offres conviennent' });
  await expect(components.getByText(/^En tête\s: /)).toBeVisible();
  await components.getByRole('button', { name: 'Tableau' }).click();
  const row = components.getByRole('row').nth(1);
  const [name, figure] = await row.locator('th, td').allInnerTexts();
  await row.getByRole('link').click();
  await expect(offers.count).toHaveText(`${figure} offres`);
  await expect(main.getByText(new RegExp(`^Conviennent à\\s: ${name}$`))).toBeVisible();
  await expect(main.getByText('Déposées du 01/09/2025 au 31/08/2026')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/dashboards\?year=2025&span=whole$/);
});

test('the level of view goes down to a formation and up again, and the address keeps it', async ({ sample }) => {
  const { main, page } = sample;
  await sample.visit('/dashboards?year=2025&span=whole');
  const total = main.getByRole('region', { name: 'Offres', exact: true }).getByRole('link');
  await expect(total).toBeVisible();
  const ofUniversity = Number(await total.innerText());

  const component = main.getByRole('combobox', { name: 'Composante' });
  await component.click();
  await component.fill('iut');
  await page.getByRole('option', { name: /IUT/ }).first().click();
  await expect(page).toHaveURL(/componentId=\d+/);
  await expect(total).not.toHaveText(String(ofUniversity));
  expect(Number(await total.innerText())).toBeLessThan(ofUniversity);
  await expect(main.getByText(/des offres de\s: Université/)).toBeVisible();

  const formation = main.getByRole('combobox', { name: 'Formation' });
  await formation.click();
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/formationId=\d+/);
  const crumbs = main.getByRole('navigation', { name: 'Niveau de vue' });
  await expect(crumbs.getByRole('link')).toHaveCount(2);
  await page.reload();
  await expect(crumbs.getByRole('link')).toHaveCount(2);
  await crumbs.getByRole('link', { name: 'Université' }).click();
  await expect(total).toHaveText(String(ofUniversity));
});

test('trends show what rose and fell, with the keyboard too', async ({ sample }) => {
  const { main, page } = sample;
  await sample.visit('/dashboards');
  await main.getByRole('tab', { name: 'Tendances' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=trends/);
  const skills = main.getByRole('region', { name: 'Compétences les plus demandées' });
  await expect(skills.getByRole('img')).toBeVisible();
  await skills.getByRole('button', { name: 'Tableau' }).focus();
  await page.keyboard.press('Enter');
  await expect(skills.getByRole('columnheader', { name: 'Rang précédent' })).toBeVisible();
  await expect(
    main.getByRole('list', { name: 'Les plus fortes hausses' }).first().getByRole('link').first(),
  ).toBeVisible();
});

test('a year without the one before, and one without offers, say so', async ({ sample }) => {
  const { main } = sample;
  await sample.visit('/dashboards?year=1950&span=whole');
  await expect(main.getByRole('heading', { name: 'Aucune offre à compter' })).toBeVisible();
  await sample.visit('/dashboards?formationId=99999');
  await expect(main.getByText('Cette formation n’existe plus')).toBeVisible();
  expect(await main.innerText()).not.toMatch(/NaN|Infinity|undefined/);
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('has no accessibility violation, in both languages', async ({ sample }) => {
      test.slow();
      const { main, page } = sample;
      for (const language of ['FR', 'EN'] as const) {
        for (const path of [
          '/dashboards?year=2025&span=whole',
          '/dashboards?tab=trends',
          '/dashboards?tab=director&year=2025&span=whole',
          '/dashboards?componentId=1',
        ]) {
          await sample.visit(path);
          await expect(main.getByRole('heading', { level: 2 }).first()).toBeVisible();
          await expect(page.locator('.MuiSkeleton-root')).toHaveCount(0);
          expect(await violations(page), `${language} ${path}`).toEqual([]);
        }
        if (language === 'FR') await page.getByRole('button', { name: /^EN/ }).click();
      }
      await expect(sample.heading('Dashboards')).toBeVisible();
    });
  });
}
