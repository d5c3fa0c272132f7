import { extractText, getDocumentProxy } from 'unpdf';
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
  await row.getByRole('link', { name: name ?? '', exact: true }).click();
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
  await skills.getByRole('group', { name: /flèches pour passer/ }).focus();
  await page.keyboard.press('ArrowRight');
  const [skill] = await skills.getByRole('link').allInnerTexts();
  await expect(skills.getByText(/Rang précédent\s: /)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/offers\?/);
  expect(new URL(page.url()).searchParams.get('skill')).toBe(skill);
  await page.goBack();
  await skills.getByRole('button', { name: 'Tableau' }).focus();
  await page.keyboard.press('Enter');
  await expect(skills.getByRole('columnheader', { name: 'Rang précédent' })).toBeVisible();
  const manners = main.getByRole('region', { name: 'Savoir-être les plus demandés' });
  await manners.getByRole('button', { name: 'Tableau' }).click();
  const row = manners.getByRole('row').nth(1);
  const [first, , , count] = await row.getByRole('cell').or(row.getByRole('rowheader')).allInnerTexts();
  await expect(skills.getByText(first ?? '', { exact: true })).toHaveCount(0);
  await manners
    .getByRole('link', { name: first ?? '', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/offers\?/);
  await expect(main.getByText(new RegExp(`^${count ?? ''} offres?$`))).toBeVisible();
  await page.goBack();
  await expect(
    main.getByRole('list', { name: 'Les plus fortes hausses' }).first().getByRole('link').first(),
  ).toBeVisible();
});

test('a domain of skills opens with the keyboard, and a skill leads to exactly its offers', async ({ sample }) => {
  const { main, offers, page } = sample;
  await sample.visit('/dashboards?tab=skills&year=2025&span=whole');
  const bubbles = main.getByRole('region', { name: 'Compétences demandées, par domaine' });
  const first = bubbles.getByRole('link').first();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(bubbles.getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/domain=/);
  const domain = main.getByRole('region', { name: /^Compétences demandées dans le domaine/ });
  await domain.getByRole('button', { name: 'Tableau' }).click();
  const row = domain.getByRole('row').nth(1);
  const [, figure] = await row.locator('th, td').allInnerTexts();
  await row.getByRole('link').click();
  await expect(offers.count).toHaveText(new RegExp(`^${figure} offres?$`));
  await page.goBack();
  await main.getByRole('link', { name: 'Tous les domaines' }).click();
  await expect(bubbles).toBeVisible();
});

test('a lost company opens the offers of the year before', async ({ sample }) => {
  const { main, offers } = sample;
  await sample.visit('/dashboards?tab=companies&year=2025&span=whole');
  await main.getByRole('region', { name: 'Entreprises perdues' }).getByRole('link').click();
  const list = main.getByRole('region', { name: 'Liste des entreprises' });
  await expect(list.getByRole('button', { name: 'Perdues', pressed: true })).toBeVisible();
  const row = list.getByRole('row').nth(1);
  // The first row of a list that still counts has no figures.
  await expect(row.getByRole('cell').first()).toHaveText('0');
  const [, , before] = await row.locator('th, td').allInnerTexts();
  await row.getByRole('link').click();
  await expect(offers.count).toHaveText(new RegExp(`^${before} offres?$`));
  await expect(main.getByText('Déposées du 01/09/2024 au 31/08/2025')).toBeVisible();
});

test('a view is kept under a name, renamed, deleted and brought back', async ({ sample }) => {
  const { main, page } = sample;
  await sample.visit('/dashboards?tab=companies&year=2025&span=whole');
  await main.getByRole('button', { name: 'Vues enregistrées' }).click();
  const views = page.getByRole('dialog', { name: 'Vues enregistrées' });
  await views.getByRole('textbox', { name: 'Nom de la vue' }).fill('Conseil');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=\d+/);
  await main.getByRole('tab', { name: 'Tendances' }).click();
  await main.getByRole('button', { name: 'Vue : Conseil (modifiée)' }).click();
  await views.getByRole('button', { name: 'Renommer : Conseil' }).click();
  await views.getByRole('textbox', { name: 'Nom de la vue' }).first().fill('Rectorat');
  await page.keyboard.press('Enter');
  await views.getByRole('link', { name: 'Rectorat' }).click();
  await expect(page).toHaveURL(/tab=companies/);
  await main.getByRole('button', { name: 'Vue : Rectorat' }).click();
  await views.getByRole('button', { name: 'Supprimer : Rectorat' }).click();
  await expect(views.getByText(/^Aucune vue enregistrée/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(main.getByRole('button', { name: 'Vue : Rectorat' })).toBeVisible();
});

test('a year without the one before, and one without offers, say so', async ({ sample }) => {
  const { main, page } = sample;
  await sample.visit('/dashboards?year=1950&span=whole');
  await expect(main.getByRole('heading', { name: 'Aucune offre à compter' })).toBeVisible();
  await main.getByRole('button', { name: 'Voir 2026–2027' }).click();
  const weeks = main.getByRole('region', { name: 'Offres déposées semaine par semaine' });
  await weeks.getByRole('group', { name: /flèches pour passer/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(weeks.getByRole('link')).toHaveText(/^7 jours à partir du 1(er)? septembre 2026/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/offers\?.*depositedFrom=2026-09-01/);
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
          '/dashboards?tab=skills&year=2025&span=whole',
          '/dashboards?tab=companies&year=2025&span=whole',
          '/dashboards?tab=director&year=2025&span=whole',
          '/dashboards?componentId=1',
          '/dashboards?tab=trends&componentId=1&year=2025&span=whole',
          '/dashboards?tab=skills&formationId=1&year=2025&span=whole',
          '/dashboards?tab=companies&componentId=1&year=2025&span=whole',
          '/dashboards?tab=director&formationId=1&year=2025&span=whole',
        ]) {
          await sample.visit(path);
          await expect(main.getByRole('heading', { level: 2 }).first()).toBeVisible();
          await expect(page.locator('.MuiSkeleton-root')).toHaveCount(0);
          expect(await violations(page), `${language} ${path}`).toEqual([]);
        }
        if (language === 'FR') await page.getByRole('button', { name: /^EN/ }).click();
      }
      await expect(sample.heading('Dashboards')).toBeVisible();

      await sample.visit('/dashboards?tab=trends&year=2025&span=whole');
      const charts = main.getByRole('heading', { level: 2 });
      await expect(charts).toHaveCount(4);
      const lastTitle = await charts.last().innerText();
      const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
      const { totalPages, text } = await extractText(document, { mergePages: true });
      expect(totalPages).toBeGreaterThan(1);
      expect(text.replace(/\s+/g, ' ')).toContain(lastTitle);
      expect(text).not.toContain('Home');
      await expect(page.locator('html')).toHaveCSS('color-scheme', theme);
    });
  });
}
