import { mixedOffers } from './support/csv-files';
import { expect, test } from './support/test';
import { violations } from './support/violations';

const paths = [
  '/',
  '/offers',
  '/offers?outcome=ranked&open=1',
  '/offers?text=zzzz',
  '/formations?open=1',
  '/companies?open=1',
  '/companies/new',
  '/companies/duplicates',
  '/imports',
  '/imports/new',
  '/imports/1/reread',
  '/jobs',
  '/settings',
  '/search',
  '/search?text=laboratoire&open=1',
  '/search/formations',
  '/search/occupations?code=M1203',
  '/students/internship',
  '/students/internship?text=stage+en+laboratoire',
  '/students/formation',
  '/students/profiles',
  '/students/profiles?open=new',
  '/transmissions/to-remind',
  '/nowhere',
] as const;

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('has no accessibility violation on any page', async ({ sample }) => {
      test.slow();
      for (const path of paths) {
        await sample.visit(path);
        await expect(sample.main.getByRole('heading').first()).toBeVisible();
        await expect(sample.page.locator('.MuiSkeleton-root')).toHaveCount(0);
        expect(await violations(sample.page), path).toEqual([]);
      }
    });

    test('has none on the pages for students in English', async ({ sample }) => {
      test.slow();
      await sample.choose('Switch to English');
      await expect(sample.main.getByRole('heading', { level: 1 })).toHaveText('Home');
      for (const path of paths.filter((each) => /^\/(?:search|students)/.test(each))) {
        await sample.visit(path);
        await expect(sample.main.getByRole('heading').first()).toBeVisible();
        await expect(sample.page.locator('.MuiSkeleton-root')).toHaveCount(0);
        expect(await violations(sample.page), path).toEqual([]);
      }
    });

    test('has none on the first visit, nor on the way of a file', async ({ firstVisit }) => {
      test.slow();
      const { imports, page } = firstVisit;
      await expect(firstVisit.loadSample).toBeVisible();
      expect(await violations(page), 'first visit').toEqual([]);
      await firstVisit.visit('/imports/new');
      await imports.choose('Offres', mixedOffers);
      await imports.tryIt.click();
      await expect(imports.figure('Créées', imports.trial)).toHaveText('4Créées');
      expect(await violations(page), 'check').toEqual([]);
      await imports.start();
      await expect(page).toHaveURL(/\/imports\/\d+/);
      await expect(imports.figure('Créées')).toHaveText('4Créées');
      expect(await violations(page), 'report').toEqual([]);
      await firstVisit.goTo('Imports');
      await expect(imports.list).toBeVisible();
      expect(await violations(page), 'list of imports').toEqual([]);
      await page.getByRole('button', { name: 'Revenir à une date…' }).press('Enter');
      await page.getByLabel('Dernière journée gardée').fill('2020-01-01');
      await expect(page.getByText('1 import serait défait')).toBeVisible();
      expect(await violations(page), 'going back').toEqual([]);
    });
  });
}
