import type { Page } from '@playwright/test';
import { hostileMarkup, numbersIn } from '../fixtures/hostile-markup';
import { pageAddresses } from '../support/page-addresses';
import { fillWithHostileTexts, type HostileUniversity } from './support/hostile-university';
import { expect, test } from './support/test';

/** The same pages with more to show: all offers, what is open beside a list, each dashboard. */
function furtherAddresses({ offerId, companyId, formationId }: HostileUniversity): readonly string[] {
  const pages = [1, 2, 3, 4, 5, 6].map((page) => `/offers?rows=100&page=${page}`);
  const tabs = ['trends', 'skills', 'companies', 'director'].map((tab) => `/dashboards?tab=${tab}`);
  const open = [`/offers?open=${offerId}`, `/companies?open=${companyId}`, `/formations?open=${formationId}`];
  return [
    ...pages,
    ...tabs,
    ...open,
    `/search?text=comptes`,
    `/offers?text=${encodeURIComponent(hostileMarkup[7] ?? '')}`,
  ];
}

/** What a person sees or has under the pointer: text, what boxes hold, and what buttons and pictures are called. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    const names = [...document.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
      element.getAttribute('aria-label'),
      element.getAttribute('title'),
    ]);
    return [document.body.innerText, ...boxes, ...names].join('\n');
  });

/** Goes to an address and waits until nothing is on its way. */
async function show(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, page.url()).href);
  await page.locator('h1').first().waitFor();
  // A machine that does much else at the same time draws a hundred rows slowly.
  await expect(page.locator('.MuiSkeleton-root')).toHaveCount(0, { timeout: 90_000 });
}

test('runs none of five hundred hostile texts on any page', async ({ firstVisit, program }) => {
  test.setTimeout(600_000);
  const { page } = firstVisit;
  // A list draws no more rows than there is room for.
  await page.setViewportSize({ width: 1280, height: 2_600 });
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const url = program.server?.url ?? '';
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url()))
      faults.push(`asks ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      Reflect.set(window, 'ran', `policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  const university = await fillWithHostileTexts(url);
  const [seen, without] = [new Set<number>(), [] as string[]];
  for (const address of [...pageAddresses({ ...university }), ...furtherAddresses(university)]) {
    await show(page, address);
    const numbers = numbersIn(await shown(page));
    for (const number of numbers) seen.add(number);
    if (numbers.size === 0) without.push(address);
    const ran = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'ran') ?? null));
    if (ran !== 'null') faults.push(`${address}: ran ${ran}`);
    if (page.frames().length > 1) faults.push(`${address}: has frames`);
  }
  expect(faults).toEqual([]);
  expect(hostileMarkup.length).toBeGreaterThanOrEqual(500);
  expect(seen.size).toBeGreaterThanOrEqual(500);
  // Forms without anything in them.
  expect(without).toEqual([]);
});
