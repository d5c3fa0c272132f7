import type { JobKind, JobProgress, JobStep } from './job';

/**
 * How much of a job each of its steps takes, in order. Rough shares measured on the sample university; they only have
 * to keep the bar moving evenly, and they add up to 1.
 */
export const jobStepWeights = {
  import: [
    ['read', 0.95],
    ['commit', 0.05],
  ],
  'undo-import': [['commit', 1]],
  'redo-import': [['commit', 1]],
  'load-sample': [
    ['read', 0.3],
    ['commit', 0.7],
  ],
  rank: [
    ['embed', 0.6],
    ['match', 0.15],
    ['understand', 0.25],
  ],
  export: [['write', 1]],
  backup: [['write', 1]],
  letters: [['write', 1]],
} as const satisfies Record<JobKind, readonly (readonly [JobStep, number])[]>;

/**
 * One number for a whole job out of the count of its present step: the weights of the steps before it, and of its own
 * the part that is done. A step without a known total counts as half done; one that the kind does not have, as none.
 */
export function progressOf(kind: JobKind, step: JobStep, done: number, total: number | null): JobProgress {
  const steps: readonly (readonly [JobStep, number])[] = jobStepWeights[kind];
  const position = steps.findIndex(([name]) => name === step);
  const before = steps.slice(0, Math.max(position, 0)).reduce((sum, [, weight]) => sum + weight, 0);
  const own = steps[position]?.[1] ?? 0;
  return { step, done, total, ratio: Math.min(1, Math.max(0, before + own * partOf(done, total))) };
}

function partOf(done: number, total: number | null): number {
  if (total === null) return 0.5;
  return total === 0 ? 1 : Math.min(1, done / total);
}
