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
    ...put(8, { ...plainOffer, postedOn: '2025-10-01', sent: false }),
    ...put(9, { ...plainOffer, postedOn: '2025-10-01', sent: true }),
  );
  const { filled: filling, sent, answered } = dashboards.engine.tab('offers', query({ year: 2025 }));
  expect({ now: filling.now, days: filling.medianDays, before: filling.medianDaysBefore }).toEqual({
    now: 4,
    days: 15,
    before: null,
  });
  expect([sent.now, answered.now, answered.part]).toEqual([2, 1, null]);
});
