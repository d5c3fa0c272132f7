import { z } from 'zod';
import { errorDetailsSchema, wireErrorSchema } from './app-error';
import { jobIdSchema } from './ids';

export const jobStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted'] as const;
export const jobStateSchema = z.enum(jobStates);
export type JobState = z.infer<typeof jobStateSchema>;

export const jobKinds = [
  'import',
  'undo-import',
  'redo-import',
  'load-sample',
  'rank',
  'export',
  'backup',
  'letters',
] as const;
export const jobKindSchema = z.enum(jobKinds);
export type JobKind = z.infer<typeof jobKindSchema>;

/** What a job is doing now. Each is one verb of the interface. */
export const jobSteps = ['read', 'commit', 'embed', 'match', 'understand', 'write'] as const;
export const jobStepSchema = z.enum(jobSteps);
export type JobStep = z.infer<typeof jobStepSchema>;

/** `total` is null while nobody can know it; `ratio` is the part of the whole job that is done, 0 to 1. */
export const jobProgressSchema = z.object({
  step: jobStepSchema,
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  ratio: z.number().min(0).max(1),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

/** `summary` holds what the job has to say at its end: counts and ids by name. */
export const jobSchema = z.object({
  id: jobIdSchema,
  kind: jobKindSchema,
  /** What the job works on, in the user's own words (a file name for an import). */
  subject: z.string(),
  state: jobStateSchema,
  progress: jobProgressSchema.nullable(),
  summary: errorDetailsSchema,
  error: wireErrorSchema.nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** Whether a job has come to its end and will change no more. */
export function isJobOver(state: JobState): boolean {
  return state !== 'queued' && state !== 'running';
}
