import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src/shared/contract/define';
import { AppError } from '../../src/shared/domain/app-error';
import { directCsvReader, openApp } from '../support/open-app';
import { createWordEmbedder } from '../support/word-embedder';

describe('the application', () => {
  it('says what it is and which model it has', async () => {
    await using app = await openApp();
    expect(await app.client.host.info({})).toEqual({
      version: '0.0.0-test',
      shell: 'terminal',
      canRestart: false,
      dataDir: app.dataDir,
      model: { id: 'words', state: 'ready' },
      notices: [],
      updates: 'none',
    });
  });

  it.each([
    ['model-missing', 'missing'],
    ['model-damaged', 'damaged'],
  ] as const)('opens without its model: %s', async (reason, state) => {
    const embedder = {
      ...createWordEmbedder(),
      model: () => Promise.reject(new AppError('unavailable', 'No model.', reason, { modelId: 'fr-v1' })),
    };
    await using app = await openApp({ embedder });
    expect((await app.client.host.info({})).model).toEqual({ id: 'fr-v1', state });
  });

  it('announces what a call changed, first an empty list', async () => {
    await using app = await openApp();
    const changes = app.client.host.changes({})[Symbol.asyncIterator]();
    expect(await changes.next()).toEqual({ done: false, value: [] });
    await app.client.settings.update({ theme: 'dark' });
    expect(await changes.next()).toEqual({ done: false, value: ['settings', 'offers', 'matches'] });
    await changes.return?.();
  });

  it('announces what a job changed', async () => {
    await using app = await openApp();
    const heard = new Set<Topic>();
    const stop = new AbortController();
    const listening = (async () => {
      for await (const topics of app.client.host.changes({}, { signal: stop.signal })) {
        for (const topic of topics) heard.add(topic);
        if (heard.has('matches')) return;
      }
    })();
    const { jobId } = await app.client.university.loadSample({});
    await app.endOf(jobId);
    await listening;
    expect([...heard]).toEqual(expect.arrayContaining(['jobs', 'offers', 'formations', 'companies', 'matches']));
  });

  it('takes a cancelled sample back as a whole', async () => {
    await using app = await openApp();
    const { client } = app;
    const { jobId } = await client.university.loadSample({});
    for await (const job of client.jobs.watch({ jobId })) {
      if (job.progress?.step === 'commit') await client.jobs.cancel({ jobId });
    }
    expect((await app.endOf(jobId)).state).toBe('cancelled');
    expect(await client.university.overview({})).toMatchObject({ offers: 0, formations: 0, components: 0 });
    expect((await client.settings.get({})).universityName).toBe('');
  });

  it('refuses the sample while it is being loaded', async () => {
    await using app = await openApp();
    const { jobId } = await app.client.university.loadSample({});
    await expect(app.client.university.loadSample({})).rejects.toMatchObject({
      code: 'conflict',
      reason: 'job-running',
    });
    await app.client.jobs.cancel({ jobId });
  });

  it('keeps an unforeseen failure in the log under the id that the user is shown', async () => {
    const csvReader = {
      ...directCsvReader,
      // A reader that breaks in a way nobody thought of.
      read: () => {
        throw new RangeError('unforeseen');
      },
    };
    await using app = await openApp({ csvReader });
    const { jobId } = await app.client.university.loadSample({});
    const { state, error } = await app.endOf(jobId);
    expect({ state, code: error?.code }).toEqual({ state: 'failed', code: 'internal' });
    expect(error?.details['incident']).toMatch(/^[0-9a-f]{8}$/);
    expect(app.log.errors).toEqual([new RangeError('unforeseen')]);
  });

  it('tells a full disk instead of an incident, and leaves everything as it was', async () => {
    await using app = await openApp();
    await app.database.write((db) => void db.prepare('pragma max_page_count = 1').get());
    const { jobId } = await app.client.university.loadSample({}).catch((error: unknown) => {
      // Even the job may find no room for its own row.
      expect(error).toMatchObject({ code: 'unavailable', reason: 'disk-full' });
      return { jobId: null };
    });
    if (jobId !== null) expect((await app.endOf(jobId)).error).toMatchObject({ reason: 'disk-full' });
    expect(await app.client.university.overview({})).toMatchObject({ offers: 0, formations: 0 });
  });

  it('tells a database that broke while it was open', async () => {
    await using app = await openApp();
    // What a failing disk leaves behind: a table whose pages no longer say what they should.
    const disk = new BetterSqlite(app.database.path);
    disk.unsafeMode(true);
    disk.pragma('writable_schema = on');
    disk.exec(`update sqlite_schema set rootpage = (select rootpage from sqlite_schema where type = 'index' limit 1)
      where name = 'setting'`);
    // Has every connection read the schema again.
    disk.pragma('schema_version = 4711');
    disk.close();
    await expect(app.client.settings.update({ theme: 'dark' })).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'database-damaged',
    });
  });

  it('ends every stream when it closes', async () => {
    const app = await openApp();
    const changes = app.client.host.changes({})[Symbol.asyncIterator]();
    await changes.next();
    const waiting = changes.next();
    await app[Symbol.asyncDispose]();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});
