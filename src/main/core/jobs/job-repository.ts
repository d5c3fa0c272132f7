import { count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { JobId } from '../../../shared/domain/ids';
import { jobSchema, type Job } from '../../../shared/domain/job';
import type { ReadDb, WriteDb } from '../db/open';
import { jobTable } from './job-table';

type JobRecord = typeof jobTable.$inferSelect;

/** The last id that a job was given; ids are given before a job is stored, which may have to wait. */
export function lastId(db: ReadDb): number {
  return db.prepare<number>(`select seq from sqlite_sequence where name = 'job'`).pluck().get() ?? 0;
}

/** Writes the whole state of a job, also of one that is not stored yet. */
export function put(db: WriteDb, job: Job): void {
  const state = {
    state: job.state,
    progress: job.progress && JSON.stringify(job.progress),
    summary: JSON.stringify(job.summary),
    error: job.error && JSON.stringify(job.error),
    startedAt: job.startedAt,
    endedAt: job.endedAt,
  };
  const { id, kind, subject, createdAt } = job;
  db.orm
    .insert(jobTable)
    .values({ id, kind, subject, createdAt, ...state })
    .onConflictDoUpdate({ target: jobTable.id, set: state })
    .run();
}

export function find(db: ReadDb, jobId: JobId): Job | null {
  const record = db.orm.select().from(jobTable).where(eq(jobTable.id, jobId)).get();
  return record ? toJob(record) : null;
}

/** Jobs with an id up to `upTo`, newest first, and how many there are. */
export function list(
  db: ReadDb,
  upTo: number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { rows: Job[]; total: number } {
  const isUpTo = sql`${jobTable.id} <= ${upTo}`;
  const records = db.orm
    .select()
    .from(jobTable)
    .where(isUpTo)
    .orderBy(desc(jobTable.id))
    .limit(limit)
    .offset(offset)
    .all();
  const total = db.orm.select({ total: count() }).from(jobTable).where(isUpTo).get()?.total ?? 0;
  return { rows: records.map(toJob), total };
}

/** Turns what an ended process left unfinished into `interrupted` and returns how many there were. */
export function interruptUnfinished(db: WriteDb, endedAt: string): number {
  return db.orm
    .update(jobTable)
    .set({ state: 'interrupted', endedAt })
    .where(inArray(jobTable.state, ['queued', 'running']))
    .run().changes;
}

/** What was written by an older version is checked like any input; what cannot be read is left out, not trusted. */
function toJob(record: JobRecord): Job {
  const fields = { id: record.id, kind: record.kind, subject: record.subject, state: record.state };
  const times = { createdAt: record.createdAt, startedAt: record.startedAt, endedAt: record.endedAt };
  const whole = jobSchema.safeParse({
    ...fields,
    ...times,
    progress: parse(record.progress),
    summary: parse(record.summary),
    error: parse(record.error),
  });
  return whole.success
    ? whole.data
    : jobSchema.parse({ ...fields, ...times, progress: null, summary: {}, error: null });
}

function parse(json: string | null): unknown {
  return json === null ? null : (JSON.parse(json) as unknown);
}
