import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import { createWordEmbedder } from '../../../../tests/support/word-embedder';
import type { TextToRank } from '../../../shared/domain/match';
import { createEmbeddingService } from '../embeddings/embedding-service';
import type { Embedder, Matcher } from '../ports';
import { loadReferenceTables } from '../reference/reference-service';
import { openSkillFinder } from './skill-finder-service';
import { createTextReadingService, type TextReadingService } from './text-reading-service';

const referenceDir = resolve(import.meta.dirname, '../../../../data/reference');
const never = new AbortController().signal;
const occupation = {
  weight: 0.8,
  prototypeWeight: 1,
  titleWeight: 1,
  temperature: 0.1,
  candidates: null,
  codeWeight: 0,
};
const words = createWordEmbedder();
const embedder: Embedder = {
  ...words,
  model: async () => ({ ...(await words.model()), ranking: { ...(await words.model()).ranking, occupation } }),
};
const developer = {
  code: 'M1805',
  label: 'Développeur',
  part: 0.8,
  nearest: { code: 'M1855', label: 'Développeur web' },
};
const matcher: Pick<Matcher, 'occupations'> = { occupations: () => Promise.resolve([[developer]]) };

async function open(records: OpenRecords): Promise<TextReadingService> {
  const { database } = records;
  await loadReferenceTables(database, referenceDir);
  const embeddingService = createEmbeddingService(database, embedder);
  return createTextReadingService({
    ...{ database, embedder, embeddingService, matcher },
    skillFinder: openSkillFinder(referenceDir),
  });
}

const text: TextToRank = {
  title: 'Stage développement web',
  description: 'Stage de 4 à 6 mois, niveau Bac+5. Vous développez en JavaScript et en SQL.',
  skills: [],
  company: null,
  contact: null,
  city: null,
};

it('reads a text that nobody stored, by its words and by what it is about', async () => {
  await using records = openRecords();
  const reading = await (await open(records)).read(text, never);
  expect(reading.contractType?.value).toBe('internship');
  expect(reading.duration?.value).toEqual({ unit: 'month', min: 4, max: 6 });
  expect(reading.levels?.value).toEqual([5]);
  expect(reading.skills.map(({ label }) => label)).toContain('JavaScript');
  expect(reading.occupations).toEqual([developer]);
  expect(reading.domain?.code).toBe('M18');
  expect(records.database.read.prepare('select count(*) from embedding').pluck().get()).toBe(0);
});

it('reads the words of a text that is too short to be about something', async () => {
  await using records = openRecords();
  const reading = await (await open(records)).read({ ...text, title: 'Stage', description: '6 mois' }, never);
  expect(reading).toMatchObject({ contractType: { value: 'internship' }, occupations: [], domain: null });
});
