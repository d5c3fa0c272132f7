import type { Page } from '@playwright/test';
import axe from 'axe-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe finds wrong on the page as it stands, shortened to what a reader needs. The page has no frames. */
export async function violations(page: Page): Promise<readonly string[]> {
  // A page that is still on its way has no heading yet; every page has one.
  await page.locator('h1').first().waitFor();
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  // Only what is wrong comes back: the whole answer of a page of 800 elements takes longer than finding it.
  return await page.evaluate(async (tags) => {
    // A colour that is on its way to another has the contrast of neither.
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    // What a pointer that rests somewhere has shown lies outside of every landmark and says what its button says.
    const scope = { exclude: ['[role=tooltip]'] };
    const answer = await window.axe?.run(scope, { runOnly: tags, resultTypes: ['violations'] });
    if (answer === undefined) throw new Error('axe is not on the page.');
    return answer.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, rules);
}
