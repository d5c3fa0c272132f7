import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { maxHealthLines, type Health } from '../../shared/contract/health';
import { jobKindSchema, type JobKind } from '../../shared/domain/job';
import type { Diagnose } from '../core/ports';

/** pino's number of an error. */
const errorLevel = 50;
/** The log as it is, and its youngest predecessor: 2 MB each. */
const readFiles = ['app.1.log', 'app.log'];

const lineSchema = z.object({
  level: z.number(),
  time: z.iso.datetime(),
  msg: z.string(),
  where: z.string().optional(),
  worker: z.string().optional(),
  reason: z.string().nullable().optional(),
  statement: z.string().optional(),
  durationMs: z.number().optional(),
  kind: jobKindSchema.optional(),
  cpuMs: z.number().optional(),
  memoryBytes: z.number().optional(),
});
type Line = z.infer<typeof lineSchema>;

export interface DiagnoseParts {
  readonly dataDir: string;
  readonly logsDir: string;
  /** What runs beside the thread of the core, and what it takes. */
  readonly workers: () => Promise<Health['workers']>;
}

/**
 * Tells what the log in `logsDir` says went wrong and took long, and how much room the disk of `dataDir` has (absolute
 * paths). Only what the application itself wrote is repeated: messages and names of its parts, no details of an error.
 */
export function createDiagnose({ dataDir, logsDir, workers }: DiagnoseParts): Diagnose {
  return async () => {
    const lines = readFiles.flatMap((name) => readLines(join(logsDir, name)));
    return {
      system: systemName(),
      freeBytes: freeBytesOf(dataDir),
      failures: failuresIn(lines),
      slow: slowIn(lines),
      jobs: jobsIn(lines),
      workers: await workers(),
    };
  };
}

function systemName(): string {
  return `${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
}

function readLines(file: string): readonly Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      // Most lines are about something else: they are not even parsed.
      if (!/"level":50|"statement"|"cpuMs"/.test(text)) return [];
      try {
        const line = lineSchema.safeParse(JSON.parse(text));
        return line.success ? [line.data] : [];
      } catch {
        // The last line before a power cut.
        return [];
      }
    });
}

function failuresIn(lines: readonly Line[]): Health['failures'] {
  const failures: Health['failures'] = [];
  for (const { level, time, msg, where, worker, reason } of lines) {
    if (level < errorLevel) continue;
    const what = [msg, where, worker, reason].filter((part) => part).join(' – ');
    const last = failures.at(-1);
    if (last?.what === what) failures[failures.length - 1] = { at: time, what, count: last.count + 1 };
    else failures.push({ at: time, what, count: 1 });
  }
  return failures.slice(-maxHealthLines).reverse();
}

function slowIn(lines: readonly Line[]): Health['slow'] {
  const byStatement = new Map<string, Health['slow'][number]>();
  for (const { statement, durationMs = 0 } of lines) {
    if (statement === undefined) continue;
    const { count = 0, longestMs = 0 } = byStatement.get(statement) ?? {};
    byStatement.set(statement, {
      statement,
      count: count + 1,
      longestMs: Math.max(longestMs, Math.round(durationMs)),
    });
  }
  return [...byStatement.values()].sort((one, other) => other.longestMs - one.longestMs).slice(0, maxHealthLines);
}

function jobsIn(lines: readonly Line[]): Health['jobs'] {
  const byKind = new Map<JobKind, Health['jobs'][number]>();
  for (const { kind, cpuMs, memoryBytes } of lines) {
    if (kind === undefined || cpuMs === undefined) continue;
    const { count = 0, cpuSeconds = 0, mostMemoryBytes = null } = byKind.get(kind) ?? {};
    const most = memoryBytes === undefined ? mostMemoryBytes : Math.max(mostMemoryBytes ?? 0, memoryBytes);
    byKind.set(kind, { kind, count: count + 1, cpuSeconds: cpuSeconds + cpuMs / 1_000, mostMemoryBytes: most });
  }
  return [...byKind.values()].sort((one, other) => other.cpuSeconds - one.cpuSeconds);
}

function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
