import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formToRank } from '../../src/shared/domain/form-to-rank';
import { emptyOfferForm } from '../../src/shared/domain/offer-form';
import type { Embedder, Matcher } from '../../src/main/core/ports';
import { defaultRankingParameters } from '../../src/shared/domain/score';
import { openApp, type OpenApp } from '../support/open-app';
import { createDirectMatcher, createWordEmbedder } from '../support/word-embedder';

async function takeFormations(app: OpenApp, name: string, lines: string, columns = 'id,title'): Promise<void> {
  const path = join(app.dataDir, name);
  await writeFile(path, `${columns}\n${lines}`);
  const file = { fileId: app.fileStore.adopt(path), kind: 'formations', format: null, mapping: null } as const;
  await app.endOf((await app.client.imports.start({ ...file, dryRun: false })).jobId);
}

async function rank(app: OpenApp): Promise<void> {
  await app.endOf((await app.client.matches.refresh({})).jobId);
}

/** What others wait for until it is opened. */
function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

it('stores rankings with the formations of now while a text is compared with those of before', async () => {
  const words = createWordEmbedder();
  const direct = createDirectMatcher();
  const isAsked = createGate();
  const mayGoOn = createGate();
  let preview: Promise<unknown> | null = null;
  const embedder: Embedder = {
    ...words,
    async embed(texts, signal) {
      if (texts.some((text) => text.includes('zorglub'))) {
        isAsked.open();
        await mayGoOn.opened;
      }
      return await words.embed(texts, signal);
    },
  };
  let isJobToWait = false;
  const matcher: Matcher = {
    ...direct,
    async rank(...request) {
      if (isJobToWait) {
        isJobToWait = false;
        mayGoOn.open();
        await preview;
      }
      return await direct.rank(...request);
    },
  };
  await using app = await openApp({ embedder, matcher });
  const { client } = app;
  await takeFormations(app, 'before.csv', 'F1,Master Droit social\nF2,Licence Informatique\n');
  const form = { ...emptyOfferForm, title: 'Juriste droit social', description: 'Vous rédigez des contrats.' };
  const { offerId } = await client.offers.save({ offerId: null, revision: null, form, hasNames: true });
  await rank(app);
  const said = { title: 'zorglub droit', description: '', skills: [], company: null, contact: null, city: null };
  preview = client.matches.preview(said);
  await isAsked.opened;
  isJobToWait = true;
  await takeFormations(app, 'after.csv', 'F1,Licence Cuisine\n');
  await rank(app);
  const stored = await client.matches.ofOffer({ offerId });
  await client.settings.update({ matchThreshold: 0.01 });
  await client.settings.update({ matchThreshold: null });
  await rank(app);
  expect(stored).toEqual(await client.matches.ofOffer({ offerId }));
});

it('previews a form with a level as it is ranked once it is stored', async () => {
  const ranking = { ...defaultRankingParameters, levelWeight: 0.06 };
  const embedder = createWordEmbedder();
  const model = { ...(await embedder.model()), ranking };
  const levelled: Embedder = { ...embedder, model: () => Promise.resolve(model) };
  await using app = await openApp({ embedder: levelled, matcher: createDirectMatcher() });
  const { client } = app;
  await takeFormations(
    app,
    'levels.csv',
    'M,Informatique,Bac+5\nB,Informatique,Bac+2\nL,Histoire,Bac+3\n',
    'id,title,level',
  );
  await client.settings.update({ matchThreshold: 0 });
  const form = {
    ...emptyOfferForm,
    title: 'Développeur',
    description: 'Informatique, web et histoire de l’informatique.',
  };
  const previews = [];
  for (const levels of [[], [2], [5]]) {
    const said = { ...form, levels, contractType: 'work-study' as const };
    const { offerId } = await client.offers.save({ offerId: null, revision: null, form: said, hasNames: true });
    await rank(app);
    const preview = await client.matches.preview(formToRank(said));
    expect(preview.matches).toEqual((await client.matches.ofOffer({ offerId })).matches);
    previews.push(preview.matches);
  }
  const [none, low, high] = previews;
  expect(low).not.toEqual(none);
  expect(low).not.toEqual(high);
});
