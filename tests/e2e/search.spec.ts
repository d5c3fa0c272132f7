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
  const internships = page.getByRole('option', { name: /^Stage \d+$/ });
  const [number] = /\d+$/.exec(await internships.innerText()) ?? [];
  await internships.click();
  // What an option counts is what choosing it finds.
  await expect(page.getByRole('status').first()).toContainText(new RegExp(`^${number ?? ''} offres?`));
  await expect(page).toHaveURL(/text=juriste\+droit\+social.*contractType=internship/);
  expect(await violations(page)).toEqual([]);
  await rows.nth(1).click();
  await expect(page.getByRole('complementary', { name: /^Offre : Stage juriste/ })).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(box).toHaveValue('juriste droit social');
});

test('a paragraph proposes criteria that a click sets, and sets none by itself', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/search');
  const box = page.getByRole('textbox', { name: 'Mots-clés ou description' });
  await box.fill('Je cherche une alternance pour développer des applications web en équipe, poste basé à Valmont.');
  const proposed = page.getByRole('group', { name: 'Lu dans le texte, à ajouter aux critères :' });
  await expect(proposed.getByRole('button', { name: 'Alternance' })).toBeVisible(firstAnswer);
  await expect(page).not.toHaveURL(/contractType|skill|city/);
  expect(await violations(page)).toEqual([]);
  await proposed.getByRole('button', { name: 'Alternance' }).click();
  await expect(page).toHaveURL(/contractType=work-study/);
  await expect(proposed.getByRole('button', { name: 'Alternance' })).toHaveCount(0);
  const contracts = page
    .getByRole('grid', { name: 'Recherche d’offres' })
    .locator('[role=gridcell][data-field="contractType"]');
  await expect(contracts.filter({ hasNotText: 'Alternance' })).toHaveCount(0);
  await proposed.getByRole('button', { name: 'Valmont' }).click();
  await expect(page).toHaveURL(/city=Valmont/);
  await expect(proposed).toHaveCount(0);
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

test('a search for what was deleted since says what is gone, and goes on without it', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/search?text=laboratoire+&companyId=99999&formationId=99999');
  const company = page.getByRole('button', { name: 'Une entreprise supprimée depuis' });
  await expect(company).toBeVisible(firstAnswer);
  await expect(page.getByRole('button', { name: 'Une formation supprimée depuis' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Aucune offre trouvée' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await company.press('Delete');
  await page.getByRole('button', { name: 'Une formation supprimée depuis' }).press('Delete');
  await expect(page).toHaveURL(/text=laboratoire\+$/);
  await expect(page.getByRole('grid', { name: 'Recherche d’offres' }).getByRole('row').nth(1)).toContainText(/labo/i);
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
  const jobs = offers.getByRole('listitem').filter({ hasText: /· (?:Alternance|CDI|CDD|Job étudiant|Autre) ·/ });
  await expect(jobs).toHaveCount(0);
  const internships = await offers.getByRole('status').innerText();
  await page.getByRole('button', { name: 'Montrer tous les contrats' }).click();
  await expect(offers.getByRole('status')).not.toHaveText(internships);
  const companies = page.getByRole('region', { name: 'Entreprises qui ont déjà proposé cela' });
  await expect(companies.getByRole('listitem').first()).toContainText(/\d+ offres? proches?/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Département ou région' }).click();
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
  await expect(page.getByRole('dialog').getByRole('row', { name: /^Prérequis .*méthode juridique/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a student is told how to apply to a company once the office lets them know', async ({ sample }) => {
  const { page } = sample;
  const wish = 'Je voudrais analyser des eaux en laboratoire pendant un stage';
  await sample.visit(`/students/internship?${new URLSearchParams({ text: wish }).toString()}`);
  const companies = page.getByRole('region', { name: 'Entreprises qui ont déjà proposé cela' });
  await expect(companies.getByRole('listitem').first()).toBeVisible(firstAnswer);
  await expect(companies).not.toContainText('Candidature spontanée');
  await sample.visit('/settings');
  const card = page.getByRole('form', { name: 'Étudiants' });
  // By key: the cards above still get their content and move this one away under a mouse.
  await card.getByRole('combobox', { name: 'Contacts montrés aux étudiants' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Adresse et site de l’entreprise seulement' }).click();
  await card.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sample.notices).toContainText('Réglages enregistrés');
  expect(await violations(page)).toEqual([]);
  await sample.visit(`/students/internship?${new URLSearchParams({ text: wish }).toString()}`);
  const told = companies.getByRole('listitem').filter({ hasText: 'Candidature spontanée' }).first();
  await expect(told).toContainText(/Par courrier|example/, firstAnswer);
  await expect(companies).not.toContainText('@');
  const company = await told.getByRole('link').first().innerText();
  // Of one contact the office says otherwise.
  await told.getByRole('link').first().click();
  await page.getByRole('link', { name: 'Modifier', exact: true }).click();
  const access = page.getByRole('combobox', { name: 'Montré aux étudiants' }).first();
  await expect(access).toHaveText('Comme dans les réglages : adresse et site de l’entreprise');
  await access.click();
  await page.getByRole('option', { name: 'ce contact' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Montré aux étudiants : ce contact')).toBeVisible();
  await sample.visit(`/students/internship?${new URLSearchParams({ text: wish }).toString()}`);
  await expect(companies.getByRole('listitem').filter({ hasText: company }).first()).toContainText('@', firstAnswer);
  expect(await violations(page)).toEqual([]);
});

test('a student is told that offers are still being read, and is shown them once they have been', async ({
  sample,
}) => {
  const { page } = sample;
  let answers = 0;
  await page.route('**/rpc/call/search.offers', async (route) => {
    const response = await route.fetch();
    const { value } = (await response.json()) as { readonly value: object };
    answers += 1;
    // What the program answers while it has read none of many offers that came in.
    const unread = { rows: [], total: 0, isComplete: false };
    await route.fulfill({ response, json: { value: answers <= 4 ? { ...value, ...unread } : value } });
  });
  await sample.visit('/students/internship');
  await page.getByRole('textbox', { name: 'Ce que vous cherchez' }).fill('Je cherche un stage en laboratoire');
  const offers = page.getByRole('region', { name: 'Offres ouvertes' });
  await expect(offers.getByRole('alert')).toContainText('certaines ne se trouvent pas encore ici');
  await expect(page.getByRole('heading', { name: 'Aucune offre ouverte ne s’en approche' })).toHaveCount(0);
  await expect(offers.getByRole('listitem').first()).toBeVisible(firstAnswer);
  await expect(offers.getByRole('alert')).toHaveCount(0);
  const companies = page.getByRole('region', { name: 'Entreprises qui ont déjà proposé cela' });
  await expect(companies.getByRole('listitem').first()).toContainText(/\d+ offres? proches?/);
});

test('a search is kept by name, and a profile with consent until it is erased', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/search?text=laboratoire+');
  const rows = page.getByRole('grid', { name: 'Recherche d’offres' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(/labo/i, firstAnswer);
  await page.getByRole('button', { name: 'Recherches enregistrées' }).click();
  const searches = page.getByRole('dialog', { name: 'Recherches enregistrées' });
  await searches.getByLabel('Nom de la recherche').fill('Chimie');
  await searches.getByLabel('Nom de la recherche').press('Enter');
  const kept = page.getByRole('button', { name: 'Recherche : Chimie' });
  await kept.click();
  await expect(searches.getByRole('link', { name: 'Chimie' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sample.visit('/students/profiles');
  await page.getByRole('button', { name: 'Nouveau profil' }).click();
  const form = page.getByRole('form', { name: 'Nouveau profil' });
  await form.getByLabel('Nom, ou ce qui permet').fill('Camille');
  await form.getByLabel('Ce qu’il ou elle cherche').fill('Je cherche un stage en laboratoire');
  // Without consent nothing is kept.
  await expect(form.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  expect(await violations(page)).toEqual([]);
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  const profile = page.getByRole('region', { name: 'Offres à lui signaler' });
  await expect(profile.getByText(/^Accord donné le .* après le/)).toBeVisible();
  await expect(profile.getByRole('listitem').first()).toContainText(/mots s’y trouvent|travail/i, firstAnswer);
  expect(await violations(page)).toEqual([]);
  await profile.getByRole('button', { name: 'Effacer ce profil' }).click();
  await expect(sample.notices).toContainText('sans trace dans la recherche ni dans les sauvegardes');
  await expect(page.getByRole('heading', { name: 'Choisissez un profil' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Aucun profil. Un profil ne se garde qu’avec l’accord')).toBeVisible();
});

test('searching and the pages for students are the same in English', async ({ sample }) => {
  const { page } = sample;
  await sample.choose('Switch to English');
  await expect(sample.main.getByRole('heading', { level: 1 })).toHaveText('Home');
  expect(await violations(page), 'home').toEqual([]);
  await sample.visit('/search?text=laboratoire+');
  const rows = page.getByRole('grid', { name: 'Search for offers' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(/labo/i, firstAnswer);
  await page.getByRole('button', { name: 'Saved searches' }).click();
  const name = page.getByRole('dialog', { name: 'Saved searches' }).getByLabel('Name of the search');
  await name.fill('Chemistry');
  await name.press('Enter');
  await expect(page.getByRole('button', { name: 'Search: Chemistry' })).toBeVisible();
  expect(await violations(page), 'search').toEqual([]);
  await sample.visit('/search/occupations?code=M1203');
  await expect(page.getByRole('region', { name: 'Soft skills' }).getByRole('listitem').first()).toBeVisible();
  expect(await violations(page), 'occupation').toEqual([]);
  const wish = 'Je voudrais analyser des eaux en laboratoire pendant un stage';
  await sample.visit(`/students/internship?${new URLSearchParams({ text: wish }).toString()}`);
  const offers = page.getByRole('region', { name: 'Open offers' });
  await expect(offers.getByRole('listitem').first()).toContainText(/your words|Similar work/, firstAnswer);
  await expect(
    page.getByText('You speak of an internship: only internships are shown, and offers that name no contract.'),
  ).toBeVisible();
  expect(await violations(page), 'internship').toEqual([]);
  await page.getByRole('link', { name: 'Search for a formation instead' }).click();
  const box = page.getByRole('textbox', { name: 'What you would like to study or become' });
  await expect(box).toHaveValue(wish);
  const formations = page.getByRole('list', { name: 'Formations' });
  for (const index of [0, 1])
    await formations
      .getByRole('button', { name: /^Compare/ })
      .nth(index)
      .click(firstAnswer);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('row', { name: /^Leads to/ })).toBeVisible();
  expect(await violations(page), 'comparison').toEqual([]);
  await page.keyboard.press('Escape');
  await box.fill('Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor');
  await expect(page.getByText('hardly any word that the application knows')).toBeVisible();
  await page.getByRole('link', { name: 'Profiles followed' }).click();
  await page.getByRole('button', { name: 'New profile' }).click();
  await expect(page.getByRole('form', { name: 'New profile' })).toBeVisible();
  expect(await violations(page), 'profiles').toEqual([]);
});

test('a PC left to students keeps to their pages, forgets an idle one, and is given back by its code', async ({
  sample,
  restartProgram,
}) => {
  const { page } = sample;
  await page.clock.install();
  await sample.visit('/settings');
  const card = page.getByRole('form', { name: 'Poste en libre accès' });
  await card.getByLabel('Code pour en sortir').fill('quai 9');
  await card.getByLabel('Le même code').fill('quai 9');
  await card.getByRole('button', { name: 'Laisser le poste aux étudiants' }).click();
  await expect(page).toHaveURL(/\/students\/internship/);
  // The page is made anew for the students, without what it held.
  await expect(page.getByRole('button', { name: 'Rendre le poste au bureau' })).toBeVisible();
  const wish = page.getByRole('textbox', { name: 'Ce que vous cherchez' });
  await wish.fill('Je cherche un stage en laboratoire');
  const offers = page.getByRole('region', { name: 'Offres ouvertes' });
  await expect(offers.getByRole('listitem').first()).toBeVisible(firstAnswer);
  expect(await violations(page)).toEqual([]);
  // What writes is refused by the program, and so are files, whoever asks.
  const answers = await page.evaluate(async () => {
    const key = { 'x-page-key': window.localStorage.getItem('page-key') ?? '' };
    const json = { ...key, 'content-type': 'application/json' };
    const asked = [
      fetch('/rpc/call/settings.update', { method: 'POST', headers: json, body: '{"input":{"language":"en"}}' }),
      fetch('/files', { method: 'POST', headers: { ...key, 'x-file-name': 'a.csv' }, body: 'a' }),
      fetch('/files/0123456789abcdef0123456789abcdef'),
    ];
    return await Promise.all(asked.map(async (answer) => await (await answer).text()));
  });
  for (const answer of answers) expect(answer).toContain('kiosk-on');
  await page.clock.fastForward('03:01');
  await expect(wish).toHaveValue('');
  await expect(offers.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: /^EN/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Find an internship or work-study' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await restartProgram();
  await expect(page.getByRole('button', { name: 'Recommencer à zéro' })).toBeVisible();
  await page.getByRole('button', { name: 'Rendre le poste au bureau' }).click();
  const code = page.getByRole('dialog').getByLabel('Code du bureau');
  await code.fill('quai 8');
  await code.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Ce n’est pas le bon code');
  expect(await violations(page)).toEqual([]);
  await code.fill('quai 9');
  await code.press('Enter');
  await expect(sample.navigation).toBeVisible();
});
