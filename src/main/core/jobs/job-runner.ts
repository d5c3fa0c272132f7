import type { Topic } from '../../../shared/contract/define';
import { AppError, throwIfCancelled, type ErrorDetails } from '../../../shared/domain/app-error';
import type { BackupReason } from '../../../shared/domain/backup';
import { jobIdSchema, type JobId } from '../../../shared/domain/ids';
import { isJobOver, type Job, type JobKind, type JobState, type JobStep } from '../../../shared/domain/job';
import { progressOf } from '../../../shared/domain/progress';
import type { Database } from '../db/open';
import type { ChangeFeed } from './change-feed';
import type { Clock, Log } from '../ports';
import { watchUse } from './watch-use';
import * as jobRepository from './job-repository';
import { publish, publishEveryMs, publishSoon, type PublishedJob } from './publish-job';
import { watchEntry } from './watch-job';

/** What a step of a job gets as its last parameter. */
export interface JobContext {
  readonly jobId: JobId;
  /** Aborts when the job is cancelled; steps look at it between batches and throw `cancelled`. */
  readonly signal: AbortSignal;
  /** Says how far the step is; as often as wanted, watchers are told at most ten times a second. */
  readonly progress: (step: JobStep, done: number, total: number | null) => void;
  /** Makes views of these topics ask again, for results that can be seen before the job is over. */
  readonly announce: (topics: readonly Topic[]) => void;
  readonly log: Log;
}

export interface JobRequest {
  readonly kind: JobKind;
  /** What the job works on, in the user's own words. */
  readonly subject: string;
  /** Topics announced when the job is over, whatever its end. */
  readonly changes: readonly Topic[];
  /**
   * Whether the job begins at once, beside those that wait for each other: for work of seconds that a person waits for
   * and that only needs the database, which lets one write after the other.
   */
  readonly isImmediate?: boolean;
  /** Named, a backup is made of what is stored before the work begins, where something has changed since the last one. */
  readonly backup?: BackupReason | undefined;
  /** The work; what it returns (counts and ids by name) becomes the job's summary. */
  run(context: JobContext): Promise<ErrorDetails>;
}

/** Runs stored jobs one after another, and immediate ones beside them. */
export interface JobRunner {
  /**
   * Queues the job and answers at once; it runs when those before it are over. It is stored as soon as a write that goes
   * on lets it: what is lost with the process until then never began.
   */
  start(request: JobRequest): Promise<JobId>;
  /** The job of this kind that is queued or running, oldest first. */
  active(kind: JobKind): Job | null;
  /** Whether a job waits or runs and nobody asked it to stop. */
  isGoingOn(jobId: JobId): boolean;
  get(jobId: JobId): Job;
  list(page: { readonly page: number; readonly pageSize: number }): { rows: Job[]; total: number };
  /** The job as it is now, then each time it changes, until it is over. */
  watch(jobId: JobId, signal: AbortSignal): AsyncIterable<Job>;
  /** Asks a job to stop. A job that is over stays as it is. Throws `not-found`. */
  cancel(jobId: JobId): Promise<void>;
  /** What makes the backups that jobs ask for; it never throws. */
  onBackup(make: (reason: BackupReason) => Promise<void>): void;
  /** Whether jobs of an earlier run of the application broke off and were found unfinished when this one began. */
  readonly foundInterrupted: boolean;
  /** Stops the running job, which becomes `interrupted`, and waits for it. */
  dispose(): Promise<void>;
}

export interface JobRunnerParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly feed: ChangeFeed;
  /** Turns an unforeseen error into one with an incident id, leaving AppErrors as they are. */
  readonly toAppError: (where: string, error: unknown) => AppError;
}

/** A step that does not listen to its signal is left behind after this; the next start finds it unfinished. */
const disposeWaitMs = 5_000;

interface LiveJob extends PublishedJob {
  readonly request: JobRequest;
  readonly abort: AbortController;
  isStored: boolean;
}

