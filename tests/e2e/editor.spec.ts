import type { Locator, Page } from '@playwright/test';
import { hostileStrings } from '../fixtures/hostile-strings';
import { makeDocx, makePdf } from '../support/make-documents';
import type { Application } from './pages/application';
import { expect, test } from './support/test';
import { violations } from './support/violations';

const offerText = `Stage - Assistant comptable (H/F)

La Brasserie du Canal recherche un stagiaire pour son service comptable.
Missions : tenue de la comptabilité fournisseurs, rapprochements bancaires, préparation des bilans.
Profil : étudiant en licence ou BUT de comptabilité (Bac+3), moins de 25 ans.
Stage de 3 mois, 35 heures par semaine, 4,00 € de l’heure.`;

/** The words of the editor in one language. */
const words = {
  fr: {
    text: 'Texte de l’offre',
    saved: /Enregistré à/,
    acceptAll: /Accepter les \d+ propositions/,
    contract: 'Contrat',
    undo: 'Annuler',
    internship: 'Stage',
    publish: 'Publier',
    published: 'Offre publiée : Assistant comptable',
    company: 'Entreprise',
    age: 'Mention de l’âge',
    pay: 'Gratification inférieure au minimum',
    why: /^Pourquoi/,
  },
  en: {
    text: 'Text of the offer',
    saved: /Saved at/,
    acceptAll: /Accept the \d+ proposals/,
    contract: 'Contract',
    undo: 'Undo',
    internship: 'Internship',
    publish: 'Publish',
    published: 'Offer published: Assistant comptable',
    company: 'Company',
    age: 'Age is mentioned',
    pay: 'Allowance below the minimum',
    why: /^Why/,
  },
} as const;

const textBox = (page: Page, name: string = words.fr.text): Locator => page.getByRole('textbox', { name, exact: true });
const ranked = (page: Page): Locator => page.getByRole('list', { name: 'Formations' }).getByRole('listitem');

/** The first ranking of a program reads the model. */
const modelStarts = { timeout: 30_000 };

async function openEditor(sample: Application): Promise<void> {
  await sample.visit('/offers/new');
  await expect(textBox(sample.page)).toBeVisible();
}

for (const language of ['fr', 'en'] as const) {
  test(`an offer is pasted, looked at and published (${language})`, async ({ sample }) => {
    test.slow();
    const { page } = sample;
    const w = words[language];
    if (language === 'en') {
      await sample.choose('Switch to English');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    }
    await sample.visit('/offers/new');
    await expect(textBox(page, w.text)).toBeVisible();
    expect(await violations(page), 'empty').toEqual([]);
    await textBox(page, w.text).fill(offerText);
    await expect(ranked(page).first()).toBeVisible(modelStarts);
    await expect(page.getByText(w.age)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: w.saved })).toBeVisible();
    await expect(page).toHaveURL(/\/offers\/\d+\/edit$/);
    // A proposal is no value yet.
    await expect(page.getByRole('combobox', { name: w.contract })).not.toHaveText(w.internship);
    expect(await violations(page), 'proposed').toEqual([]);
    await page.getByRole('button', { name: w.acceptAll }).click();
    await expect(page.getByRole('combobox', { name: w.contract })).toHaveText(w.internship);
    await sample.notices.getByRole('button', { name: w.undo }).click();
    await expect(page.getByRole('combobox', { name: w.contract })).not.toHaveText(w.internship);
    await page.getByRole('button', { name: w.acceptAll }).click();
    await expect(page.getByRole('combobox', { name: w.contract })).toHaveText(w.internship);
    await expect(page.getByText(w.pay)).toBeVisible();
    expect(await violations(page), 'accepted').toEqual([]);
    await ranked(page).first().getByRole('button', { name: w.why }).click();
    await expect(ranked(page).first().getByRole('region')).toContainText(/compt/i);
    expect(await violations(page), 'reasons').toEqual([]);
    await page.getByRole('combobox', { name: w.company, exact: true }).fill('Brasserie du Canal');
    await page.getByRole('button', { name: w.publish, exact: true }).click();
    await expect(sample.notices.getByText(w.published)).toBeVisible();
    await expect(sample.offers.panel.getByRole('heading', { level: 2, name: 'Assistant comptable' })).toBeVisible();
    await page.getByRole('searchbox').fill('Brasserie du Canal');
    const cells = page.locator('[role="row"][data-id] [data-field="title"]');
    await expect(cells).toHaveText(['Assistant comptable']);
  });
}

