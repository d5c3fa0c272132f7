import { expect, test } from './support/test';
import { violations } from './support/violations';

/** The first question starts the thread and the encoder, which on a busy machine takes its time. */
const firstAnswer = { timeout: 45_000 };

test('offers are found by words and by meaning, marked, counted, filtered and opened', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/search');
  const box = page.getByRole('textbox', { name: 'Mots-clés ou description' });
  await box.fill('juriste droit social');
  const rows = page.getByRole('grid', { name: 'Recherche d’offres' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Stage juriste', firstAnswer);
  await expect(rows.nth(1).locator('mark').first()).toHaveText('juriste');
  await expect(rows.nth(1)).toContainText('les mots et le sens');
  await expect(page.getByRole('status').first()).toContainText(/^\d+ offres, dont \d+ par le sens seulement$/);
  await page.getByRole('combobox', { name: 'Contrat' }).click();
  await expect(page.getByRole('option', { name: /^Stage \d+$/ })).toBeVisible();
  await page.getByRole('option', { name: /^Stage/ }).click();
  await expect(page).toHaveURL(/text=juriste\+droit\+social.*contractType=internship/);
  expect(await violations(page)).toEqual([]);
  await rows.nth(1).click();
  await expect(page.getByRole('complementary', { name: /^Offre : Stage juriste/ })).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(box).toHaveValue('juriste droit social');
});

test('a slip is put right, and a text that finds nothing leads on to formations', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/search?text=labratoire+microbiologie');
  await expect(page.getByText(/Vouliez-vous dire.*laboratoire microbiologie/)).toBeVisible(firstAnswer);
  await page.getByRole('button', { name: 'Chercher ainsi' }).click();
  const box = page.getByRole('textbox', { name: 'Mots-clés ou description' });
  await expect(box).toHaveValue('laboratoire microbiologie');
  await box.fill('"zzyzx(qwrtp) -xkcdz*');
  await expect(page.getByRole('heading', { name: 'Aucune offre trouvée' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Chercher une formation avec ce texte' }).click();
  await expect(page.getByRole('textbox', { name: 'Texte à comparer', exact: true })).toHaveValue(
    '"zzyzx(qwrtp) -xkcdz*',
  );
});

test('an occupation of ROME is found by its number and leads to its offers', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/search/occupations');
  const choice = page.getByRole('combobox', { name: 'Code ou intitulé' });
  await choice.fill('M1203');
  await page.getByRole('option', { name: /M1203/ }).click();
  await expect(page.getByRole('region', { name: 'Savoir-être' }).getByRole('listitem').first()).toContainText('ROME');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: /^Voir (l’offre|les \d+ offres)$/ }).click();
  await expect(page.getByText('Code ROME : M1203')).toBeVisible();
});

test('a student finds open offers with why, who offered such before, and formations to compare', async ({ sample }) => {
  const { page } = sample;
  await sample.navigation.getByRole('link', { name: 'Étudiants' }).click();
  await page
    .getByRole('textbox', { name: 'Ce que vous cherchez' })
    .fill('Je suis en BUT et j’aimerais programmer des sites et des applications web, en équipe, pendant un stage.');
  const offers = page.getByRole('region', { name: 'Offres ouvertes' });
  await expect(offers.getByRole('listitem').first()).toContainText(/Vos mots|Un travail proche/, firstAnswer);
  const jobs = offers.getByRole('listitem').filter({ hasText: 'publiée le', hasNotText: '· Stage ·' });
  await expect(jobs).toHaveCount(0);
  const internships = await offers.getByRole('status').innerText();
  await page.getByRole('button', { name: 'Montrer tous les contrats' }).click();
  await expect(offers.getByRole('status')).not.toHaveText(internships);
  const companies = page.getByRole('region', { name: 'Entreprises qui ont déjà proposé cela' });
  await expect(companies.getByRole('listitem').first()).toContainText(/\d+ offres? proches?/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Département' }).click();
  await page.getByRole('option', { name: '2A – Corse-du-Sud' }).click();
  await expect(page.getByRole('heading', { name: 'Aucune offre ouverte ne s’en approche' })).toBeVisible();
  await expect(companies.getByRole('listitem').first()).toBeVisible();
  await page.getByRole('link', { name: 'Voir aussi les offres passées' }).click();
  await expect(page.getByRole('textbox', { name: 'Mots-clés ou description' })).toHaveValue(/programmer des sites/);
  await sample.navigation.getByRole('link', { name: 'Étudiants' }).click();
  await page.getByRole('link', { name: 'Formation', exact: true }).click();
  await page
    .getByRole('textbox', { name: 'Ce que vous aimeriez étudier ou devenir' })
    .fill('Je m’appelle Camille Roy. J’aime le contact, je voudrais devenir avocate en droit du travail.');
  const formations = page.getByRole('list', { name: 'Formations' });
  await expect(formations.getByRole('listitem').first()).toContainText(/Droit social.*Dans les offres/s, firstAnswer);
  for (const index of [0, 1, 2])
    await formations
      .getByRole('button', { name: /^Comparer/ })
      .nth(index)
      .click();
  await page.getByRole('button', { name: 'Comparer', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('row', { name: /^Débouchés annoncés/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