/** Opens the job queue of an application; jobs found unfinished in the database become `interrupted`. */
export async function createJobRunner(parts: JobRunnerParts): Promise<JobRunner> {
  const { database, clock, feed } = parts;
  const now = (): string => clock.now().toISOString();
  const live = new Map<JobId, LiveJob>();
  const waiting: LiveJob[] = [];
  let running: Promise<void> | null = null;
  const beside = new Set<Promise<void>>();
  let disposed = false;
  let makeBackup: (reason: BackupReason) => Promise<void> = () => Promise.resolve();
  // Beside the instance that writes, unfinished jobs are its own and going on.
  const interrupted = database.isReadOnly
    ? 0
    : await database.write((db) => jobRepository.interruptUnfinished(db, now()));
  let lastId = jobRepository.lastId(database.read);

  const store = async (entry: LiveJob): Promise<void> => {
    const { job } = entry;
    await database.write((db) => jobRepository.put(db, job));
    entry.isStored = true;
    if (isJobOver(job.state)) live.delete(job.id);
  };
  const tell = (entry: LiveJob, change: Partial<Job>): void => {
    entry.job = { ...entry.job, ...change };
    publish(entry);
    feed.announce(['jobs']);
  };
  /** Tells the state at once and stores it when the write that goes on is over. */
  const enterSoon = (entry: LiveJob, change: Partial<Job>): Promise<void> => {
    tell(entry, change);
    return store(entry).catch((error: unknown) => {
      parts.log.error('the state of a job was not stored', error, { jobId: entry.job.id, state: entry.job.state });
    });
  };
  /** Stores how a job ended before anybody hears of it. */
  const end = async (entry: LiveJob, change: Partial<Job>): Promise<void> => {
    const job = { ...entry.job, ...change };
    await database.write((db) => jobRepository.put(db, job));
    entry.isStored = true;
    tell(entry, change);
    live.delete(job.id);
  };

  const perform = async (entry: LiveJob): Promise<void> => {
    const { request, abort } = entry;
    const context: JobContext = {
      jobId: entry.job.id,
      signal: abort.signal,
      progress: (step, done, total) => {
        entry.job = { ...entry.job, progress: progressOf(request.kind, step, done, total) };
        publishSoon(entry);
      },
      announce: (topics) => feed.announce(topics),
      log: parts.log,
    };
    const startedMs = performance.now();
    const useOf = watchUse();
    void enterSoon(entry, { state: 'running', startedAt: now() });
    const how = await endOf(entry, context);
    await end(entry, { ...how, endedAt: now() });
    feed.announce(request.changes);
    parts.log.info('job over', {
      jobId: entry.job.id,
      kind: request.kind,
      state: entry.job.state,
      durationMs: Math.round(performance.now() - startedMs),
      ...useOf(),
    });
  };

  const endOf = async (entry: LiveJob, context: JobContext): Promise<Partial<Job>> => {
    try {
      throwIfCancelled(context.signal);
      if (entry.request.backup) await makeBackup(entry.request.backup);
      const summary = await entry.request.run(context);
      return { state: 'succeeded', summary, progress: completed(entry.job) };
    } catch (error) {
      if (context.signal.aborted) return { state: disposed ? 'interrupted' : 'cancelled' };
      const known = parts.toAppError(`job ${entry.request.kind}`, error);
      const state: JobState = known.code === 'cancelled' ? 'cancelled' : 'failed';
      return { state, error: state === 'failed' ? known.toWire() : null };
    }
  };

  const runOne = async (entry: LiveJob): Promise<void> => {
    try {
      await perform(entry);
    } catch (error) {
      // Only storing the state can fail here (a full disk); the queue has to go on, and watchers have to end.
      const failure = parts.toAppError('job state', error);
      entry.job = { ...entry.job, state: 'failed', error: failure.toWire(), endedAt: now() };
      publish(entry);
      live.delete(entry.job.id);
    }
  };

  const runWaiting = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) await runOne(entry);
    running = null;
  };

  // Begun in a later turn, so that the caller has the id before the first progress.
  const begin = (entry: LiveJob): void => {
    if (!entry.request.isImmediate) {
      waiting.push(entry);
      running ??= Promise.resolve().then(runWaiting);
      return;
    }
    const run: Promise<void> = Promise.resolve()
      .then(() => runOne(entry))
      .finally(() => beside.delete(run));
    beside.add(run);
  };

  const get = (jobId: JobId): Job => {
    const job = live.get(jobId)?.job ?? jobRepository.find(database.read, jobId);
    if (!job) throw new AppError('not-found', `There is no job ${jobId}.`, null, { jobId });
    return job;
  };

  return {
    // A backup is made while jobs go on, before an import above all: whoever restored it saw none of them break off.
    foundInterrupted: interrupted > 0 && database.restore?.state !== 'restored',

    async start(request) {
      if (disposed) throw new AppError('unavailable', 'The application is closing.');
      // Beside the instance that writes, this throws what there is to say.
      if (database.isReadOnly) await database.write(() => undefined);
      const id = jobIdSchema.parse((lastId += 1));
      const { kind, subject } = request;
      const times = { createdAt: now(), startedAt: null, endedAt: null };
      const entry: LiveJob = {
        job: { id, kind, subject, state: 'queued', progress: null, summary: {}, error: null, ...times },
        isStored: false,
        request,
        abort: new AbortController(),
        watchers: new Set(),
        publishedAtMs: -publishEveryMs,
        timer: null,
      };
      live.set(id, entry);
      void enterSoon(entry, {});
      begin(entry);
      return id;
    },

    active(kind) {
      for (const { job } of live.values()) if (job.kind === kind && !isJobOver(job.state)) return job;
      return null;
    },

    isGoingOn(jobId) {
      const entry = live.get(jobId);
      return entry !== undefined && !isJobOver(entry.job.state) && !entry.abort.signal.aborted;
    },

    get,

    list({ page, pageSize }) {
      const waitingToBeStored = [...live.values()].filter(({ isStored }) => !isStored).map(({ job }) => job);
      // Stored in the order of their ids, so that those of the database are the older ones.
      const upTo = (waitingToBeStored[0]?.id ?? Number.MAX_SAFE_INTEGER) - 1;
      const offset = page * pageSize;
      const newest = waitingToBeStored.toReversed().slice(offset, offset + pageSize);
      const { rows, total } = jobRepository.list(database.read, upTo, {
        offset: Math.max(0, offset - waitingToBeStored.length),
        limit: pageSize - newest.length,
      });
      const stored = rows.map((job) => live.get(job.id)?.job ?? job);
      return { rows: [...newest, ...stored], total: total + waitingToBeStored.length };
    },

    async *watch(jobId, signal) {
      const entry = live.get(jobId);
      if (!entry) {
        yield get(jobId);
        return;
      }
      yield* watchEntry(entry, signal);
    },

    async cancel(jobId) {
      const entry = live.get(jobId);
      if (!entry) return void get(jobId);
      entry.abort.abort();
      const place = waiting.indexOf(entry);
      if (place < 0) return;
      waiting.splice(place, 1);
      // The write may have to wait long: whoever cancels need not.
      await Promise.race([enterSoon(entry, { state: 'cancelled', endedAt: now() }), passed(0)]);
    },

    onBackup(make) {
      makeBackup = make;
    },

    async dispose() {
      disposed = true;
      const left = waiting.splice(0);
      for (const entry of live.values()) entry.abort.abort();
      const ends = left.map((entry) => enterSoon(entry, { state: 'interrupted', endedAt: now() }));
      await Promise.race([Promise.all([running, ...beside, ...ends]), passed(disposeWaitMs)]);
    },
  };
}

function completed(job: Job): Job['progress'] {
  return job.progress && { ...job.progress, ratio: 1 };
}

function passed(timeMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, timeMs).unref());
}
