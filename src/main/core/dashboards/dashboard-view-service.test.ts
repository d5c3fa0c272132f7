import { expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { createDashboardViewService } from './dashboard-view-service';

const clock = { now: () => new Date('2026-03-02T09:00:00Z') };

it('are kept by name, renamed, and come back under their id after a removal', async () => {
  await using place = openTemporaryDatabase();
  const views = createDashboardViewService({ database: place.database, clock });
  const rectorate = await views.save({ viewId: null, name: 'Rectorat', address: 'tab=trends' });
  const health = await views.save({ viewId: null, name: 'École de santé', address: 'domain=Sant%C3%A9' });
  expect(views.list()).toEqual([health, rectorate]);

  const renamed = await views.save({ viewId: rectorate.id, name: 'Conseil', address: 'tab=companies' });
  expect(renamed).toEqual({ id: rectorate.id, name: 'Conseil', address: 'tab=companies' });
  await views.remove(health.id);
  expect(views.list()).toEqual([renamed]);
  await views.save({ viewId: health.id, name: health.name, address: health.address });
  expect(views.list()).toEqual([renamed, health]);
});

it('do not share a name, however it is written', async () => {
  await using place = openTemporaryDatabase();
  const views = createDashboardViewService({ database: place.database, clock });
  const first = await views.save({ viewId: null, name: 'Santé', address: '' });
  await expect(views.save({ viewId: null, name: 'SANTE', address: 'tab=trends' })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'view-name-taken',
  });
  expect(await views.save({ viewId: first.id, name: 'SANTÉ', address: '' })).toMatchObject({ name: 'SANTÉ' });
});
