import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { formationDraft } from '../../../../tests/support/drafts';
import { openRecords } from '../../../../tests/support/open-records';
import { createOccupationService } from './occupation-service';
import { loadReferenceTables } from './reference-service';

const referenceDir = resolve(import.meta.dirname, '../../../../data/reference');

async function openOccupations() {
  const records = openRecords();
  await loadReferenceTables(records.database, referenceDir);
  const service = createOccupationService(records.database, referenceDir);
  return { records, service, [Symbol.asyncDispose]: () => records[Symbol.asyncDispose]() };
}

it('finds occupations by number and by title, accents and case aside', async () => {
  await using opened = await openOccupations();
  const { service } = opened;
  expect(service.list('m1203')).toEqual([{ code: 'M1203', label: expect.stringMatching(/omptable/) as unknown }]);
  expect(
    service
      .list('DEVELOPPEUR web')
      .map(({ label }) => label)
      .join(),
  ).toMatch(/Développeur/);
  expect(service.list('').length).toBe(50);
  expect(service.list('zzyzx "NEAR*')).toEqual([]);
});

it('shows an occupation with what ROME and the offers say of it', async () => {
  await using opened = await openOccupations();
  const { records, service } = opened;
  await records.database.write((db) => {
    const intake = records.formationService.openIntake(db, null);
    intake.put(formationDraft({ title: 'Comptabilité', romeCodes: ['M1203'] }));
    intake.put(formationDraft({ title: 'Droit', romeCodes: ['K1903'] }));
    const add = db.prepare(
      `insert into offer (title, raw_title, description, status, academic_year, title_key, content_hash, created_at, updated_at, rome_code)
       values (?, ?, '', 'published', 2025, lower(?), ?, '2026-01-01', '2026-01-01', 'M1203')`,
    );
    ['Comptable', 'comptable', 'Aide comptable'].forEach((title, index) => add.run(title, title, title, `${index}`));
    const skill = db.prepare('insert into skill (id, label, label_key) values (?, ?, ?)');
    skill.run(1, 'Faire preuve de rigueur et de précision', 'faire preuve de rigueur et de precision');
    skill.run(2, 'Sage 100', 'sage 100');
    for (const [offer, known] of [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 1],
    ] as const) {
      db.prepare('insert into offer_skill (offer_id, position, skill_id) values (?, ?, ?)').run(offer, known, known);
    }
  });
  const sheet = service.sheet('M1203');
  expect(sheet).toMatchObject({
    ...{ code: 'M1203', offerCount: 3, formations: [{ title: 'Comptabilité' }] },
    titles: [{ count: 2 }, { title: 'Aide comptable', count: 1 }],
    domains: [{ code: 'M' }, { code: 'M12' }],
  });
  // ROME's own qualities, the most asked for first; what offers alone name stands behind ROME's knowledge.
  expect(sheet.soft.map(({ isOfRome, offerCount }) => [isOfRome, offerCount])).toEqual([
    [true, 2],
    [true, 0],
    [true, 0],
  ]);
  expect(sheet.hard.at(-1)).toEqual({ code: null, label: 'Sage 100', isOfRome: false, offerCount: 2 });
  expect(sheet.near.length).toBeGreaterThan(3);
});

it('says of a code that ROME does not have that it does not', async () => {
  await using opened = await openOccupations();
  const { service } = opened;
  expect(() => service.sheet('A9999')).toThrow('ROME has no occupation A9999.');
});
