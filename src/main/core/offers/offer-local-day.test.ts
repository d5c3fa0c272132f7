import { afterEach, beforeEach, expect, it } from 'vitest';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';

const before = process.env['TZ'];

beforeEach(() => {
  process.env['TZ'] = 'Europe/Paris';
});

afterEach(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

const years = (records: OpenRecords) => [...records.offerService.all({})].map(({ academicYear }) => academicYear);
const take = (records: OpenRecords, city: string | null) =>
  records.asImport('offers', (db, importId) =>
    records.offerService.openIntake(db, importId).put(offerDraft({ externalId: '1', city }), offerContact()),
  );

it('puts an undated offer that comes on 1 September, half past midnight in Paris, in the year that begins', async () => {
  await using records = openRecords({ now: () => new Date('2026-08-31T22:30:00Z') });
  await take(records, null);
  expect(years(records)).toEqual([2026]);
  await take(records, 'Lyon');
  expect(years(records)).toEqual([2026]);
  await records.settingService.update({ academicYearStart: { month: 9, day: 2 } });
  expect(years(records)).toEqual([2025]);
  await records.settingService.update({ academicYearStart: { month: 9, day: 1 } });
  expect(years(records)).toEqual([2026]);
});
