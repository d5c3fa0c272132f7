import { expect, it } from 'vitest';
import type { GoBackCounts } from '../../src/shared/contract/imports';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

let now = new Date();
const clock = { now: () => now };

async function importAt(app: OpenApp, at: string, kind: 'offers' | 'formations', text: string) {
  now = new Date(at);
  const { importId, job } = await start(app, kind, await adopt(app, text));
  expect(job.error).toBeNull();
  return importId;
}

async function preview(app: OpenApp, at: string): Promise<GoBackCounts> {
  for await (const counts of app.client.imports.previewGoBack({ at })) return counts;
  throw new Error('Nothing was counted.');
}

const content = (app: OpenApp) => ({
  offers: app.database.read.prepare('select external_id, title, city from offer order by id').all(),
  formations: app.database.read.prepare('select title from formation order by id').pluck().all(),
});

/** Three imports on three days; the second changes what the first brought. */
async function threeDays(app: OpenApp) {
  await importAt(
    app,
    '2026-03-02T09:00:00Z',
    'offers',
    'référence;intitulé;ville\n1;Comptable;Lyon\n2;Juriste;Paris\n',
  );
  const first = content(app);
  await importAt(
    app,
    '2026-03-03T09:00:00Z',
    'offers',
    'référence;intitulé;ville\n1;Comptable;Nantes\n3;Soudeur;Lille\n',
  );
  await importAt(app, '2026-03-04T09:00:00Z', 'formations', 'intitulé\nDroit\n');
  now = new Date('2026-03-05T09:00:00Z');
  return { first, last: content(app) };
}

it('goes back to a day in one step, after a look at what that does, and forward again', async () => {
  await using app = await openApp({ clock });
  const { first, last } = await threeDays(app);
  const at = '2026-03-02T22:59:59.999Z';
  const looked = await preview(app, at);
  expect(looked).toMatchObject({ removed: 2, restored: 1, kept: 0 });
  expect(looked.imports.map(({ removed, restored }) => [removed, restored])).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(content(app)).toEqual(last);
  expect(await app.client.imports.lastGoBack({})).toBeNull();

  const { jobId } = await app.client.imports.goBack({ at });
  expect((await app.endOf(jobId)).summary).toEqual({ imports: 2, removed: 2, restored: 1, kept: 0 });
  expect(content(app)).toEqual(first);
  const undone = await app.client.imports.lastGoBack({});
  expect(undone).toEqual({ undoneAt: '2026-03-05T09:00:00.000Z', imports: 2 });
  await expect(app.client.imports.goBack({ at })).rejects.toMatchObject({ reason: 'import-not-undoable' });

  const forward = await app.client.imports.goForward({ undoneAt: undone?.undoneAt ?? '' });
  expect((await app.endOf(forward.jobId)).summary).toEqual({ imports: 2, restored: 3, kept: 0 });
  expect(content(app)).toEqual(last);
  expect(await app.client.imports.lastGoBack({})).toBeNull();
  await expect(app.client.imports.goForward({ undoneAt: undone?.undoneAt ?? '' })).rejects.toMatchObject({
    reason: 'import-not-redoable',
  });
});

it('keeps what somebody changed since, and says so beforehand', async () => {
  await using app = await openApp({ clock });
  await threeDays(app);
  await app.database.write(
    (db) =>
      void db
        .prepare("update offer set title = 'Soudeur de ponts', revision = revision + 1 where external_id = '3'")
        .run(),
  );
  const at = '2026-03-02T22:59:59.999Z';
  expect(await preview(app, at)).toMatchObject({ removed: 1, restored: 1, kept: 1 });
  const { jobId } = await app.client.imports.goBack({ at });
  await app.endOf(jobId);
  expect(content(app).offers).toMatchObject([{ city: 'Lyon' }, { city: 'Paris' }, { title: 'Soudeur de ponts' }]);
});

it('stops without a trace when it is cancelled', async () => {
  await using app = await openApp({ clock });
  const { last } = await threeDays(app);
  const { jobId } = await app.client.imports.goBack({ at: '2026-03-01T00:00:00.000Z' });
  await app.client.jobs.cancel({ jobId });
  const { state } = await app.endOf(jobId);
  // It may have been over before.
  expect(['cancelled', 'succeeded']).toContain(state);
  expect(content(app)).toEqual(state === 'cancelled' ? last : { offers: [], formations: [] });
});
