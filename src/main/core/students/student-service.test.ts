import { expect, it } from 'vitest';
import { formationDraft } from '../../../../tests/support/drafts';
import { openRecords } from '../../../../tests/support/open-records';
import { createDirectMatcher, createWordEmbedder } from '../../../../tests/support/word-embedder';
import type { FormationId } from '../../../shared/domain/ids';
import { wishToRank } from '../../../shared/domain/wish';
import { createEmbeddingService } from '../embeddings/embedding-service';
import { createPreviewService } from '../matching/preview-service';
import { createStudentService } from './student-service';

const ids = (...numbers: number[]) => numbers as FormationId[];

it('says which jobs the offers show behind a formation, whatever their contract and gender form', async () => {
  await using records = openRecords();
  const { database } = records;
  await database.write((db) => {
    const intake = records.formationService.openIntake(db, null);
    for (const title of ['Informatique', 'Droit']) {
      const prerequisites = 'Bac, de préférence scientifique.\nContact : Nadège Ferrandier, nadege@univ.example';
      intake.put(formationDraft({ title, component: 'IUT', jobs: ['Développeur web'], capacity: 24, prerequisites }));
    }
    db.prepare("update component set city = 'Valmont'").run();
    const add = db.prepare(
      `insert into offer (id, title, raw_title, description, status, academic_year, title_key, content_hash, created_at, updated_at)
       values (?, ?, ?, '', ?, 2025, lower(?), ?, '2026-01-01', '2026-01-01')`,
    );
    const offers = [
      ...[['Développeur web', 'published'] as const, ['Développeur web', 'filled'] as const],
      ...[['Stage développeuse web', 'published'] as const, ['Testeur', 'published'] as const],
      ...[['Juriste', 'draft'] as const, ['Pas classée', 'published'] as const, ['Choisie', 'published'] as const],
    ];
    offers.forEach(([title, status], index) => {
      const id = index + 1;
      add.run(id, title, title, status, title, `${id}`);
      db.prepare("insert into match values (?, 1, 1, 'm', 0.9, 0.5, 0.5)").run(id);
      if (title === 'Pas classée') return;
      db.prepare("insert into ranking values (?, 'm', 'b', 'ranked', 0.9, '2026-01-01')").run(id);
    });
  });
  const service = createStudentService(records);
  const [first, second, ...others] = service.outlooks(ids(2, 1, 99));
  expect(others).toEqual([]);
  expect(first).toMatchObject({ formationId: 2, offerCount: 0, titles: [] });
  expect(second).toEqual({
    ...{ formationId: 1, city: 'Valmont', capacity: 24, jobs: ['Développeur web'], offerCount: 5 },
    prerequisites: expect.stringMatching(/^Bac, de préférence scientifique\.(?![\s\S]*nadege)/) as string,
    titles: [
      { title: 'Développeur web', count: 3 },
      { title: 'Choisie', count: 1 },
      { title: 'Testeur', count: 1 },
    ],
  });
});

it('name, e-mail, telephone, age and address never reach the encoder', async () => {
  await using records = openRecords();
  await records.database.write((db) => {
    records.formationService.openIntake(db, null).put(formationDraft({ title: 'Soins infirmiers' }));
  });
  const embedder = createWordEmbedder();
  const embeddingService = createEmbeddingService(records.database, embedder);
  const service = createPreviewService({ ...records, embedder, embeddingService, matcher: createDirectMatcher() });
  const never = new AbortController().signal;
  const embeddedFor = async (self: string): Promise<string | undefined> => {
    const text = wishToRank(`${self} Je voudrais soigner des personnes âgées dans un hôpital.`);
    if (text) await service.preview(text, never);
    return embedder.embedded.at(-1);
  };
  const plain = await embeddedFor('');
  expect(plain).toContain('soigner');
  for (const self of [
    'Je m’appelle Camille Dupont, j’ai 19 ans.',
    'Je suis Karim Benali, né le 3 mai 2007 à Lyon.',
    'Zoé Hébrard, 12 rue des Lilas, 38000 Grenoble, zoe@exemple.example, 06 12 34 56 78.',
  ]) {
    const said = await embeddedFor(self);
    expect(said).not.toMatch(/camille|dupont|karim|benali|hebrard|lila|grenoble|lyon|19|2007|38000|exemple/);
  }
});
