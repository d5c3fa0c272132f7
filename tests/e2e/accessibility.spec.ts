import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mixedOffers } from './support/csv-files';
import { expect, test } from './support/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands, shortened to what a reader needs. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

const paths = [
  '/',
  '/offers',
  '/offers?outcome=ranked&open=1',
  '/offers?text=zzzz',
  '/formations?open=1',
  '/companies?open=1',
  '/imports',
  '/imports/new',
  '/jobs',
  '/settings',
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
      await expect(imports.figure('Créées')).toHaveText('4Créées');
      expect(await violations(page), 'report').toEqual([]);
      await firstVisit.goTo('Imports');
      await expect(imports.list).toBeVisible();
      expect(await violations(page), 'list of imports').toEqual([]);
    });
  });
}
