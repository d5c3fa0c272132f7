import type { Locator, Page } from '@playwright/test';
import type { Application } from './pages/application';
import { expect, test } from './support/test';
import { violations } from './support/violations';

/** The first question starts the encoder, which on a busy machine takes its time. */
const firstAnswer = { timeout: 45_000 };
/** An offer of the sample university for which several formations are proposed. */
const accounting = '/offers?text=collaborateur comptable&outcome=ranked';

const words = {
  fr: {
    accept: 'Accepter',
    reject: 'Écarter',
    up: 'Monter',
    down: 'Descendre',
    note: 'Note',
    pick: 'Comparer',
    chosen: 'Formations acceptées, dans votre ordre',
    rejected: 'Formations écartées',
    accepted: /^Formation acceptée/,
    by: 'Acceptée par Marie Aubry, le',
    undo: 'Annuler',
    name: 'Votre nom',
    sign: 'Signer',
    showRejected: 'Afficher la formation écartée',
    history: /^Historique/,
    compare: 'Comparer',
    dialog: 'Comparer des formations',
    close: 'Fermer',
    find: 'Chercher une formation',
    add: /^Ajouter à cette offre/,
    added: 'Ajoutée à la main par Marie Aubry',
    mark: 'choisie par une personne',
    colon: ' : ',
  },
  en: {
    accept: 'Accept',
    reject: 'Reject',
    up: 'Move up',
    down: 'Move down',
    note: 'Note',
    pick: 'Compare',
    chosen: 'Accepted formations, in your order',
    rejected: 'Rejected formations',
    accepted: /^Formation accepted/,
    by: 'Accepted by Marie Aubry, on',
    undo: 'Undo',
    name: 'Your name',
    sign: 'Sign',
    showRejected: 'Show the rejected formation',
    history: /^History/,
    compare: 'Compare',
    dialog: 'Compare formations',
    close: 'Close',
    find: 'Find a formation',
    add: /^Add to this offer/,
    added: 'Added by hand by Marie Aubry',
    mark: 'chosen by a person',
    colon: ': ',
  },
} as const;
type Words = (typeof words)['fr' | 'en'];

const panelOf = (page: Page): Locator => page.getByRole('complementary');
const listOf = (page: Page, name: string): Locator => panelOf(page).getByRole('list', { name, exact: true });
const proposed = (page: Page): Locator => listOf(page, 'Formations').getByRole('listitem');
const chosen = (page: Page, w: Words): Locator => listOf(page, w.chosen).getByRole('listitem');
/** A button of a card, by what it does. */
const verb = (card: Locator, name: string): Locator => card.getByRole('button', { name: new RegExp(`^${name}\\s?:`) });
const titleOf = (card: Locator): Promise<string> => card.getByRole('heading').innerText();

async function openOffer(sample: Application): Promise<void> {
  await sample.visit(accounting);
  await sample.page.locator('[role="row"][data-id]').first().getByRole('gridcell').first().click();
  await expect(proposed(sample.page).first()).toBeVisible();
}

