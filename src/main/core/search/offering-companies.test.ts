import { expect, it } from 'vitest';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords } from '../../../../tests/support/open-records';
import { offeringCompanies } from './offering-companies';

it('counts all offers of the titles that were found, copies once, drafts never, and tells the last contact', async () => {
  await using records = openRecords();
  const { database } = records;
  await database.write((db) => {
    const intake = records.offerService.openIntake(db, null);
    const put = (title: string, companyName: string, postedOn: string, city: string | null = null) =>
      intake.put(
        offerDraft({ externalId: `${title}${companyName}${postedOn}${city}`, title, postedOn, city }),
        offerContact({ companyName }),
      );
    put('Comptable', 'Abaque', '2025-10-01');
    put('Comptable', 'Abaque', '2025-10-02');
    put('Comptable', 'Abaque', '2024-10-01');
    put('Comptable', 'Abaque', '2025-10-03', 'Lyon');
    put('Juriste', 'Abaque', '2026-02-01');
    put('Comptable', 'Boulier', '2025-09-15');
    put('Comptable', 'Caché', '2025-09-15');
    db.prepare("update offer set status = 'draft' where id = 7").run();
    db.prepare("update offer set status = 'archived' where id = 3").run();
  });
  const found = offeringCompanies(database.read, [6, 1, 7], '2026-03-02');
  expect(
    found.map(({ name, offerCount, openCount, lastPostedOn, lastContactOn, closest }) => ({
      ...{ name, offerCount, openCount, lastPostedOn, lastContactOn, id: closest.offerId },
    })),
  ).toEqual([
    { name: 'Boulier', offerCount: 1, openCount: 1, lastPostedOn: '2025-09-15', lastContactOn: '2025-09-15', id: 6 },
    { name: 'Abaque', offerCount: 3, openCount: 2, lastPostedOn: '2025-10-03', lastContactOn: '2026-02-01', id: 1 },
  ]);
});
