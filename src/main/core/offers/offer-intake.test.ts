import { describe, expect, it } from 'vitest';
import { fullOfferDraft, offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import type { ImportId, OfferId } from '../../../shared/domain/ids';
import type { OfferDraft } from '../../../shared/domain/offer';
import type { OfferContact } from '../../../shared/domain/offer-row';

type Row = readonly [OfferDraft, OfferContact?];

async function take(records: OpenRecords, rows: readonly Row[]) {
  return await records.asImport('offers', (db, importId) => {
    const intake = records.offerService.openIntake(db, importId);
    return rows.map(([draft, contact]) => intake.put(draft, contact ?? offerContact()));
  });
}

const undo = (records: OpenRecords, importId: ImportId) =>
  records.database.write((db) => records.offerService.undoImport(db, importId));

function idOf(records: OpenRecords, externalId: string): OfferId {
  const id = records.database.read
    .prepare<OfferId, [string]>('select id from offer where external_id = ?')
    .pluck()
    .get(externalId);
  if (id === undefined) throw new Error(`There is no offer ${externalId}.`);
  return id;
}

const all = (records: OpenRecords) => [...records.offerService.all({})];
const count = (records: OpenRecords, table: string): unknown =>
  records.database.read.prepare(`select count(*) from ${table}`).pluck().get();

describe('taking offers in', () => {
  it('keeps everything that the draft says', async () => {
    await using records = openRecords();
    const contact = offerContact({
      companyName: 'Nuvélia Systèmes',
      companySiret: '00091614800034',
      contactName: 'Maëlle Courtadon',
      contactEmail: 'm.courtadon@nuvelia.example',
    });
    await take(records, [[fullOfferDraft(), contact]]);
    const offer = records.offerService.get(idOf(records, 'REF-1'));
    expect(offer).toEqual({
      ...fullOfferDraft(),
      id: offer.id,
      place: { name: 'Saint-Étienne', communeCode: '42218', department: '42', region: '84', openAmong: [] },
      title: 'Développeur web',
      rawTitle: 'STAGE - DÉVELOPPEUR WEB (H/F)',
      status: 'published',
      closingReason: null,
      closedOn: null,
      packageOrigin: null,
      academicYear: 2025,
      company: { id: offer.company?.id, name: 'Nuvélia Systèmes' },
      contact: {
        id: offer.contact?.id,
        name: 'Maëlle Courtadon',
        email: 'm.courtadon@nuvelia.example',
        phone: null,
      },
      outcome: 'pending',
    });
    expect(offer.company && records.companyService.get(offer.company.id).siret).toBe('00091614800034');
  });

  it('keeps an offer of which only the title is known', async () => {
    await using records = openRecords();
    await take(records, [[offerDraft({ title: 'Comptable H/F' })]]);
    expect(all(records)).toEqual([
      {
        ...offerDraft(),
        id: 1,
        place: null,
        title: 'Comptable',
        rawTitle: 'Comptable H/F',
        status: 'published',
        closingReason: null,
        closedOn: null,
        packageOrigin: null,
        academicYear: 2025,
        company: null,
        contact: null,
        outcome: 'pending',
      },
    ]);
  });

  it('finds an offer again by source and reference', async () => {
    await using records = openRecords();
    const first = await take(records, [
      [offerDraft({ externalId: '7', source: 'A' })],
      [offerDraft({ externalId: '7', source: 'B' })],
      [offerDraft({ externalId: '7' })],
    ]);
    const second = await take(records, [
      [offerDraft({ externalId: '7', source: 'A' })],
      [offerDraft({ externalId: '7', source: 'B', title: 'Comptable' })],
      [offerDraft({ externalId: '7' })],
    ]);
    expect([first.result, second.result]).toEqual([
      ['created', 'created', 'created'],
      ['unchanged', 'updated', 'unchanged'],
    ]);
    expect(all(records).map(({ source, title }) => [source, title])).toEqual([
      ['A', 'Développeur web'],
      ['B', 'Comptable'],
      [null, 'Développeur web'],
    ]);
  });

  it('finds an offer without a reference again by all that it says, its company included', async () => {
    await using records = openRecords();
    const draft = offerDraft({ description: 'Le même texte.', skills: ['SQL'] });
    await take(records, [[draft, offerContact({ companyName: 'Octorive' })]]);
    const { result } = await take(records, [
      [draft, offerContact({ companyName: 'OCTORIVE SAS' })],
      [draft, offerContact({ companyName: 'Palissia' })],
      [{ ...draft, skills: ['Python'] }, offerContact({ companyName: 'Octorive' })],
    ]);
    expect(result).toEqual(['unchanged', 'created', 'created']);
  });

  it('completes an offer and keeps what a later file leaves out', async () => {
    await using records = openRecords();
    const contact = offerContact({ companyName: 'Octorive' });
    await take(records, [[fullOfferDraft(), contact]]);
    const { result } = await take(records, [
      [offerDraft({ externalId: 'REF-1', source: 'Jobteaser', title: 'Développeur mobile', city: 'Lyon' })],
    ]);
    const offer = records.offerService.get(idOf(records, 'REF-1'));
    expect(result).toEqual(['updated']);
    expect(offer).toMatchObject({
      ...fullOfferDraft({ title: 'Développeur mobile', city: 'Lyon' }),
      company: { name: 'Octorive' },
    });
    const again = await take(records, [
      [offerDraft({ externalId: 'REF-1', source: 'Jobteaser', title: 'Développeur mobile', city: 'Lyon' })],
    ]);
    expect(again.result).toEqual(['unchanged']);
  });

  it('derives the academic year from the day it was posted, else from its start, else from today', async () => {
    await using records = openRecords();
    await take(records, [
      [offerDraft({ externalId: '1', postedOn: '2025-08-31', start: { kind: 'date', on: '2025-09-01' } })],
      [offerDraft({ externalId: '2', start: { kind: 'date', on: '2025-09-01' } })],
      [offerDraft({ externalId: '3', start: { kind: 'range', from: '2023-01-10', to: '2024-12-01' } })],
      [offerDraft({ externalId: '4', start: { kind: 'as-soon-as-possible' } })],
    ]);
    expect(all(records).map(({ academicYear }) => academicYear)).toEqual([2024, 2025, 2022, 2025]);
  });

  it('moves every offer when the start of the year is moved', async () => {
    await using records = openRecords();
    await take(records, [
      [offerDraft({ externalId: '1', postedOn: '2025-08-31' })],
      [offerDraft({ externalId: '2', postedOn: '2025-08-19' })],
      [offerDraft({ externalId: '3' })],
    ]);
    await records.settingService.update({ academicYearStart: { month: 8, day: 20 } });
    expect(all(records).map(({ academicYear }) => academicYear)).toEqual([2025, 2024, 2025]);
    await records.settingService.update({ academicYearStart: { month: 3, day: 3 } });
    expect(all(records).map(({ academicYear }) => academicYear)).toEqual([2025, 2025, 2025]);
    await records.settingService.update({ academicYearStart: { month: 3, day: 2 } });
    expect(all(records).map(({ academicYear }) => academicYear)).toEqual([2025, 2025, 2026]);
  });
});

describe('companies and contacts on the way of offers', () => {
  it('are made once, whatever the spelling', async () => {
    await using records = openRecords();
    await take(records, [
      [offerDraft({ externalId: '1' }), offerContact({ companyName: 'Octorive', contactEmail: 'A@octorive.example' })],
      [
        offerDraft({ externalId: '2' }),
        offerContact({ companyName: 'OCTORIVE SAS', contactEmail: 'a@octorive.example' }),
      ],
      [offerDraft({ externalId: '3' }), offerContact({ companyName: 'Octorive', contactName: 'Yanis Brémontier' })],
      [offerDraft({ externalId: '4' }), offerContact({ contactPhone: '04 65 71 99 75' })],
    ]);
    expect([count(records, 'company'), count(records, 'contact')]).toEqual([1, 3]);
    expect(
      all(records).map(({ company, contact }) => [company?.name, contact?.name ?? contact?.email ?? contact?.phone]),
    ).toEqual([
      ['Octorive', 'A@octorive.example'],
      ['Octorive', 'A@octorive.example'],
      ['Octorive', 'Yanis Brémontier'],
      [undefined, '04 65 71 99 75'],
    ]);
  });

  it('are found by SIRET before name, and two SIRETs are two companies', async () => {
    await using records = openRecords();
    await take(records, [
      [offerDraft({ externalId: '1' }), offerContact({ companyName: 'Octorive', companySiret: '00013466800011' })],
      [offerDraft({ externalId: '2' }), offerContact({ companyName: 'Octo', companySiret: '00013466800011' })],
      [offerDraft({ externalId: '3' }), offerContact({ companyName: 'Octorive', companySiret: '00033853300011' })],
    ]);
    expect(all(records).map(({ company }) => company?.id)).toEqual([1, 1, 2]);
  });
});

describe('taking an import of offers back', () => {
  it('removes what it made, with the companies and contacts that nobody else uses', async () => {
    await using records = openRecords();
    await take(records, [[offerDraft({ externalId: '0' }), offerContact({ companyName: 'Octorive' })]]);
    const { importId } = await take(records, [
      [
        offerDraft({ externalId: '1', skills: ['SQL'] }),
        offerContact({ companyName: 'Octorive', contactName: 'Yanis' }),
      ],
      [offerDraft({ externalId: '2' }), offerContact({ companyName: 'Palissia', contactName: 'Soizic' })],
    ]);
    expect(await undo(records, importId)).toEqual({ removed: 2, restored: 0, kept: 0 });
    expect(all(records).map(({ externalId }) => externalId)).toEqual(['0']);
    expect([count(records, 'company'), count(records, 'contact'), count(records, 'offer_skill')]).toEqual([1, 0, 0]);
  });

  it('puts back what it changed, and lets the import before be taken back too', async () => {
    await using records = openRecords();
    const first = await take(records, [[fullOfferDraft(), offerContact({ companyName: 'Octorive' })]]);
    const before = all(records);
    const second = await take(records, [
      [fullOfferDraft({ title: 'Autre chose', skills: ['Rust'] }), offerContact({ companyName: 'Palissia' })],
    ]);
    expect(await undo(records, second.importId)).toEqual({ removed: 0, restored: 1, kept: 0 });
    expect(all(records)).toEqual(before);
    expect(await undo(records, first.importId)).toEqual({ removed: 1, restored: 0, kept: 0 });
    expect([count(records, 'offer'), count(records, 'company')]).toEqual([0, 0]);
  });

  it('keeps what was changed since', async () => {
    await using records = openRecords();
    const first = await take(records, [[offerDraft({ externalId: '1' })], [offerDraft({ externalId: '2' })]]);
    const second = await take(records, [[offerDraft({ externalId: '1', city: 'Lyon' })]]);
    await take(records, [[offerDraft({ externalId: '1', city: 'Annecy' })]]);
    expect(await undo(records, second.importId)).toEqual({ removed: 0, restored: 0, kept: 1 });
    expect(await undo(records, first.importId)).toEqual({ removed: 1, restored: 0, kept: 1 });
    expect(all(records).map(({ externalId, city }) => [externalId, city])).toEqual([['1', 'Annecy']]);
  });

  it('keeps an offer on which somebody decided', async () => {
    await using records = openRecords();
    const { importId } = await take(records, [[offerDraft({ externalId: '1' })], [offerDraft({ externalId: '2' })]]);
    await records.database.write((db) => {
      db.prepare(
        `insert into formation (id, title, title_key, identity_key, content_hash, created_at, updated_at, description)
         values (1, 'x', 'x', 'x', 'x', 'x', 'x', '')`,
      ).run();
      db.prepare(
        "insert into decision (offer_id, formation_id, kind, created_at) values (2, 1, 'accepted', 'x')",
      ).run();
    });
    expect(await undo(records, importId)).toEqual({ removed: 1, restored: 0, kept: 1 });
  });

  it('takes the corrected file in again', async () => {
    await using records = openRecords();
    const rows: Row[] = [[offerDraft({ externalId: '1' }), offerContact({ companyName: 'Octorive' })]];
    const { importId } = await take(records, rows);
    await undo(records, importId);
    expect((await take(records, rows)).result).toEqual(['created']);
  });

  it('counts a row that the file itself names twice as made by the import', async () => {
    await using records = openRecords();
    const { importId, result } = await take(records, [
      [offerDraft({ externalId: '1' })],
      [offerDraft({ externalId: '1', city: 'Lyon' })],
    ]);
    expect(result).toEqual(['created', 'updated']);
    expect(await undo(records, importId)).toEqual({ removed: 1, restored: 0, kept: 0 });
  });

  it('leaves a restored offer without the company that another undo has removed', async () => {
    await using records = openRecords();
    const first = await take(records, [[offerDraft({ externalId: '1' }), offerContact({ companyName: 'Octorive' })]]);
    const second = await take(records, [[offerDraft({ externalId: '1' }), offerContact({ companyName: 'Palissia' })]]);
    await undo(records, first.importId);
    expect(await undo(records, second.importId)).toEqual({ removed: 0, restored: 1, kept: 0 });
    expect(all(records).map(({ company }) => company)).toEqual([null]);
    expect(records.offerService.count({ text: 'octorive' })).toBe(0);
  });
});

it('lets others have their turn while an import with all its matches is taken back', async () => {
  await using records = openRecords();
  const { importId } = await take(
    records,
    Array.from({ length: 6_000 }, (_, index): Row => [offerDraft({ externalId: String(index), title: 'Stage' })]),
  );
  await records.database.write((db) => {
    db.prepare(
      `insert into formation (title, title_key, identity_key, content_hash, created_at, updated_at, description)
       values ('Droit', '', '', '', 'x', 'x', '')`,
    ).run();
    db.prepare(
      `insert into match (offer_id, rank, formation_id, model_id, score, semantic, lexical)
       select offer.id, r.value, 1, 'm', 0, 0, 0 from offer, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]') r`,
    ).run();
  });
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  const undoing = undo(records, importId);
  count();
  expect(await undoing).toEqual({ removed: 6_000, restored: 0, kept: 0 });
  isOver = true;
  // One turn before and one after is what a single statement would have left.
  expect(turns).toBeGreaterThan(4);
});
