import { count, desc, eq, inArray } from 'drizzle-orm';
import type { JobId } from '../../../shared/domain/ids';
import { jobSchema, type Job, type JobKind } from '../../../shared/domain/job';
import type { ReadDb, WriteDb } from '../db/open';
import { jobTable } from './job-table';

type JobRecord = typeof jobTable.$inferSelect;

/** Stores a new job as queued. */
export function insert(db: WriteDb, kind: JobKind, subject: string, createdAt: string): Job {
  return toJob(db.orm.insert(jobTable).values({ kind, subject, state: 'queued', createdAt }).returning().get());
}

/** Writes the whole state of a job. */
export function update(db: WriteDb, job: Job): void {
  db.orm
    .update(jobTable)
    .set({
      state: job.state,
      progress: job.progress && JSON.stringify(job.progress),
      summary: JSON.stringify(job.summary),
      error: job.error && JSON.stringify(job.error),
      startedAt: job.startedAt,
      endedAt: job.endedAt,
    })
    .where(eq(jobTable.id, job.id))
    .run();
}

export function find(db: ReadDb, jobId: JobId): Job | null {
  const record = db.orm.select().from(jobTable).where(eq(jobTable.id, jobId)).get();
  return record ? toJob(record) : null;
}

/** One page of jobs, newest first. */
export function page(
  db: ReadDb,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): { rows: Job[]; total: number } {
  const records = db.orm
    .select()
    .from(jobTable)
    .orderBy(desc(jobTable.id))
    .limit(pageSize)
    .offset(page * pageSize)
    .all();
  const total = db.orm.select({ total: count() }).from(jobTable).get()?.total ?? 0;
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
