import { expect, it } from 'vitest';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords } from '../../../../tests/support/open-records';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { OfferDraft } from '../../../shared/domain/offer';

const months = (min: number, max = min) => ({ duration: { unit: 'month', min, max } }) as const;
const from = (on: string) => ({ start: { kind: 'date', on } }) as const;

/** The titles that somebody is told of who is free between two days; the clock stands on 2 March 2026. */
async function possible(
  drafts: readonly Partial<OfferDraft>[],
  free: { readonly availableFrom?: string; readonly availableTo?: string },
): Promise<string[]> {
  await using records = openRecords();
  await records.database.write((db) => {
    const intake = records.offerService.openIntake(db, null);
    drafts.forEach((said, index) => intake.put(offerDraft({ externalId: `${index}`, ...said }), offerContact()));
  });
  const { rows } = records.offerService.list({
    ...{ filter: free, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 50 },
  });
  return rows.map(({ title }) => title);
}

it('is met by a start within it, up to two weeks early, and by what names none', async () => {
  const offers = [
    { title: 'A sans dates' },
    { title: 'B dès que possible', start: { kind: 'as-soon-as-possible' } as const },
    { title: 'C deux semaines plus tôt', ...from('2026-03-18') },
    { title: 'D plus tôt encore', ...from('2026-03-17') },
    { title: 'E jusqu’à avril', start: { kind: 'range', from: '2026-01-01', to: '2026-04-10' } as const },
    { title: 'F le dernier jour', ...from('2026-06-30') },
    { title: 'G le lendemain', ...from('2026-07-01') },
  ];
  const first = ['A sans dates', 'B dès que possible', 'C deux semaines plus tôt', 'E jusqu’à avril'];
  expect(await possible(offers, { availableFrom: '2026-04-01', availableTo: '2026-06-30' })).toEqual([
    ...first,
    'F le dernier jour',
  ]);
  expect(await possible(offers, { availableFrom: '2026-04-01' })).toHaveLength(6);
  expect(await possible(offers, { availableTo: '2026-06-30' })).toHaveLength(6);
});

it('is long enough for the shortest length that is named, from the start or the first free day on', async () => {
  const offers = [
    { title: 'A trois mois', ...months(3) },
    { title: 'B trois à six mois', ...months(3, 6) },
    { title: 'C six mois', ...months(6) },
    { title: 'D trois mois, fin mai', ...months(3), ...from('2026-05-25') },
    { title: 'E quatorze semaines', duration: { unit: 'week', min: 14, max: 14 } as const },
    { title: 'F seize semaines', duration: { unit: 'week', min: 16, max: 16 } as const },
  ];
  const free = { availableFrom: '2026-04-01', availableTo: '2026-06-30' };
  expect(await possible(offers, free)).toEqual(['A trois mois', 'B trois à six mois', 'E quatorze semaines']);
  // Without a first day, from today on.
  expect(await possible(offers, { availableTo: '2026-06-30' })).toEqual([
    ...['A trois mois', 'B trois à six mois', 'E quatorze semaines', 'F seize semaines'],
  ]);
});

it('keeps what names no contract, level or town, unless its text was read to say another', async () => {
  const offers: readonly Parameters<typeof offerDraft>[0][] = [
    { title: 'A ne dit rien', contractType: null, levels: [], city: null },
    { title: 'B dit tout', contractType: 'internship', levels: [3], city: 'Grenoble' },
    { title: 'C autre contrat', contractType: 'permanent', levels: [], city: null },
    { title: 'D autre niveau', contractType: null, levels: [5], city: null },
    { title: 'E autre ville', contractType: null, levels: [], city: 'Brest' },
    { title: 'F lu autrement', contractType: null, levels: [], city: null },
  ];
  await using records = openRecords();
  await records.database.write((db) => {
    const intake = records.offerService.openIntake(db, null);
    offers.forEach((said, index) => intake.put(offerDraft({ externalId: `${index}`, ...said }), offerContact()));
    db.prepare(
      `insert into offer_reading (offer_id, version, contract_type, level_mask, read_at, facts)
       values (6, 'v', 'permanent', 32, '2026-01-01', '{}')`,
    ).run();
  });
  const kept = (filter: OfferFilter): string =>
    records.offerService
      .list({ filter, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 50 })
      .rows.map(({ title }) => title.slice(0, 1))
      .join('');
  const keepsUnsaid = true;
  expect([kept({ contractType: 'internship' }), kept({ level: 3 }), kept({ department: '38' })]).toEqual([
    'B',
    'B',
    'B',
  ]);
  expect(kept({ contractType: 'internship', keepsUnsaid })).toBe('ABDE');
  expect(kept({ level: 3, keepsUnsaid })).toBe('ABCE');
  expect(kept({ department: '38', keepsUnsaid })).toBe('ABCDF');
  expect(kept({ contractType: 'internship', level: 3, department: '38', keepsUnsaid })).toBe('AB');
});
