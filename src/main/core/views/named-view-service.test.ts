import { expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { createNamedViewService } from './named-view-service';

const opened = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-09T09:00:00Z');

it('are kept by page and name, renamed, and come back under their id after a removal', async () => {
  await using place = openTemporaryDatabase();
  const views = createNamedViewService({ database: place.database, clock: { now: () => opened } });
  const page = 'dashboards';
  const rectorate = await views.save({ viewId: null, page, name: 'Rectorat', address: 'tab=trends' });
  const health = await views.save({ viewId: null, page, name: 'École de santé', address: 'domain=Sant%C3%A9' });
  const search = await views.save({ viewId: null, page: 'search', name: 'Rectorat', address: 'text=rectorat' });
  expect(views.list(page)).toEqual([health, rectorate]);
  expect(views.list('search')).toEqual([search]);

  const renamed = await views.save({ viewId: rectorate.id, page, name: 'Conseil', address: 'tab=companies' });
  expect(renamed).toEqual({ ...rectorate, name: 'Conseil', address: 'tab=companies' });
  await views.remove(health.id);
  expect(views.list(page)).toEqual([renamed]);
  const { id, ...rest } = health;
  await views.save({ viewId: id, ...rest });
  expect(views.list(page)).toEqual([renamed, health]);
});

it('do not share a name, however it is written', async () => {
  await using place = openTemporaryDatabase();
  const views = createNamedViewService({ database: place.database, clock: { now: () => opened } });
  const first = await views.save({ viewId: null, page: 'search', name: 'Santé', address: '' });
  await expect(views.save({ viewId: null, page: 'search', name: 'SANTE', address: 'text=soin' })).rejects.toMatchObject(
    { code: 'conflict', reason: 'view-name-taken' },
  );
  expect(await views.save({ viewId: first.id, page: 'search', name: 'SANTÉ', address: '' })).toMatchObject({
    name: 'SANTÉ',
  });
});

it('remember when they were last looked at, whatever becomes of their name', async () => {
  await using place = openTemporaryDatabase();
  let now = opened;
  const views = createNamedViewService({ database: place.database, clock: { now: () => now } });
  const view = await views.save({ viewId: null, page: 'search', name: 'Data', address: 'text=data' });
  expect(view.seenAt).toBe(opened.toISOString());
  now = later;
  const renamed = await views.save({ viewId: view.id, page: 'search', name: 'Données', address: 'text=data' });
  expect(renamed.seenAt).toBe(opened.toISOString());
  await views.see(view.id);
  expect(views.list('search')).toMatchObject([{ seenAt: later.toISOString() }]);
});
