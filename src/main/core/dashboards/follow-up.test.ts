import { expect, it } from 'vitest';
import { plainOffer, put, query, university } from '../../../../tests/support/dashboard-university';
import { openDashboards } from '../../../../tests/support/open-dashboards';

it('the time to fill is the middle of the days from deposit to filling, and none of too few offers', async () => {
  await using dashboards = openDashboards();
  const filled = (id: number, postedOn: string, filledOn: string | null, status: 'filled' | 'published' = 'filled') =>
    put(id, { ...plainOffer, postedOn, filledOn, status });
  await dashboards.change(
    ...university,
    ...filled(1, '2025-10-01', '2025-10-11'),
    ...filled(2, '2025-10-01', '2025-10-31'),
    ...filled(3, '2025-10-01', '2025-10-21'),
    // Filled before it was deposited, as far as anybody knows: at once.
    ...filled(4, '2025-10-05', '2025-10-01'),
    // One that a file brought as filled has no day, and one that is open again does not count.
    ...filled(5, '2025-10-01', null),
    ...filled(6, '2025-10-01', '2025-12-01', 'published'),
    ...filled(7, '2024-10-01', '2024-10-02'),
    ...put(8, { ...plainOffer, postedOn: '2025-10-01', sent: { sentOn: '2025-10-03', answeredOn: null } }),
    ...put(9, { ...plainOffer, postedOn: '2025-10-01', sent: { sentOn: '2025-10-03', answeredOn: '2025-10-09' } }),
  );
  const { filled: filling, sent, answered } = dashboards.engine.tab('offers', query({ year: 2025 }));
  expect({ now: filling.now, days: filling.medianDays, before: filling.medianDaysBefore }).toEqual({
    now: 4,
    days: 15,
    before: null,
  });
  expect([sent.now, answered.now, answered.part]).toEqual([2, 1, null]);
});

it('what became of both years counts up to the same day', async () => {
  await using dashboards = openDashboards();
  // Today is 10 February 2026: the offers of the year before had a year more for what came later.
  const sent = (id: number, postedOn: string, sentOn: string, answeredOn: string | null) =>
    put(id, { ...plainOffer, postedOn, sent: { sentOn, answeredOn } });
  const filled = (id: number, postedOn: string, filledOn: string, status: 'filled' | 'archived' = 'filled') =>
    put(id, { ...plainOffer, postedOn, filledOn, status, closedFrom: status === 'archived' ? 'filled' : null });
  await dashboards.change(
    ...university,
    ...sent(1, '2024-10-01', '2025-02-10', '2025-02-11'),
    ...sent(2, '2024-10-01', '2025-02-11', '2025-03-01'),
    ...sent(3, '2024-10-01', '2024-10-02', '2024-10-05'),
    // The clock of its answer was wrong: nothing is answered before it was sent.
    ...sent(4, '2024-10-01', '2025-06-01', '2025-01-01'),
    ...sent(5, '2025-10-01', '2026-02-10', '2026-02-10'),
    ...filled(11, '2024-10-01', '2024-10-11'),
    ...filled(12, '2024-10-01', '2025-02-10', 'archived'),
    ...filled(13, '2024-10-01', '2024-10-21', 'archived'),
    ...filled(14, '2024-10-01', '2025-02-11'),
    ...filled(15, '2025-10-01', '2025-12-01', 'archived'),
    ...put(16, { ...plainOffer, postedOn: '2025-10-01', status: 'filled' }),
  );
  const figures = (span: 'to-date' | 'whole') => {
    const tab = dashboards.engine.tab('offers', query({ year: 2025, span }));
    const both = (name: 'sent' | 'answered' | 'filled') => [tab[name].now, tab[name].before];
    const { undated, medianDaysBefore } = tab.filled;
    return { sent: both('sent'), answered: both('answered'), filled: both('filled'), undated, medianDaysBefore };
  };
  expect(figures('to-date')).toEqual({
    ...{ sent: [1, 2], answered: [1, 1], filled: [1, 3], undated: 1, medianDaysBefore: 20 },
  });
  expect(figures('whole')).toEqual({
    ...{ sent: [1, 4], answered: [1, 4], filled: [1, 4], undated: 1, medianDaysBefore: 76 },
  });
});
