import type { Locator, Page } from '@playwright/test';
import type { Application } from './pages/application';
import { ListPage } from './pages/list-page';
import { expect, test } from './support/test';
import { violations } from './support/violations';

/** The words of the pages about companies in one language. */
const words = {
  fr: {
    list: 'Entreprises',
    add: 'Ajouter',
    newForm: 'Nouvelle entreprise',
    name: 'Nom',
    city: 'Ville',
    postcode: 'Code postal',
    email: 'Courriel',
    phone: 'Téléphone',
    website: 'Site web',
    addContact: 'Ajouter un contact',
    remove: /^Retirer /,
    save: 'Enregistrer',
    undo: 'Annuler',
    damaged: /abîmé par un tableur/,
    use: /^Prendre/,
    rightKey: 'La clé de contrôle est juste.',
    wrongKey: /La clé de contrôle ne correspond pas/,
    rounded: /Excel a arrondi ce numéro/,
    badSite: /commence par http/,
    existing: 'Existe déjà ?',
    registered: 'Entreprise enregistrée : Octorive Conseil',
    withdrawn: 'Enregistrement annulé : Octorive Conseil',
    saved: 'Entreprise modifiée : Octorive Conseil',
    toValidate: 'À valider',
    waiting: 'À valider (2)',
    validate: 'Valider',
    validated: '2 entreprises validées',
    again: '2 entreprises à valider de nouveau',
    duplicates: /^Doublons proposés/,
    title: 'Doublons proposés',
    pairs: 'Paires proposées',
    compare: 'Comparer',
    keepOther: 'Garder Octorive Conseil SARL',
    sirets: /^SIRET : 732/,
    merge: 'Fusionner',
    merged: 'Octorive Conseil a été fusionnée avec Octorive Conseil SARL',
    undoMerge: 'Annuler la fusion : Octorive Conseil avec Octorive Conseil SARL',
    undone: 'Octorive Conseil est de nouveau une entreprise à part',
    apart: 'Ce sont deux entreprises',
    apartDone: /ne seront plus proposées ensemble/,
    edit: 'Modifier',
  },
  en: {
    list: 'Companies',
    add: 'Add',
    newForm: 'New company',
    name: 'Name',
    city: 'City',
    postcode: 'Postcode',
    email: 'E-mail',
    phone: 'Phone',
    website: 'Website',
    addContact: 'Add a contact',
    remove: /^Remove /,
    save: 'Save',
    undo: 'Undo',
    damaged: /spreadsheet seems to have damaged/,
    use: /^Use/,
    rightKey: 'The check digit is right.',
    wrongKey: /check digit does not match/,
    rounded: /Excel has rounded this number/,
    badSite: /begins with http/,
    existing: 'Already there?',
    registered: 'Company registered: Octorive Conseil',
    withdrawn: 'Registration taken back: Octorive Conseil',
    saved: 'Company changed: Octorive Conseil',
    toValidate: 'To validate',
    waiting: 'To validate (2)',
    validate: 'Validate',
    validated: '2 companies validated',
    again: '2 companies to validate again',
    duplicates: /^Proposed duplicates/,
    title: 'Proposed duplicates',
    pairs: 'Proposed pairs',
    compare: 'Compare',
    keepOther: 'Keep Octorive Conseil SARL',
    sirets: /^SIRET: 732/,
    merge: 'Merge',
    merged: 'Octorive Conseil was merged with Octorive Conseil SARL',
    undoMerge: 'Take back the merge of Octorive Conseil with Octorive Conseil SARL',
    undone: 'Octorive Conseil is a company of its own again',
    apart: 'These are two companies',
    apartDone: /will no longer be proposed together/,
    edit: 'Edit',
  },
} as const;
type Words = (typeof words)['fr' | 'en'];

const field = (page: Page, name: string, within?: Locator): Locator =>
  (within ?? page.getByRole('main')).getByRole('textbox', { name, exact: true });
const group = (page: Page, name: RegExp | string): Locator => page.getByRole('group', { name, exact: true });