test('a draft survives leaving at once, and goes on where it was', async ({ sample }) => {
  const { page } = sample;
  await openEditor(sample);
  await textBox(page).fill(offerText);
  await sample.goTo('Offres');
  // The page is left once the draft is saved.
  await expect(page).toHaveURL(/\/offers(?:\?|$)/);
  await sample.visit('/offers?status=draft');
  await sample.offers.openRow(0);
  await sample.offers.panel.getByRole('link', { name: 'Reprendre le brouillon' }).click();
  await expect(textBox(page)).toHaveValue(offerText);
  // The same text once more is told, with the way to where it was taken in before.
  await openEditor(sample);
  await textBox(page).fill(offerText);
  const told = page.getByRole('status').filter({ hasText: 'dit déjà la même chose' });
  await expect(told.getByRole('link', { name: /^Assistant comptable/ })).toBeVisible();
  expect(await violations(page), 'alike').toEqual([]);
});

test('a page is not left while saving fails, and nothing is lost', async ({ sample }) => {
  const { page } = sample;
  await openEditor(sample);
  const saves = '**/rpc/call/offers.save';
  await page.route(saves, (route) => route.abort());
  await textBox(page).fill(offerText);
  const dialog = page.getByRole('dialog', { name: 'Votre texte n’est pas enregistré' });
  await sample.goTo('Offres');
  await expect(dialog).toBeVisible();
  expect(await violations(page), 'dialog').toEqual([]);
  await dialog.getByRole('button', { name: 'Rester sur la page' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(textBox(page)).toHaveValue(offerText);
  await sample.goTo('Offres');
  await expect(dialog).toBeVisible();
  await page.unroute(saves);
  await dialog.getByRole('button', { name: 'Réessayer, puis quitter' }).click();
  await expect(page).toHaveURL(/\/offers(?:\?|$)/);
  await sample.visit('/offers?status=draft');
  await sample.offers.openRow(0);
  await sample.offers.panel.getByRole('link', { name: 'Reprendre le brouillon' }).click();
  await expect(textBox(page)).toHaveValue(offerText);
});

test('two windows: the second is told, and nothing is overwritten', async ({ sample, context }) => {
  test.slow();
  const { page } = sample;
  await openEditor(sample);
  await textBox(page).fill(offerText);
  await expect(page).toHaveURL(/\/edit$/);
  await expect(page.getByRole('status').filter({ hasText: words.fr.saved })).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(textBox(second)).toHaveValue(offerText);
  const firstText = `${offerText}\nÉcrit dans la première fenêtre.`;
  const saved = page.waitForResponse(
    (response) => response.url().includes('offers.save') || response.url().includes('offers/save'),
  );
  await textBox(page).fill(firstText);
  await saved;
  const secondText = `${offerText}\nÉcrit dans la seconde.`;
  await textBox(second).fill(secondText);
  await expect(second.getByRole('alert')).toContainText('modifiée dans une autre fenêtre');
  await expect(textBox(second)).toHaveValue(secondText);
  expect(await violations(second), 'conflict').toEqual([]);
  await second.getByRole('button', { name: 'Enregistrer comme copie' }).click();
  await expect(second.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(textBox(page)).toHaveValue(firstText);
  await second.reload();
  await expect(textBox(second)).toHaveValue(secondText);
  await second.close();
});

/** Writes each hostile text by itself: beside others a harmful one may be harmless. */
async function writeEach(box: Locator): Promise<void> {
  for (const text of hostileStrings) await box.fill(text);
  // A box of one line has no line breaks.
  await expect(box).toHaveValue((hostileStrings.at(-1) ?? '').replace(/[\r\n]/g, ''));
}

test('hostile text is shown as text', async ({ sample }) => {
  test.slow();
  const { page } = sample;
  const hostile = ["<script>document.title='hacked'</script>", ...hostileStrings].join('\n');
  const text = `Stage comptable\n${hostile}\n${'Tenue des comptes. '.repeat(10_000)}`;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openEditor(sample);
  await textBox(page).fill(text);
  await expect(page.getByRole('status').filter({ hasText: words.fr.saved })).toBeVisible({ timeout: 20_000 });
  await expect(ranked(page).first()).toBeVisible(modelStarts);
  const company = '"><img src=x onerror=window.ran=1> {{7*7}} =1+1 \u202eesuob';
  await page.getByRole('combobox', { name: 'Entreprise', exact: true }).fill(company);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  const { panel } = sample.offers;
  await expect(panel.getByRole('heading', { level: 2, name: 'Comptable', exact: true })).toBeVisible({
    timeout: 20_000,
  });
  await panel.getByRole('button', { name: 'Montrer le texte reçu' }).click();
  await expect(panel).toContainText("<script>document.title='hacked'</script>");
  await expect(panel).toContainText("'; drop table offer; --");
  await panel.getByRole('link', { name: /onerror=window\.ran=1> \{\{7\*7\}\} =1\+1 esuob/ }).click();
  await expect(sample.companies.panel.getByRole('heading', { level: 2 })).toContainText('"><img src=x onerror');
  await page.goBack();
  await panel.getByRole('link', { name: 'Transmettre' }).click();
  await expect(sample.heading(/^Transmettre.*Comptable/)).toBeVisible();
  await writeEach(page.getByRole('textbox', { name: 'Objet' }));
  await writeEach(page.getByRole('textbox', { name: 'Texte' }));
  await sample.visit('/companies/new');
  await writeEach(page.getByRole('textbox', { name: 'Nom' }).first());
  await writeEach(page.getByRole('textbox', { name: 'Adresse' }).first());
  await expect(sample.heading('Nouvelle entreprise')).toBeVisible();
  await expect(page).not.toHaveTitle('hacked');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(dialogs).toEqual([]);
});

test('a text that is too long is told, and stays', async ({ sample }) => {
  const { page } = sample;
  await openEditor(sample);
  await textBox(page).fill('x'.repeat(200_001));
  await expect(page.getByText(/Le texte dépasse 200\s000 caractères/)).toBeVisible();
  await expect(textBox(page)).toHaveValue(/^x{1000}/);
  // Leaving is allowed: what cannot be saved was told.
  page.on('dialog', (dialog) => void dialog.accept());
});

test('documents are read, and what cannot be read is told', async ({ sample }) => {
  test.slow();
  const { page } = sample;
  await openEditor(sample);
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await choose('secret.pdf', makePdf(['x'], { isProtected: true }));
  await expect(page.getByRole('alert')).toContainText('protégé par un mot de passe');
  await choose('offre.docx', makeDocx(['Stage en audit', 'Contrôle des comptes']));
  await expect(textBox(page)).toHaveValue('Stage en audit\nContrôle des comptes');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await choose('livre.pdf', makePdf(Array.from({ length: 300 }, (_, number) => `Page ${number + 1}`)));
  await expect(sample.notices).toContainText('les 50 premières pages sur 300');
  await sample.notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(textBox(page)).toHaveValue('Stage en audit\nContrôle des comptes');
});

test('an offer is duplicated, closed with a reason and deleted, each with a way back', async ({ sample }) => {
  test.slow();
  const { page, notices } = sample;
  await sample.visit('/offers?open=1');
  const { panel } = sample.offers;
  await expect(panel.getByRole('heading', { level: 2 })).not.toBeEmpty();
  const title = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const menu = async (name: string): Promise<void> => {
    await panel.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await menu('Archiver');
  await page.getByRole('menuitem', { name: 'Aucun candidat' }).click();
  await expect(panel.getByText('Archivée', { exact: true })).toBeVisible();
  await expect(panel.getByText('Aucun candidat')).toBeVisible();
  await notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(panel.getByText('Publiée', { exact: true })).toBeVisible();
  await menu('Supprimer');
  await expect(notices).toContainText('Offre supprimée');
  await expect(sample.offers.count).toHaveText('1 499 offres');
  await notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(sample.offers.count).toHaveText('1 500 offres');
  await sample.visit('/offers?open=1');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title);
  await menu('Dupliquer');
  await expect(page).toHaveURL(/\/offers\/\d+\/edit$/);
  await expect(page.getByText('Brouillon', { exact: true })).toBeVisible();
});

test('what was deleted is listed for a month and comes back with a click', async ({ sample }) => {
  const { page, notices } = sample;
  await sample.visit('/offers?open=1');
  await sample.offers.panel.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await page.getByRole('link', { name: '1 supprimée récemment' }).click();
  const restore = page.getByRole('row').getByRole('button', { name: /^Rétablir/ });
  await expect(restore).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await restore.click();
  await expect(notices).toContainText('Offre rétablie');
  await expect(page.getByText('Aucune offre supprimée')).toBeVisible();
});

test('a company is taken over from the text in one click, a title is asked for, and the draft is found again', async ({
  sample,
}) => {
  const { page } = sample;
  await openEditor(sample);
  await textBox(page).fill(
    'Nous aimerions refaire nos affiches et nos brochures.\n\nCordialement,\nLéa Roux\nImprimerie Marlotte\nlea@imprimerie-marlotte.fr',
  );
  await page.getByRole('button', { name: 'Enregistrer avec son contact : Imprimerie Marlotte' }).click();
  await expect(page.getByRole('combobox', { name: 'Entreprise', exact: true })).toHaveValue('Imprimerie Marlotte');
  await expect(page.getByRole('textbox', { name: 'Courriel du contact' })).toHaveValue('lea@imprimerie-marlotte.fr');
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  const title = page.getByRole('textbox', { name: 'Intitulé' });
  await expect(title).toBeFocused();
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Affiches et brochures');
  await page.getByRole('button', { name: 'Terminer plus tard' }).click();
  await expect(page).toHaveURL(/status=draft/);
  await sample.offers.panel.getByRole('link', { name: 'Reprendre le brouillon' }).click();
  await expect(page.getByText('Brouillon', { exact: true })).toBeVisible();
  // Whoever clicks twice does it once, and has one way back for it.
  await page.getByRole('button', { name: 'Publier et transmettre' }).dblclick();
  await expect(page).toHaveURL(/\/transmit$/);
  await expect(sample.notices.getByRole('alert')).toHaveCount(0);
  const undo = sample.notices.getByRole('button', { name: 'Annuler' });
  await undo.click();
  await expect(undo).toHaveCount(0);
  await sample.visit('/offers?status=draft');
  await expect(sample.offers.count).toHaveText('1 offre');
});

test('formations are searched from a text that is not kept', async ({ sample }) => {
  const { page } = sample;
  await sample.navigation.getByRole('link', { name: 'Recherche' }).click();
  await page.getByRole('navigation', { name: 'Que chercher' }).getByRole('link', { name: 'Formations' }).click();
  const box = page.getByRole('textbox', { name: 'Texte à comparer' });
  await box.fill('Tenir la comptabilité d’une petite entreprise\net préparer ses déclarations fiscales.');
  await expect(ranked(page).first()).toBeVisible(modelStarts);
  expect(await violations(page)).toEqual([]);
  await box.fill('Dresseur de fauves et voltigeur de cirque itinérant, entretien des cages');
  await expect(page.getByRole('heading', { name: 'Les plus proches, sous le seuil' })).toBeVisible();
  await expect(ranked(page).first()).toBeVisible();
  await sample.goTo('Offres');
  await expect(sample.offers.count).toHaveText('1 500 offres');
});
