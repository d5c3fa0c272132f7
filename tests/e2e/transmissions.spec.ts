import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import PostalMime from 'postal-mime';
import { extractText, getDocumentProxy } from 'unpdf';
import { ListPage } from './pages/list-page';
import { expect, test } from './support/test';
import { violations } from './support/violations';

/** What a click saves, read as e-mails. */
async function draftsOf(page: Page, count: number, click: () => Promise<void>) {
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await click();
  await expect.poll(() => downloads.length).toBe(count);
  return await Promise.all(downloads.map(async (download) => PostalMime.parse(await readFile(await download.path()))));
}

async function sheetText(content: unknown): Promise<string> {
  if (!(content instanceof ArrayBuffer)) throw new Error('A sheet is attached.');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

declare global {
  interface Window {
    countClick?: () => Promise<number>;
  }
}

const openOffers = '/offers?outcome=ranked&status=published';

test('an offer goes from its panel to its managers, is answered, and each step can be taken back', async ({
  sample,
}) => {
  test.slow();
  const { offers, page } = sample;
  const register = new ListPage(page, 'Transmissions');
  await sample.visit(openOffers);
  await offers.openRow(0);
  const heading = offers.panel.getByRole('heading', { level: 2 });
  await expect(heading).toHaveText(/\S/);
  const title = await heading.innerText();
  await offers.panel.getByRole('link', { name: 'Transmettre', exact: true }).click();
  await expect(sample.main.getByRole('heading', { level: 1 })).toContainText(title);
  const candidates = page.getByRole('region', { name: /^À quelles formations/ }).getByRole('checkbox');
  await expect(candidates).toHaveCount(3);
  // What the panel proposed comes along, and is left aside in one click.
  await expect(candidates.nth(2)).toBeChecked();
  await page.getByRole('button', { name: 'Tout décocher' }).click();
  await expect(page.getByRole('button', { name: 'Préparer les brouillons' })).toBeDisabled();
  await candidates.nth(0).check();
  await candidates.nth(1).check();
  expect(await violations(page), 'plan').toEqual([]);

  const prepare = page.getByRole('button', { name: /^Préparer/ });
  const count = Number(/\d+/.exec(await prepare.innerText())?.[0] ?? '1');
  const mails = await draftsOf(page, count, () => prepare.click());
  expect(mails.map(({ subject }) => subject?.includes(title))).toEqual(mails.map(() => true));
  expect(mails.flatMap(({ attachments }) => attachments.map(({ mimeType }) => mimeType))).toEqual(
    mails.map(() => 'application/pdf'),
  );
  await expect(page.getByText(/enregistrés? dans vos téléchargements/)).toBeFocused();
  expect(await violations(page), 'prepared').toEqual([]);

  // Nothing is called sent that nobody said.
  await sample.visit('/transmissions?state=prepared');
  await expect(register.rows).toHaveCount(2);
  await register.openRow(0);
  await register.panel.getByRole('button', { name: 'Marquer comme envoyée' }).click();
  await expect(sample.notices).toContainText('Marquée comme envoyée.');
  // Escape leaves the form and not the panel behind it.
  await register.panel.getByRole('button', { name: 'Refusée…' }).click();
  await register.panel.getByLabel('Précision (facultative)').press('Escape');
  await expect(register.panel.getByRole('form', { name: /refus/i })).toBeHidden();
  await register.panel.getByRole('button', { name: 'Refusée…' }).click();
  await register.panel.getByRole('combobox', { name: 'Motif' }).click();
  await page.getByRole('option', { name: 'Niveau trop haut ou trop bas' }).click();
  await register.panel.getByLabel('Précision (facultative)').fill('plutôt un master');
  await register.panel.getByRole('button', { name: 'Noter le refus' }).click();
  const newest = register.panel.getByRole('listitem').first();
  await expect(newest).toContainText('Refusée · Niveau trop haut ou trop bas · plutôt un master');
  expect(await violations(page), 'panel').toEqual([]);

  // What was said can be taken back after a restart too, the last thing first.
  await page.reload();
  await register.panel.getByRole('button', { name: 'Annuler : Refusée' }).click();
  await register.panel.getByRole('button', { name: 'Transmise aux étudiants' }).click();
  await expect(newest).toContainText('Transmise aux étudiants');
  await sample.notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(newest).toContainText(/^Annulé\s: Transmise aux étudiants/);
  await register.panel.getByRole('link', { name: title }).click();
  await expect(offers.panel.getByText('Transmise', { exact: true })).toBeVisible();
  await page.goBack();
  await register.panel.getByRole('button', { name: 'Annuler : Envoyée' }).click();
  await expect(register.panel.getByRole('button', { name: 'Marquer comme envoyée' })).toBeVisible();
  await register.panel.getByRole('link', { name: title }).click();
  await expect(offers.panel.getByText('Publiée', { exact: true })).toBeVisible();
});

const chain = {
  fr: {
    text: 'Texte de l’offre',
    transmit: 'Publier et transmettre',
    formations: /^À quelles formations/,
    prepare: 'Préparer le brouillon',
    sent: 'Oui, envoyé',
    done: 'Marqué comme envoyé',
    accepted: /^Offre publiée, avec \d+ propositions lues dans son texte\./,
    passedOn: 'Transmise aux étudiants',
  },
  en: {
    text: 'Text of the offer',
    transmit: 'Publish and transmit',
    formations: /^To which formations/,
    prepare: 'Prepare the draft',
    sent: 'Yes, sent',
    done: 'Marked as sent',
    accepted: /^Offer published, with \d+ proposals read in its text\./,
    passedOn: 'Passed on to students',
  },
} as const;

for (const language of ['fr', 'en'] as const) {
  test(`from a pasted text to an offer that was transmitted and answered takes a paste and four clicks (${language})`, async ({
    sample,
  }) => {
    const { page } = sample;
    const w = chain[language];
    if (language === 'en') await sample.choose('Switch to English');
    await sample.visit('/offers/new');
    let clicks = 0;
    await page.exposeFunction('countClick', () => (clicks += 1));
    await page.evaluate(() => {
      // A page that saves a file clicks, too; only a person's clicks count.
      document.addEventListener('click', ({ isTrusted }) => isTrusted && void window.countClick?.(), true);
    });
    const startedAt = Date.now();
    await page
      .getByRole('textbox', { name: w.text })
      .fill(
        [
          'Stage développeur web (H/F)',
          'Entreprise : Hydrelis SAS, 38000 Grenoble',
          'Vous développez en TypeScript et React le portail de nos clients, vous écrivez les tests et documentez votre travail.',
          'Niveau Bac+3 à Bac+5 en informatique. Stage de 4 mois à partir du 5 avril 2027, gratification de 4,50 € de l’heure.',
        ].join('\n\n'),
      );
    await page.getByRole('button', { name: w.transmit }).click();
    // What was proposed and not accepted one by one leaves, too.
    await expect(sample.notices).toContainText(w.accepted);
    const candidates = page.getByRole('region', { name: w.formations }).getByRole('checkbox');
    await candidates.first().click();
    const [mail] = await draftsOf(page, 1, () => page.getByRole('button', { name: w.prepare }).click());
    // Its manager is written to in French, whatever the interface speaks.
    expect(mail?.subject).toBe('Offre à transmettre : Développeur web');
    const sheet = await sheetText(mail?.attachments[0]?.content);
    for (const fact of ['Hydrelis SAS', 'Grenoble', 'Stage', '4 mois', '5 avril 2027', '4,50']) {
      expect(sheet).toContain(fact);
    }
    await page.getByRole('button', { name: w.sent }).click();
    await expect(page.getByText(w.done, { exact: true })).toBeVisible();
    const seconds = (Date.now() - startedAt) / 1_000;
    await expect(candidates.first()).toBeDisabled();
    expect(clicks).toBe(4);
    await sample.visit('/transmissions?state=sent');
    const register = new ListPage(page, 'Transmissions');
    await register.openRow(0);
    await register.panel.getByRole('button', { name: w.passedOn }).click();
    await expect(register.panel.getByRole('listitem').first()).toContainText(w.passedOn);
    console.log(`paste to transmitted (${language}): ${clicks} clicks, ${seconds.toFixed(1)} s`);
  });
}

test('the keyboard alone transmits an offer', async ({ sample }) => {
  const { page } = sample;
  await sample.visit(openOffers);
  const first = await sample.offers.row(0).getAttribute('data-id');
  await sample.visit(`/offers/${first}/transmit`);
  const candidate = page.getByRole('checkbox').first();
  await candidate.focus();
  await page.keyboard.press('Space');
  await expect(candidate).toBeChecked();
  const prepare = page.getByRole('button', { name: 'Préparer le brouillon' });
  for (let step = 0; step < 20 && !(await prepare.evaluate((node) => node === document.activeElement)); step += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(prepare).toBeFocused();
  await draftsOf(page, 1, () => page.keyboard.press('Enter'));
  // The focus follows to what was made; the question whether it was sent is two steps from there.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Oui, envoyé' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Marqué comme envoyé')).toBeVisible();
});

test('what was accepted waits under its manager, one message for several offers', async ({ sample }) => {
  const { offers, page } = sample;
  for (const row of [0, 1]) {
    await sample.visit('/offers?outcome=ranked&status=published&text=comptable');
    await offers.openRow(row);
    await offers.panel
      .getByRole('button', { name: /^Accepter/ })
      .first()
      .click();
    await expect(offers.panel).toContainText(/Acceptée/);
  }
  await sample.visit('/');
  await expect(sample.main).toContainText('2 offres à transmettre');
  await sample.main.getByRole('link', { name: 'Transmettre', exact: true }).click();
  await expect(sample.heading('Offres à transmettre')).toBeVisible();
  expect(await violations(page), 'to send').toEqual([]);
  const group = sample.main.getByRole('region').first();
  const mails = await draftsOf(page, 1, () => group.getByRole('button', { name: /^Préparer/ }).click());
  const pairs = await group.getByRole('listitem').getByRole('checkbox').count();
  expect(mails[0]?.attachments).toHaveLength(pairs);
  await group.getByRole('button', { name: 'Le message est parti : marquer comme envoyé' }).click();
  await expect(sample.notices).toContainText(/marquées? comme envoyées?/i);
});

test('a formation without a manager is named, and gets one in place', async ({ sample }) => {
  const { page } = sample;
  const managers = new ListPage(page, 'Gestionnaires de scolarité');
  await sample.visit('/managers');
  await expect(managers.count).toHaveText('42 gestionnaires');
  await managers.openRow(0);
  await managers.panel
    .getByRole('button', { name: /^Retirer : / })
    .first()
    .click();
  await expect(sample.notices).toContainText('n’a plus de gestionnaire');
  // A tooltip would stand over the page.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  expect(await violations(page), 'manager').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Les voir' }).click();
  await page.getByRole('button', { name: 'Indiquer qui gère la formation' }).click();
  const form = page.getByRole('form', { name: /^Qui gère/ });
  await form.getByRole('combobox', { name: 'Nom' }).fill('Zoé Blin');
  await form.getByLabel('Courriel').fill('zoe.blin');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form).toContainText('Ce n’est pas une adresse de courriel.');
  await form.getByLabel('Courriel').fill('zoe.blin@univ-valmont.example');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(managers.count).toHaveText('43 gestionnaires');
  await expect(page.getByRole('button', { name: 'Les voir' })).toBeHidden();

  // Whoever runs nothing can be removed, and is back with one click.
  await sample.visit('/managers?text=blin');
  await managers.openRow(0);
  await managers.panel.getByRole('button', { name: /^Retirer : / }).click();
  await managers.panel.getByRole('button', { name: 'Supprimer' }).click();
  await expect(managers.count).toHaveText('0 gestionnaire');
  await sample.notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(managers.count).toHaveText('1 gestionnaire');
});

test('in English, and dark', async ({ sample }) => {
  test.slow();
  const { page } = sample;
  await page.emulateMedia({ colorScheme: 'dark' });
  await sample.choose('Switch to English');
  const offers = new ListPage(page, 'Offers');
  await sample.visit(openOffers);
  await offers.openRow(0);
  await offers.panel.getByRole('link', { name: 'Transmit' }).click();
  await page.getByRole('button', { name: 'Untick all' }).click();
  await page.getByRole('checkbox').first().check();
  // Managers are written to in their language, which is French unless somebody says so, whatever the interface speaks.
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue(/^Offre à transmettre/);
  await page.getByRole('combobox', { name: 'Language of the message' }).click();
  await page.getByRole('option', { name: 'English' }).click();
  const [mail] = await draftsOf(page, 1, () => page.getByRole('button', { name: 'Prepare the draft' }).click());
  expect([mail?.subject?.startsWith('Offer to pass on:'), mail?.text?.includes('Attached offer:')]).toEqual([
    true,
    true,
  ]);
  await page.getByRole('button', { name: 'Yes, sent' }).click();
  await expect(page.getByText('Marked as sent', { exact: true })).toBeVisible();
  expect(await violations(page), 'plan').toEqual([]);

  // The choice is remembered, and a reminder is signed as the first message was.
  await sample.visit('/transmissions?open=1');
  const remind = page.getByRole('button', { name: 'Prepare the reminder' });
  const [reminder] = await draftsOf(page, 1, () => remind.click());
  expect(reminder?.text).toMatch(/^Hello,[^]*Thank you\.\n\nUniversité de Valmont/);
  await sample.notices.getByRole('button', { name: 'Yes, sent' }).click();
  await expect(sample.notices).toContainText('The reminder is recorded.');
  for (const path of ['/transmissions?open=1', '/transmissions/to-send', '/managers', '/managers?add=yes']) {
    await sample.visit(path);
    await expect(sample.main.getByRole('heading').first()).toBeVisible();
    await expect(page.locator('.MuiSkeleton-root')).toHaveCount(0);
    expect(await violations(page), path).toEqual([]);
  }
});
