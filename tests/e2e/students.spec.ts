import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { violations } from './support/violations';
import type { Application } from './pages/application';

/** The first question starts the thread and the encoder, which on a busy machine takes its time. */
const firstAnswer = { timeout: 45_000 };

const words = {
  fr: {
    add: 'Nouveau profil',
    name: 'Nom, ou ce qui permet de retrouver le profil',
    wishes: 'Ce qu’il ou elle cherche',
    consent: /L’étudiant accepte/,
    save: 'Enregistrer',
    openOffers: 'Offres ouvertes',
    waiting: 'Ce qui attend',
    came: '1 nouvelle offre pour 1 profil suivi',
    look: 'Consulter',
    new: 'Nouvelle',
    box: 'Ce que vous aimeriez étudier ou devenir',
    pick: /^Comparer\s:/,
    compare: 'Comparer',
    dialog: 'Comparer des formations',
    rank: /Rang 1 sur/,
    noLevel: 'n’indique pas de niveau',
  },
  en: {
    add: 'New profile',
    name: 'Name, or what the profile is found by',
    wishes: 'What they are looking for',
    consent: /The student agrees/,
    save: 'Save',
    openOffers: 'Open offers',
    waiting: 'What is waiting',
    came: '1 new offer for 1 profile followed',
    look: 'Look at it',
    new: 'New',
    box: 'What you would like to study or become',
    pick: /^Compare:/,
    compare: 'Compare',
    dialog: 'Compare formations',
    rank: /Rank 1 of/,
    noLevel: 'names no level',
  },
} as const;

/** Publishes an offer as somebody else of the office does meanwhile. */
async function publish(page: Page, title: string): Promise<void> {
  await page.evaluate(async (name) => {
    const call = async (procedure: string, input: unknown): Promise<unknown> => {
      const answer = await fetch(`/rpc/call/${procedure}`, {
        method: 'POST',
        headers: { 'x-page-key': window.localStorage.getItem('page-key') ?? '', 'content-type': 'application/json' },
        body: JSON.stringify({ input }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return ((await answer.json()) as { value: unknown }).value;
    };
    const { form } = (await call('offers.edit', { offerId: 1 })) as { form: Record<string, unknown> };
    const description =
      'Vous analyserez des échantillons en laboratoire, contrôlerez la qualité des produits et tiendrez à jour les résultats.';
    const nothing = { postedOn: null, start: null, expiresOn: null, duration: null, levels: [], externalId: null };
    const { offerId } = (await call('offers.save', {
      ...{ offerId: null, revision: null, hasNames: true },
      form: { ...form, ...nothing, title: name, description, contractType: 'internship' },
    })) as { offerId: number };
    await call('offers.act', { offerId, revision: null, action: 'publish', reason: null });
  }, title);
}

async function begin(sample: Application, language: 'fr' | 'en'): Promise<void> {
  if (language === 'en') await sample.choose('Switch to English');
}

for (const language of ['fr', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const text = words[language];
    test.describe(`${language}, ${theme}`, () => {
      test.use({ colorScheme: theme });

      test('a profile tells what came in since it was looked at, and Home leads there', async ({ sample }) => {
        test.slow();
        const { page } = sample;
        await begin(sample, language);
        await sample.visit('/students/profiles?open=new');
        await page.getByLabel(text.name).fill('Camille');
        await page
          .getByLabel(text.wishes)
          .fill('Je cherche un stage pour analyser des échantillons en laboratoire et contrôler la qualité');
        await page.getByRole('checkbox', { name: text.consent }).check();
        const seen = page.waitForResponse((answer) => answer.url().endsWith('candidates.see'), firstAnswer);
        await page.getByRole('button', { name: text.save }).click();
        await expect(page.getByRole('heading', { name: text.openOffers })).toBeVisible(firstAnswer);
        await seen;
        await publish(page, 'Stage essais et mesures');
        await sample.visit('/');
        const waiting = page.getByRole('region', { name: text.waiting });
        const came = waiting.getByRole('listitem').filter({ hasText: text.came });
        await expect(came).toBeVisible(firstAnswer);
        await came.getByRole('link', { name: text.look }).click();
        const offer = page.getByRole('listitem').filter({ hasText: 'Stage essais et mesures' });
        await expect(offer).toContainText(text.new, firstAnswer);
        await expect(page.getByText(text.new, { exact: true })).toHaveCount(1);
        expect(await violations(page), 'an opened profile').toEqual([]);
        await sample.visit('/');
        await expect(waiting.getByRole('listitem').first()).toBeVisible(firstAnswer);
        await expect(came).toHaveCount(0);
      });

      test('a student compares formations', async ({ sample }) => {
        const { page } = sample;
        await begin(sample, language);
        await sample.visit('/students/formation');
        await page
          .getByRole('textbox', { name: text.box })
          .fill('Je voudrais tenir la comptabilité et préparer des bilans');
        const found = page.getByRole('list', { name: 'Formations', exact: true }).getByRole('listitem');
        await expect(found.nth(1)).toBeVisible(firstAnswer);
        for (const index of [0, 1]) await found.nth(index).getByRole('button', { name: text.pick }).click();
        await page.getByRole('button', { name: text.compare, exact: true }).click();
        const dialog = page.getByRole('dialog', { name: text.dialog });
        await expect(dialog.getByRole('row').nth(1)).toContainText(text.rank, firstAnswer);
        // No offer is compared here, so none is blamed for naming no level.
        await expect(dialog).not.toContainText(text.noLevel);
        expect(await violations(page), 'compared formations').toEqual([]);
      });
    });
  }
}
