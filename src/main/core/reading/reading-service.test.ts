import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import { createQuietLog } from '../../../../tests/support/quiet-log';
import { createWordEmbedder } from '../../../../tests/support/word-embedder';
import { AppError } from '../../../shared/domain/app-error';
import type { OfferFilter } from '../../../shared/contract/offers';
import { jobIdSchema, offerIdSchema, type OfferId } from '../../../shared/domain/ids';
import type { OfferDraft } from '../../../shared/domain/offer';
import { offerTextRules } from '../../../shared/domain/text/match-text';
import { createEmbeddingService } from '../embeddings/embedding-service';
import type { JobContext } from '../jobs/job-runner';
import type { Embedder, Matcher } from '../ports';
import { loadReferenceTables } from '../reference/reference-service';
import { createReadingService } from './reading-service';
import { openSkillFinder } from './skill-finder-service';

const referenceDir = resolve(import.meta.dirname, '../../../../data/reference');
const occupation = {
  weight: 0.8,
  prototypeWeight: 1,
  titleWeight: 1,
  temperature: 0.1,
  candidates: null,
  codeWeight: 0,
};

/** Says the same of every text: what there is to be tested is what becomes of it. */
const matcher: Pick<Matcher, 'occupations'> & { asked: number } = {
  asked: 0,
  occupations(vectors) {
    this.asked += 1;
    const parts = [
      { code: 'M1805', label: 'Développeur', part: 0.5, nearest: { code: 'M1855', label: 'Développeur web' } },
      { code: 'M1802', label: 'Administrateur', part: 0.2, nearest: { code: 'M1802', label: 'Administrateur' } },
      { code: 'E1104', label: 'Concepteur', part: 0.1, nearest: { code: 'E1104', label: 'Concepteur' } },
      { code: 'H1206', label: 'Ingénieur', part: 0.02, nearest: { code: 'H1206', label: 'Ingénieur' } },
    ];
    return Promise.resolve(Array.from({ length: vectors.length / 64 }, () => parts));
  },
};

function embedderOf(id: string): Embedder {
  const words = createWordEmbedder(id);
  return {
    ...words,
    model: async () => ({ ...(await words.model()), ranking: { ...(await words.model()).ranking, occupation } }),
  };
}

function open(records: OpenRecords, modelId = 'words') {
  const clock = { now: () => new Date('2026-03-02T09:00:00Z') };
  const { database } = records;
  const embeddingService = createEmbeddingService(database, embedderOf(modelId));
  return createReadingService({
    ...{ database, embeddingService, matcher, clock },
    skillFinder: openSkillFinder(referenceDir),
  });
}

function contextOf(signal = new AbortController().signal): JobContext {
  const silent = (): void => undefined;
  return { jobId: jobIdSchema.parse(1), signal, progress: silent, announce: silent, log: createQuietLog() };
}

async function addOffer(records: OpenRecords, draft: Partial<OfferDraft>): Promise<OfferId> {
  await records.asImport('offers', (db, importId) => {
    records.offerService.openIntake(db, importId).put(offerDraft(draft), offerContact());
  });
  return offerIdSchema.parse(records.database.read.prepare<number>('select max(id) from offer').pluck().get());
}

const skillsOf = (records: OpenRecords): unknown[] =>
  records.database.read
    .prepare(
      'select offer_id offer, label, origin from offer_any_skill join skill on skill.id = skill_id order by offer_id, position',
    )
    .all();

it('keeps what was read beside what was said, with the passages', async () => {
  await using records = openRecords();
  await loadReferenceTables(records.database, referenceDir);
  const description =
    'Stage de 6 mois. Étudiant en master 2, vous maîtrisez TypeScript. Gratification 1 000 € par mois.';
  const offerId = await addOffer(records, { title: 'Développeur web', description });
  const service = open(records);
  expect(service.ofOffer(offerId)).toBeNull();
  expect(await service.readStale(contextOf())).toBe(1);
  const reading = service.ofOffer(offerId);
  const passages = Object.entries(reading ?? {}).flatMap(([name, fact]) =>
    fact && 'passage' in fact ? [[name, description.slice(fact.passage.start, fact.passage.end)]] : [],
  );
  expect(passages).toEqual([
    ['contractType', 'Stage'],
    ['levels', 'master 2'],
    ['seniority', 'Stage'],
    ['duration', 'Stage de 6 mois'],
    ['pay', '1 000 € par mois'],
  ]);
  expect(reading).toMatchObject({
    domain: { code: 'M18', label: "Systèmes d'information et de télécommunication" },
    occupations: [{ code: 'M1805' }, { code: 'M1802' }, { code: 'E1104' }],
  });
  // The offer itself says no more than its author did.
  expect(records.offerService.get(offerId)).toMatchObject({ contractType: null, levels: [], domain: null, skills: [] });
  expect(skillsOf(records)).toEqual([
    { offer: offerId, label: 'Développement web', origin: 'read' },
    { offer: offerId, label: 'TypeScript', origin: 'read' },
  ]);
});