for (const language of ['fr', 'en'] as const) {
  test(`formations are accepted, ordered, rejected, added and compared, and all of it is undone (${language})`, async ({
    sample,
  }) => {
    test.slow();
    const { page } = sample;
    const w = words[language];
    const notices = page.getByRole('region', { name: 'Messages' });
    if (language === 'en') {
      await sample.choose('Switch to English');
      await sample.choose('Switch to the dark theme');
    }
    await openOffer(sample);
    const first = await titleOf(proposed(page).nth(0));
    const second = await titleOf(proposed(page).nth(1));
    const third = await titleOf(proposed(page).nth(2));

    // Accepted, undone at once, accepted again; who did it is asked in place and stands beside it.
    await verb(proposed(page).nth(1), w.accept).click();
    await expect(notices.getByText(w.accepted)).toBeVisible();
    await expect(chosen(page, w)).toHaveCount(1);
    await notices.getByRole('button', { name: w.undo }).click();
    await expect(chosen(page, w)).toHaveCount(0);
    await expect(proposed(page).nth(1)).toContainText(second);
    await verb(proposed(page).nth(1), w.accept).click();
    await panelOf(page).getByRole('textbox', { name: w.name }).fill('Marie Aubry');
    expect(await violations(page), 'asked for a name').toEqual([]);
    await panelOf(page).getByRole('button', { name: w.sign, exact: true }).click();
    await expect(chosen(page, w).first()).toContainText(w.by);

    // The list names the chosen one, and says that a person chose it.
    const best = sample.page.locator('[role="row"][data-id]').first().locator('[data-field="score"]');
    await expect(best).toContainText(second);
    await expect(best.getByRole('img', { name: w.mark })).toHaveCount(1);

    // With the keyboard: accept, move, and the focus stays where the hand is.
    await verb(proposed(page).nth(0), w.accept).focus();
    await page.keyboard.press('Enter');
    await expect(chosen(page, w).nth(1)).toContainText(first);
    await verb(chosen(page, w).nth(0), w.down).focus();
    await page.keyboard.press('Enter');
    await expect(chosen(page, w).nth(0)).toContainText(first);
    await expect(verb(chosen(page, w).nth(1), w.down)).toBeFocused();
    await verb(chosen(page, w).nth(1), w.up).focus();
    await page.keyboard.press('Enter');
    await expect(chosen(page, w).nth(0)).toContainText(second);
    await expect(verb(chosen(page, w).nth(0), w.up)).toBeFocused();

    // A note, and a rejected one that is folded away.
    await verb(chosen(page, w).nth(0), w.note).click();
    await page.keyboard.type('Voir avec le responsable');
    await page.keyboard.press('Enter');
    await expect(chosen(page, w).nth(0)).toContainText('Voir avec le responsable');
    await verb(proposed(page).nth(0), w.reject).click();
    await expect(panelOf(page).getByRole('button', { name: w.showRejected })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(listOf(page, w.rejected).getByRole('listitem')).toContainText(third);
    expect(await violations(page), 'decided').toEqual([]);

    // One that nobody proposed.
    await panelOf(page).getByRole('combobox', { name: w.find }).fill('biologie');
    await page.getByRole('option').first().click();
    await panelOf(page).getByRole('button', { name: w.add }).click();
    await expect(chosen(page, w).nth(2)).toContainText(w.added);

    // Side by side.
    await verb(chosen(page, w).nth(0), w.pick).click();
    await verb(chosen(page, w).nth(1), w.pick).click();
    await panelOf(page).getByRole('button', { name: w.compare, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: w.dialog });
    await expect(dialog.getByRole('columnheader')).toHaveCount(2);
    await expect(dialog.getByRole('row').nth(1)).toContainText(
      language === 'fr' ? /Rang \d+ sur 185/ : /Rank \d+ of 185/,
      firstAnswer,
    );
    expect(await violations(page), 'compared').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(panelOf(page)).toBeVisible();

    // Any of it can still be undone later.
    await page.reload();
    await expect(chosen(page, w)).toHaveCount(3);
    await panelOf(page).getByRole('button', { name: w.history }).click();
    const undoFirst = panelOf(page).getByRole('button', { name: new RegExp(`^${w.undo} – .*${w.colon}`) });
    await expect(undoFirst).toHaveCount(7);
    expect(await violations(page), 'history').toEqual([]);
    await undoFirst.first().click();
    await expect(chosen(page, w)).toHaveCount(2);
  });
}

test('formations of a draft are decided on while it is written', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/offers/new');
  await page
    .getByRole('textbox', { name: 'Texte de l’offre', exact: true })
    .fill('Stage - Assistant comptable\n\nTenue de la comptabilité fournisseurs, rapprochements bancaires, bilans.');
  await expect(page).toHaveURL(/\/offers\/\d+\/edit$/, firstAnswer);
  const live = page.getByRole('list', { name: 'Formations', exact: true }).getByRole('listitem');
  const title = await titleOf(live.nth(1));
  await verb(live.nth(1), 'Accepter').click();
  const own = page.getByRole('list', { name: words.fr.chosen }).getByRole('listitem');
  await expect(own).toContainText([title]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ne pas signer' }).click();
  await expect(page.getByRole('button', { name: 'Ne pas signer' })).toHaveCount(0);
  await verb(own.first(), 'Revenir sur la décision').click();
  await expect(own).toHaveCount(0);
});

test('a search says why, and compares formations for a text that nobody keeps', async ({ sample }) => {
  const { page } = sample;
  await sample.visit('/search/formations');
  await page
    .getByRole('textbox', { name: 'Texte à comparer', exact: true })
    .fill('Nous cherchons quelqu’un pour tenir la comptabilité, préparer les bilans et les déclarations fiscales.');
  const found = page.getByRole('list', { name: 'Formations', exact: true }).getByRole('listitem');
  await expect(found.nth(1)).toBeVisible(firstAnswer);
  await expect(page.getByRole('button', { name: /^Accepter/ })).toHaveCount(0);
  await found
    .first()
    .getByRole('button', { name: /^Pourquoi/ })
    .click();
  await expect(found.first().getByRole('region')).toContainText(/Rang 1 sur 185/, firstAnswer);
  await found
    .first()
    .getByRole('button', { name: /^Replier/ })
    .click();
  for (const index of [0, 1]) await verb(found.nth(index), 'Comparer').click();
  await page.getByRole('button', { name: 'Comparer', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.fr.dialog });
  await expect(dialog.getByRole('row').nth(1)).toContainText(/Rang 1 sur 185.*Rang 2 sur 185/s);
  expect(await violations(page)).toEqual([]);
});

test('settings hold the name, and tell how the proposals stood the test', async ({ sample }) => {
  const { page } = sample;
  await openOffer(sample);
  await verb(proposed(page).nth(0), 'Accepter').click();
  await expect(chosen(page, words.fr)).toHaveCount(1);
  await sample.goTo('Réglages');
  const card = page.getByRole('region', { name: 'Décisions et propositions' });
  await expect(card).toContainText('Sur 1 offre décidée');
  await expect(card).toContainText('1 – la première proposition a été acceptée');
  await expect(card).toContainText('Sous 5 offres, un pourcentage tromperait');
  const you = page.getByRole('form', { name: 'Vous' });
  await you.getByRole('textbox', { name: 'Votre nom' }).fill('Jean Roche');
  await you.getByRole('button', { name: 'Enregistrer' }).click();
  await sample.visit(accounting);
  await page.locator('[role="row"][data-id]').first().getByRole('gridcell').first().click();
  await expect(chosen(page, words.fr).first()).toContainText('Acceptée par Jean Roche');
  expect(await violations(page)).toEqual([]);
});
