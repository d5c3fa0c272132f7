import { describe, expect, it } from 'vitest';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import type { OfferDraft } from '../../../shared/domain/offer';
import type { DueKind } from '../../../shared/domain/offer-life-cycle';

/** Offers as a file brings them, published; the clock stands on 2 March 2026. */
async function openWith(drafts: readonly Partial<OfferDraft>[]): Promise<OpenRecords> {
  const records = openRecords();
  await records.database.write((db) => {
    const intake = records.offerService.openIntake(db, null);
    drafts.forEach((said, index) => intake.put(offerDraft({ externalId: `${index}`, ...said }), offerContact()));
  });
  return records;
}

const titlesOf = ({ offerService }: OpenRecords, due: DueKind): string[] =>
  offerService
    .list({ filter: { due }, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 50 })
    .rows.map(({ title }) => title);

describe('offers that the calendar asks something of', () => {
  it('are past their last day from the day after, and near it for seven days before', async () => {
    await using records = await openWith([
      { title: 'Finie hier', expiresOn: '2026-03-01' },
      { title: 'Finie l’an dernier', expiresOn: '2025-03-02' },
      { title: 'Finit aujourd’hui', expiresOn: '2026-03-02' },
      { title: 'Finit dans sept jours', expiresOn: '2026-03-09' },
      { title: 'Finit dans huit jours', expiresOn: '2026-03-10' },
      { title: 'Sans échéance' },
    ]);
    expect(titlesOf(records, 'expired')).toEqual(['Finie hier', 'Finie l’an dernier']);
    expect(titlesOf(records, 'expiring')).toEqual(['Finit aujourd’hui', 'Finit dans sept jours']);
    expect(records.offerService.due()).toEqual({ expired: 2, expiring: 2, 'past-start': 0, drafts: 0 });
  });

  it('should have begun: the day is past, or both of a range', async () => {
    await using records = await openWith([
      { title: 'Devait commencer hier', start: { kind: 'date', on: '2026-03-01' } },
      { title: 'Commence aujourd’hui', start: { kind: 'date', on: '2026-03-02' } },
      { title: 'Devait commencer en février', start: { kind: 'range', from: '2026-02-01', to: '2026-02-28' } },
      { title: 'Peut encore commencer', start: { kind: 'range', from: '2026-02-01', to: '2026-03-02' } },
      { title: 'Dès que possible', start: { kind: 'as-soon-as-possible' } },
    ]);
    expect(titlesOf(records, 'past-start')).toEqual(['Devait commencer en février', 'Devait commencer hier']);
  });

  it('are open ones: nobody is reminded of a draft or of what is filled', async () => {
    const dates = { expiresOn: '2026-03-01', start: { kind: 'date', on: '2026-03-01' } } as const;
    await using records = await openWith(['A', 'B', 'C', 'D', 'E'].map((title) => ({ title, ...dates })));
    await records.database.write((db) => {
      const statuses = ['draft', 'published', 'transmitted', 'filled', 'archived'];
      statuses.forEach((status, index) =>
        db
          .prepare<unknown, [string, string]>('update offer set status = ? where external_id = ?')
          .run(status, `${index}`),
      );
    });
    expect(titlesOf(records, 'expired')).toEqual(['B', 'C']);
    expect(records.offerService.due()).toEqual({ expired: 2, expiring: 0, 'past-start': 2, drafts: 1 });
  });

  it('are counted in an index of their own, without the descriptions', async () => {
    await using records = await openWith([]);
    for (const sql of [
      "status in ('published', 'transmitted') and o.expires_on < ?",
      "status in ('published', 'transmitted') and coalesce(o.start_to, o.start_from) < ?",
    ]) {
      const plan = records.database.read
        .prepare<{ detail: string }, [string]>(
          `explain query plan select count(*) from offer o indexed by offer_by_due where ${sql}`,
        )
        .all('2026-03-02');
      expect(plan.map(({ detail }) => detail).join()).toContain('COVERING INDEX offer_by_due');
    }
  });
});
