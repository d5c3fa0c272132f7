import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitedPassage, Explanation } from '../../src/shared/domain/explanation/explanation';
import { formationIdSchema, offerIdSchema, type FormationId, type OfferId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import { isJobOver } from '../../src/shared/domain/job';
import { createEmbedder, createMatcher } from '../../src/main/workers/adapters';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { buildEntries } from '../support/build-entry';
import { openApp, type OpenApp } from '../support/open-app';

// The reasons of pairs of the sample university and of offers written for it, with the real model and the real database.
const root = resolve(import.meta.dirname, '../..');
const modelFolder = join(root, 'models/smart-recruiting-fr-v1');

const tasks = `Vous administrez des serveurs Linux, qualifiez les alertes du SIEM et automatisez la sauvegarde en Python.
Avantages : mutuelle, titres-restaurant, un SIEM offert à Noël.
Envoyez votre CV et votre lettre de motivation à l’équipe Linux.`;
const offers = [
  [
    'own',
    'Administrateur systèmes (H/F)',
    `Brumelis accueille à Lyon son futur administrateur.\n${tasks}`,
    'Brumelis',
    'Lyon',
  ],
  [
    'swapped',
    'Administratrice systèmes',
    `Cabinet Orval accueille à Nîmes sa future administratrice.\n${tasks}`,
    'Cabinet Orval',
    'Nîmes',
  ],
  ['short', 'Stage', '', 'Brumelis', 'Lyon'],
  ['apart', 'Maître-nageur', 'Surveiller le bassin, enseigner la brasse aux enfants.', 'Brumelis', 'Lyon'],
  [
    'hostile',
    '<script>alert("Linux")</script> 🎉 Administrateur réseau',
    `${'\u202eمهندس شبكات 🚀 '.repeat(50)}\n<b>Administrer</b> des serveurs <script>Linux</script> 🎉 et Cafe\u0301.\n${'x'.repeat(40_000)} ${'Administrer Linux, '.repeat(6_000)}`,
    'Brumelis',
    'Lyon',
  ],
] as const;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const offersCsv = [
  'id,title,description,company,city,contract_type,level,skills',
  ...offers.map((cells) =>
    [...cells.map(quoted), 'Alternance', 'Bac+5', cells[0] === 'short' ? '' : '"Linux | COBOL"'].join(','),
  ),
].join('\n');

let app: OpenApp;
let folder = '';
let dispose: () => Promise<unknown> = () => Promise.resolve();

async function take(kind: ImportKind, path: string): Promise<void> {
  const request = { fileId: app.fileStore.adopt(path), kind, format: null, mapping: null, dryRun: false };
  expect((await app.endOf((await app.client.imports.start(request)).jobId)).state).toBe('succeeded');
}

beforeAll(async () => {
  const entries = await buildEntries('reasons', {
    embed: 'src/main/workers/embed/entry.ts',
    match: 'src/main/workers/match/entry.ts',
  });
  const spawnEmbed = spawnThread(entries.embed, { args: [modelFolder] });
  const embedder = createEmbedder({ table: spawnEmbed, network: spawnEmbed });
  const matcher = createMatcher(spawnThread(entries.match, { args: [modelFolder] }));
  dispose = () => Promise.all([embedder.dispose(), matcher.dispose()]);
  app = await openApp({ embedder, matcher });
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  for (const kind of ['formations', 'offers'] as const) {
    const copy = join(folder, `${kind}.csv`);
    copyFileSync(join(root, `data/samples/${kind}.csv`), copy);
    await take(kind, copy);
  }
  const own = join(folder, 'own.csv');
  writeFileSync(own, offersCsv);
  await take('offers', own);
  const { rows } = await app.client.jobs.list({ page: 0, pageSize: 50 });
  for (const { id, state } of rows) if (!isJobOver(state)) await app.endOf(id);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await dispose();
  rmSync(folder, { recursive: true });
});

const idOf = (table: 'offer' | 'formation', reference: string): unknown =>
  app.database.read.prepare(`select id from ${table} where external_id = ?`).pluck().get(reference);
const offerId = (reference: string): OfferId => offerIdSchema.parse(idOf('offer', reference));
const formationId = (code: string): FormationId => formationIdSchema.parse(idOf('formation', code));

const formationCount = (): unknown => app.database.read.prepare('select count(*) from formation').pluck().get();

const explain = (offer: string, formation: string): Promise<Explanation> =>
  app.client.matches.explain({ offerId: offerId(offer), formationId: formationId(formation) });

/** What stands at the places of a passage in the originals, read anew. */
async function originals({ offerId, formationId, passages }: Explanation) {
  const offer = await app.client.offers.get({ offerId });
  const formation = await app.client.formations.get({ formationId });
  const offerTexts = {
    title: offer.rawTitle,
    description: offer.description,
    skill: offer.skills,
    keyword: [],
    job: [],
  };
  const { title, description, skills, keywords, jobs } = formation;
  const formationTexts = { title, description, skill: skills, keyword: keywords, job: jobs };
  const read = (texts: typeof formationTexts, { field, item, start, end, words }: CitedPassage) => {
    const source = texts[field];
    const text = typeof source === 'string' ? source : (source[item] ?? '');
    return { text: text.slice(start, end), words: words.map((word) => text.slice(word.start, word.end)) };
  };
  return passages.map((pair) => [read(offerTexts, pair.offer), read(formationTexts, pair.formation)]);
}

describe('reasons', () => {
  it('cite the passages that meet, with the words that both have where they stand', async () => {
    const explanation = await explain('SV-2024-0066', 'BUT-RT-CYBER');
    const cited = await originals(explanation);
    expect(cited.map(([offer, formation]) => [offer?.text, formation?.text])).toEqual(
      explanation.passages.map(({ offer, formation }) => [offer.text, formation.text]),
    );
    expect(cited).toContainEqual([
      { text: 'Stage de fin d’études — Analyste SOC / détection d’intrusions', words: ['Analyste', 'SOC'] },
      { text: 'Analyste SOC junior', words: ['Analyste', 'SOC'] },
    ]);
    expect(cited.map(([offer]) => offer?.words).flat()).toContain('SIEM');
  });

  it('are the same for the same pair, whoever was explained meanwhile', async () => {
    const first = await explain('SV-2024-0016', 'DCG');
    await explain('SV-2024-0066', 'BUT-RT-CYBER');
    expect(await explain('SV-2024-0016', 'DCG')).toEqual(first);
    expect(first.standing?.rank).toBeLessThanOrEqual(3);
    expect(first.standing?.formations).toBe(formationCount());
    expect(first.shares.words + first.shares.meaning + first.shares.occupation).toBeCloseTo(1, 6);
    expect(first.occupations?.shared.map(({ code }) => code)).toContain('M1203');
  });

  it('give the standing that the ranking stored', async () => {
    const id = offerId('SV-2024-0016');
    const { matches } = await app.client.matches.ofOffer({ offerId: id });
    const explained = await Promise.all(
      matches
        .slice(0, 3)
        .map(({ formation }) => app.client.matches.explain({ offerId: id, formationId: formation.id })),
    );
    expect(explained.map(({ standing }) => [standing?.rank, standing?.score, standing?.semantic])).toEqual(
      matches.slice(0, 3).map(({ rank, score, semantic }) => [rank, score, semantic]),
    );
  });

  it('tell of a formation that was not proposed how far away it is', async () => {
    const { standing, passages, level, outcome } = await explain('SV-2024-0016', 'L-HIST');
    expect(passages).toEqual([]);
    expect(standing?.rank).toBeGreaterThan(20);
    expect(standing?.score).toBeLessThan(standing?.lastKeptScore ?? 0);
    expect(outcome).toBe('ranked');
    expect(level.formation).toBe(3);
  });

  it('compare skills, level and contract', async () => {
    const { skills, level, contract } = await explain('own', 'BUT-RT-CYBER');
    expect(skills.asked).toBe('listed');
    expect(skills.missing).toEqual(['COBOL']);
    expect(skills.shared.find(({ asked }) => asked === 'Linux')?.taught).toContain('Linux');
    expect(skills.beyond.length).toBeGreaterThan(2);
    expect(level).toEqual({ offer: [5], formation: 3, fit: 'below' });
    expect(contract.offer).toBe('work-study');
  });

  it('leave out benefits, application and company, and do not change with company, city or gender form', async () => {
    const mine = await explain('own', 'BUT-RT-CYBER');
    const theirs = await explain('swapped', 'BUT-RT-CYBER');
    const said = ({ passages }: Explanation) =>
      passages.map(({ offer, formation }) => [offer.field === 'title' ? 'title' : offer.text, formation.text]);
    expect(said(mine).length).toBeGreaterThan(0);
    expect(said(theirs)).toEqual(said(mine));
    expect(theirs.skills).toEqual(mine.skills);
    const cited = mine.passages.map(({ offer }) => offer.text).join('\n');
    expect(cited).toContain('SIEM');
    expect(cited).not.toMatch(/Noël|motivation|Brumelis|Lyon/);
  });

  it('say of an offer without text that there is nothing to compare', async () => {
    const explanation = await explain('short', 'BUT-RT-CYBER');
    expect(explanation).toMatchObject({
      outcome: 'insufficient-text',
      standing: null,
      shares: { words: 0, meaning: 0, occupation: 0 },
      passages: [],
    });
  });

  it('say that nothing suits where nothing does', async () => {
    const { passages, standing } = await explain('apart', 'DCG');
    expect(passages).toEqual([]);
    expect(standing?.formations).toBe(formationCount());
  });

  it('stand a hostile text: long, emoji, right to left, mark-up', async () => {
    const explanation = await explain('hostile', 'BUT-RT-CYBER');
    for (const [offer] of await originals(explanation)) {
      expect(offer?.words.every((word) => /^\p{L}+$/u.test(word))).toBe(true);
    }
    expect(explanation.passages.map(({ offer }) => offer.words.length > 0)).toContain(true);
    expect(explanation.passages.every(({ offer }) => offer.text.length <= 300)).toBe(true);
  });

  it('are the same for a text that nobody stored', async () => {
    const id = offerId('SV-2024-0016');
    const {
      rawTitle: title,
      description,
      skills,
      levels,
      contractType,
      city,
      company,
      contact,
    } = await app.client.offers.get({ offerId: id });
    const text = {
      title,
      description,
      skills,
      levels: [...levels],
      contractType,
      city,
      company: company?.name ?? null,
      contact: contact?.name ?? null,
    };
    const stored = await explain('SV-2024-0016', 'DCG');
    const { standing, shares, passages, skills: compared, level, contract } = stored;
    expect(await app.client.matches.explainText({ text, formationId: formationId('DCG') })).toMatchObject({
      ...{ standing, shares, passages, skills: compared, level, contract, formationId: stored.formationId },
    });
  });

  it('know no pair of what is not there', async () => {
    const wrong = app.client.matches.explain({ offerId: offerIdSchema.parse(9_999), formationId: formationId('DCG') });
    await expect(wrong).rejects.toMatchObject({ code: 'not-found' });
  });
});
