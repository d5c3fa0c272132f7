import { describe, expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { createQuietLog } from '../../../../tests/support/quiet-log';
import type { Topic } from '../../../shared/contract/define';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { jobSchema, type Job } from '../../../shared/domain/job';
import type { Database } from '../db/open';
import { createChangeFeed } from './change-feed';
import * as jobRepository from './job-repository';
import { createJobRunner, type JobContext, type JobRequest } from './job-runner';

const never = new AbortController().signal;

async function open(database: Database) {
  const feed = createChangeFeed();
  const runner = await createJobRunner({
    database,
    feed,
    clock: { now: () => new Date('2026-03-02T09:00:00Z') },
    log: createQuietLog(),
    toAppError: (where, error) =>
      error instanceof AppError ? error : new AppError('internal', where, null, { incident: 'test-incident' }),
  });
  return { runner, feed };
}

function request(run: JobRequest['run'], changes: readonly Topic[] = []): JobRequest {
  return { kind: 'import', subject: 'offres.csv', changes, run };
}

async function collect(items: AsyncIterable<Job>): Promise<Job[]> {
  const all: Job[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Work that goes on until it is told to stop, and says when it began. */
function endless(): { readonly begun: Promise<void>; readonly run: JobRequest['run'] } {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  return {
    begun,
    run: async ({ signal }) => {
      begin();
      await new Promise<void>((stop) => signal.addEventListener('abort', () => stop(), { once: true }));
      throwIfCancelled(signal);
      return {};
    },
  };
}

describe('job runner', () => {
  it('runs a job to its end and stores what it says', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const jobId = await runner.start(
      request(({ progress }) => {
        progress('read', 10, 10);
        return Promise.resolve({ created: 10 });
      }),
    );
    await collect(runner.watch(jobId, never));
    const stored = jobRepository.find(place.database.read, jobId);
    expect(stored).toEqual({
      id: jobId,
      kind: 'import',
      subject: 'offres.csv',
      state: 'succeeded',
      progress: { step: 'read', done: 10, total: 10, ratio: 1 },
      summary: { created: 10 },
      error: null,
      createdAt: '2026-03-02T09:00:00.000Z',
      startedAt: '2026-03-02T09:00:00.000Z',
      endedAt: '2026-03-02T09:00:00.000Z',
    });
  });

  it('sends the present state first and ends with the final one', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const work = endless();
    const jobId = await runner.start(request(work.run));
    await work.begun;
    const watched = collect(runner.watch(jobId, never));
    await runner.cancel(jobId);
    const states = (await watched).map(({ state }) => state);
    expect([states.at(0), states.at(-1)]).toEqual(['running', 'cancelled']);
    expect((await collect(runner.watch(jobId, never))).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('tells of progress at most ten times a second, however often it is reported', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const run = async ({ progress }: JobContext) => {
      const end = performance.now() + 350;
      for (let done = 0; performance.now() < end; done += 1) {
        progress('read', done, null);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return {};
    };
    const jobId = await runner.start(request(run));
    const seen = (await collect(runner.watch(jobId, never))).filter(({ progress }) => progress !== null);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.length).toBeLessThan(9);
  });

  it('runs one job at a time, in order', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const trace: string[] = [];
    const step = (name: string) =>
      request(async () => {
        trace.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        trace.push(`${name} ends`);
        return {};
      });
    await runner.start(step('first'));
    const second = await runner.start(step('second'));
    await collect(runner.watch(second, never));
    expect(trace).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('never begins a job that was cancelled while it waited', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const first = endless();
    const firstId = await runner.start(request(first.run));
    let hasBegun = false;
    const secondId = await runner.start(
      request(() => {
        hasBegun = true;
        return Promise.resolve({});
      }),
    );
    await first.begun;
    await runner.cancel(secondId);
    await runner.cancel(firstId);
    await collect(runner.watch(firstId, never));
    expect(runner.list({ page: 0, pageSize: 10 }).rows.map(({ id, state }) => [id, state])).toEqual([
      [secondId, 'cancelled'],
      [firstId, 'cancelled'],
    ]);
    expect(hasBegun).toBe(false);
  });

  it('stores a known failure with its reason and an unforeseen one with an incident', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const known = await runner.start(
      request(() => Promise.reject(new AppError('invalid-input', 'Empty.', 'file-empty', { fileName: 'a.csv' }))),
    );
    const unforeseen = await runner.start(request(() => Promise.reject(new TypeError('x is undefined'))));
    await collect(runner.watch(unforeseen, never));
    expect(runner.get(known).error).toEqual({
      code: 'invalid-input',
      reason: 'file-empty',
      message: 'Empty.',
      details: { fileName: 'a.csv' },
    });
    expect(runner.get(unforeseen)).toMatchObject({
      state: 'failed',
      error: { code: 'internal', details: { incident: 'test-incident' } },
    });
  });

  const leaveUnfinished = (database: Database) =>
    database.write((db) => {
      const job = jobSchema.parse({
        ...{ id: 7, kind: 'rank', subject: 'all offers', state: 'running', progress: null, summary: {}, error: null },
        ...{ createdAt: '2026-03-01T00:00:00.000Z', startedAt: '2026-03-01T00:00:01.000Z', endedAt: null },
      });
      jobRepository.put(db, job);
      return job;
    });

  it('finds jobs that a former process left unfinished', async () => {
    await using place = openTemporaryDatabase();
    const left = await leaveUnfinished(place.database);
    const { runner } = await open(place.database);
    expect(runner.foundInterrupted).toBe(true);
    expect(runner.get(left.id)).toMatchObject({ state: 'interrupted', endedAt: '2026-03-02T09:00:00.000Z' });
  });

  it('calls nothing interrupted that went on while the restored backup was made', async () => {
    await using place = openTemporaryDatabase();
    await leaveUnfinished(place.database);
    const restore = { state: 'restored', path: 'backup', formerPath: null, failure: null } as const;
    const { runner } = await open({ ...place.database, restore });
    expect(runner.foundInterrupted).toBe(false);
  });

  it('answers at once while a long write goes on, and stores what it said afterwards', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const before = await runner.start(request(() => Promise.resolve({})));
    await collect(runner.watch(before, never));
    const writing = place.database.write(() => gate);
    const work = endless();
    const running = await runner.start(request(work.run));
    const queued = await runner.start(request(() => Promise.resolve({})));
    await work.begun;
    await runner.cancel(queued);
    const shown = [
      [queued, 'cancelled'],
      [running, 'running'],
      [before, 'succeeded'],
    ];
    const list = (page: number, pageSize: number) => {
      const { rows, total } = runner.list({ page, pageSize });
      expect(total).toBe(3);
      return rows.map(({ id, state }) => [id, state]);
    };
    expect([list(0, 5), list(0, 1), list(1, 2)]).toEqual([shown, shown.slice(0, 1), shown.slice(2)]);
    expect(jobRepository.find(place.database.read, queued)).toBeNull();
    release();
    await writing;
    await place.database.write(() => undefined);
    expect(jobRepository.find(place.database.read, queued)).toMatchObject({ state: 'cancelled' });
    expect(list(0, 5)).toEqual(shown);
    await runner.dispose();
  });

  it('leaves a running job interrupted when the application closes', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const work = endless();
    const jobId = await runner.start(request(work.run));
    const waiting = await runner.start(request(() => Promise.resolve({})));
    await work.begun;
    await runner.dispose();
    expect([runner.get(jobId).state, runner.get(waiting).state]).toEqual(['interrupted', 'interrupted']);
    await expect(runner.start(request(() => Promise.resolve({})))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('announces its topics when it is over', async () => {
    await using place = openTemporaryDatabase();
    const { runner, feed } = await open(place.database);
    const stop = new AbortController();
    const heard = new Set<Topic>();
    const listening = (async () => {
      for await (const topics of feed.listen(stop.signal)) {
        for (const topic of topics) heard.add(topic);
        if (heard.has('offers')) return;
      }
    })();
    await runner.start(request(() => Promise.resolve({}), ['offers', 'imports']));
    await listening;
    expect([...heard].sort()).toEqual(['imports', 'jobs', 'offers']);
  });

  it('answers not-found for a job that never was', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const none = 4711 as Job['id']; // A number that no row has.
    expect(() => runner.get(none)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await expect(runner.cancel(none)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('answers with the job of a kind that is under way', async () => {
    await using place = openTemporaryDatabase();
    const { runner } = await open(place.database);
    const work = endless();
    const jobId = await runner.start(request(work.run));
    expect([runner.active('import')?.id, runner.active('rank')]).toEqual([jobId, null]);
    await runner.cancel(jobId);
    await collect(runner.watch(jobId, never));
    expect(runner.active('import')).toBeNull();
  });
});