/** Registers a company on the page for it, which leads to its panel. */
async function register(
  sample: Application,
  w: Words,
  name: string,
  more: { siret?: string; postcode: string },
): Promise<void> {
  const { page } = sample;
  await sample.visit('/companies/new');
  await field(page, `${w.name} *`)
    .or(page.getByRole('textbox', { name: w.name }).first())
    .first()
    .fill(name);
  if (more.siret !== undefined) await field(page, 'SIRET').fill(more.siret);
  await field(page, w.postcode).fill(more.postcode);
  await page.getByRole('button', { name: w.save }).click();
  await expect(sample.companies.panel.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
}

async function inEnglish(sample: Application): Promise<void> {
  await sample.choose('Switch to English');
  await expect(sample.page.locator('html')).toHaveAttribute('lang', 'en');
}

for (const language of ['fr', 'en'] as const) {
  test(`a company is registered, validated, merged, and each of it taken back (${language})`, async ({ sample }) => {
    test.slow();
    const { page } = sample;
    const w = words[language];
    const companies = new ListPage(page, w.list);
    const { notices } = sample;
    if (language === 'en') await inEnglish(sample);

    await sample.visit('/companies');
    await page.getByRole('link', { name: w.add, exact: true }).click();
    await expect(sample.heading(w.newForm)).toBeVisible();
    await page.keyboard.type('Octorive Conseil');
    await expect(page.getByRole('region', { name: w.existing }).getByRole('link', { name: 'Octorive' })).toBeVisible();
    await field(page, 'SIRET').fill('7,32829E+13');
    await expect(page.getByText(w.rounded)).toBeVisible();
    await field(page, 'SIRET').fill('73282932000075');
    await expect(page.getByText(w.wrongKey)).toBeVisible();
    await field(page, 'SIRET').fill('="73282932000074"');
    await expect(page.getByText(w.damaged)).toBeVisible();
    expect(await violations(page), 'form').toEqual([]);
    await page.getByRole('button', { name: w.use }).click();
    await expect(page.getByText(w.rightKey)).toBeVisible();
    await field(page, w.website).fill('javascript:alert(1)');
    await expect(page.getByText(w.badSite)).toBeVisible();
    await page.getByRole('button', { name: w.save }).click();
    await expect(field(page, w.website)).toBeFocused();
    await field(page, w.website).fill('octorive.example');
    await field(page, w.postcode).fill('38999');
    await page.getByRole('button', { name: w.addContact }).click();
    await page.keyboard.type('Yanis Brémontier');
    await field(page, w.email, group(page, /^Contact 1$/)).fill('y.bremontier@octorive.example');
    await page.getByRole('button', { name: w.addContact }).click();
    await page.keyboard.type('Personne de trop');
    await page.getByRole('button', { name: w.remove }).last().click();
    await notices.getByRole('button', { name: w.undo }).click();
    await expect(group(page, /^Contact 2$/)).toBeVisible();
    await page.getByRole('button', { name: w.remove }).last().click();
    await page.getByRole('button', { name: w.save }).click();
    await expect(notices.getByText(w.registered)).toBeVisible();
    await expect(companies.panel).toContainText('Yanis Brémontier');
    await expect(companies.panel).not.toContainText('Personne de trop');
    await expect(companies.panel.getByText(w.toValidate, { exact: true })).toBeVisible();
    expect(await violations(page), 'panel').toEqual([]);

    await register(sample, w, 'Octorive Conseil SARL', { postcode: '38999' });
    await sample.visit('/companies');
    await page.getByRole('button', { name: w.waiting }).click();
    await expect(companies.rows).toHaveCount(2);
    for (const index of [0, 1]) await companies.cell(index, '__check__').getByRole('checkbox').check();
    expect(await violations(page), 'chosen').toEqual([]);
    await page.getByRole('button', { name: w.validate, exact: true }).click();
    await expect(notices.getByText(w.validated)).toBeVisible();
    await expect(companies.rows).toHaveCount(0);
    await notices.getByRole('button', { name: w.undo }).last().click();
    await expect(notices.getByText(w.again)).toBeVisible();
    await expect(companies.rows).toHaveCount(2);

    await sample.visit('/companies');
    await page.getByRole('link', { name: w.duplicates }).click();
    await expect(sample.heading(w.title)).toBeVisible();
    const pair = page.getByRole('list', { name: w.pairs }).getByRole('listitem');
    await expect(pair).toHaveCount(1);
    await pair.getByRole('button', { name: w.compare }).click();
    await page.getByRole('radio', { name: w.keepOther }).check();
    await expect(page.getByRole('radio', { name: w.sirets })).toBeChecked();
    expect(await violations(page), 'side by side').toEqual([]);
    await page.getByRole('button', { name: w.merge }).click();
    await expect(notices.getByText(w.merged)).toBeVisible();
    await expect(pair).toHaveCount(0);
    await page.reload();
    await page.getByRole('button', { name: w.undoMerge }).click();
    await expect(notices.getByText(w.undone)).toBeVisible();
    await expect(pair).toHaveCount(1);
    await pair.getByRole('button', { name: w.apart }).click();
    await expect(notices.getByText(w.apartDone)).toBeVisible();
    await expect(pair).toHaveCount(0);
    await notices.getByRole('button', { name: w.undo }).last().click();
    await expect(pair).toHaveCount(1);
  });
}

test('two windows edit one company: the second is told, and nothing is lost', async ({ sample, context }) => {
  const { page } = sample;
  const w = words.fr;
  await sample.visit('/companies?open=1');
  await sample.companies.panel.getByRole('link', { name: w.edit }).click();
  await expect(page).toHaveURL(/\/edit$/);
  const other = await context.newPage();
  await other.goto(page.url());
  await field(other, w.city).fill('Grenoble');
  await other.getByRole('button', { name: w.save }).click();
  await expect(other.getByText('Entreprise modifiée : Nuvélia Systèmes')).toBeVisible();
  await field(page, w.city).fill('Voiron');
  await page.getByRole('button', { name: w.save }).click();
  const warning = page.getByRole('alert').filter({ hasText: 'modifiée dans une autre fenêtre' });
  await expect(warning).toContainText('Ville : Grenoble');
  await expect(field(page, w.city)).toHaveValue('Voiron');
  expect(await violations(page), 'conflict').toEqual([]);
  await warning.getByRole('button', { name: 'Prendre l’autre version' }).click();
  await expect(field(page, w.city)).toHaveValue('Grenoble');
  await sample.notices.getByRole('button', { name: w.undo }).click();
  await expect(field(page, w.city)).toHaveValue('Voiron');
  // Leaving saves, and what was saved can be taken back.
  await sample.goTo('Entreprises');
  await expect(sample.notices.getByText('Entreprise modifiée : Nuvélia Systèmes')).toBeVisible();
  await sample.visit('/companies?open=1');
  await expect(sample.companies.panel).toContainText('Voiron');
  await other.close();
});

test('what kept a company from being saved is told until it is mended', async ({ sample }) => {
  const { page } = sample;
  const w = words.fr;
  await register(sample, w, 'Brumelis', { siret: '73282932000074', postcode: '38999' });
  await sample.visit('/companies/new');
  await page.getByRole('textbox', { name: w.name }).first().fill('Calanthe');
  await field(page, 'SIRET').fill('73282932000074');
  await page.getByRole('button', { name: w.save }).click();
  const trouble = page.getByText('Une autre entreprise porte déjà ce SIRET.');
  await expect(trouble).toBeVisible();
  await expect(page.getByText('L’entreprise Brumelis porte déjà ce SIRET.')).toBeVisible();
  await field(page, 'SIRET').fill('00013466800011');
  await expect(trouble).toBeHidden();
  await expect(page.getByText('L’entreprise Brumelis porte déjà ce SIRET.')).toBeHidden();
});

test('a form that cannot be saved is not left without a word', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/companies/new');
  await field(page, 'SIRET').fill('123');
  await sample.goTo('Offres');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Rester sur la page' }).click();
  await expect(field(page, 'SIRET')).toHaveValue('123');
  await sample.goTo('Offres');
  await dialog.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
  await expect(sample.heading('Offres')).toBeVisible();
});