it('reads no skills for an offer whose author named some', async () => {
  await using records = openRecords();
  const offerId = await addOffer(records, { description: 'Vous connaissez TypeScript.', skills: ['Docker Swarm'] });
  await open(records).readStale(contextOf());
  expect(skillsOf(records)).toEqual([{ offer: offerId, label: 'Docker Swarm', origin: 'given' }]);
});

it('reads once, and again when text or model change', async () => {
  await using records = openRecords();
  const first = await addOffer(records, { externalId: 'A', description: 'Vous connaissez TypeScript.' });
  await addOffer(records, { externalId: 'B', description: 'Vous connaissez Python.' });
  const service = open(records);
  const model = () => embedderOf('words').model();
  expect(await service.isAnythingStale(model)).toBe(true);
  expect(await service.readStale(contextOf())).toBe(2);
  expect(await service.isAnythingStale(model)).toBe(false);
  expect(await service.readStale(contextOf())).toBe(0);
  await addOffer(records, { externalId: 'A', description: 'Vous connaissez Kotlin.' });
  expect(service.ofOffer(first)).toBeNull();
  expect(await service.readStale(contextOf())).toBe(1);
  expect(service.ofOffer(first)?.skills.map(({ label }) => label)).toContain('Kotlin');
  expect(await open(records, 'another').isAnythingStale(() => embedderOf('another').model())).toBe(true);
  expect(await open(records, 'another').readStale(contextOf())).toBe(2);
});

it('reads again what was read by other rules for the text of an offer', async () => {
  await using records = openRecords();
  await addOffer(records, { description: 'Vous connaissez TypeScript.' });
  const service = open(records);
  const model = () => embedderOf('words').model();
  expect(await service.readStale(contextOf())).toBe(1);
  const marked = records.database.read.prepare<string>('select version from offer_reading').pluck();
  const now = marked.get() ?? '';
  expect(now).toContain(`.${offerTextRules}:`);
  const before = now.replace(`.${offerTextRules}:`, `.${offerTextRules - 1}:`);
  await records.database.write((db) => {
    db.prepare('update offer_reading set version = ?').run(before);
  });
  expect(await service.isAnythingStale(model)).toBe(true);
  expect(await service.readStale(contextOf())).toBe(1);
  expect(marked.get()).toBe(now);
});

it('leaves with an import that is taken back', async () => {
  await using records = openRecords();
  const { importId } = await records.asImport('offers', (db, id) => {
    records.offerService
      .openIntake(db, id)
      .put(offerDraft({ description: 'Vous connaissez TypeScript.' }), offerContact());
  });
  await open(records).readStale(contextOf());
  await records.database.write((db) => records.offerService.undoImport(db, importId));
  const count = (table: string): unknown =>
    records.database.read.prepare(`select count(*) from ${table}`).pluck().get();
  expect([count('offer'), count('offer_reading'), count('offer_any_skill')]).toEqual([0, 0, 0]);
});

it('proposes no occupation for a text that says too little', async () => {
  await using records = openRecords();
  const offerId = await addOffer(records, { title: 'Stage', description: '' });
  const service = open(records);
  await service.readStale(contextOf());
  expect(service.ofOffer(offerId)).toMatchObject({
    occupations: [],
    domain: null,
    contractType: { value: 'internship' },
  });
});

it('fills the domain of the list of offers where its author named none', async () => {
  await using records = openRecords();
  await loadReferenceTables(records.database, referenceDir);
  await addOffer(records, { externalId: 'A', title: 'Développeur web' });
  await addOffer(records, { externalId: 'B', title: 'Développeur mobile', domain: 'Droit' });
  await open(records).readStale(contextOf());
  const rowsOf = (filter: OfferFilter) =>
    records.offerService
      .list({ filter, sort: { by: 'domain', direction: 'desc' }, page: 0, pageSize: 10 })
      .rows.map(({ title, domain, isDomainRead }) => [title, domain, isDomainRead]);
  const label = "Systèmes d'information et de télécommunication";
  const read = ['Développeur web', label, true];
  expect(rowsOf({})).toEqual([read, ['Développeur mobile', 'Droit', false]]);
  expect(rowsOf({ domain: label })).toEqual([read]);
  expect(records.offerService.count({ domain: label })).toBe(1);
  expect([...records.offerService.all({ domain: label })].map(({ domain }) => domain)).toEqual([null]);
  expect(records.offerService.facets().domains).toEqual(['Droit', label]);
});

it('stops between two batches when asked to', async () => {
  await using records = openRecords();
  await addOffer(records, { description: 'Vous connaissez TypeScript.' });
  const abort = new AbortController();
  abort.abort();
  await expect(open(records).readStale(contextOf(abort.signal))).rejects.toThrow(AppError);
  expect(skillsOf(records)).toEqual([]);
});
