import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JobId } from '../../../shared/domain/ids';
import { jobKinds, jobStates } from '../../../shared/domain/job';
import { createdAt, id, isJson, oneOf } from '../db/columns';

/** A long piece of work and where it stands. */
export const jobTable = sqliteTable(
  'job',
  {
    id: id<JobId>(),
    kind: text('kind', { enum: jobKinds }).notNull(),
    subject: text('subject').notNull(),
    state: text('state', { enum: jobStates }).notNull(),
    /** JSON, checked again when read back. */
    progress: text('progress'),
    summary: text('summary').notNull().default('{}'),
    error: text('error'),
    createdAt: createdAt(),
    startedAt: text('started_at'),
    endedAt: text('ended_at'),
  },
  (table) => [
    check('job_kind', oneOf(table.kind, jobKinds)),
    check('job_state', oneOf(table.state, jobStates)),
    check('job_progress', isJson(table.progress)),
    check('job_summary', isJson(table.summary)),
    check('job_error', isJson(table.error)),
    index('job_by_state').on(table.state),
  ],
);
