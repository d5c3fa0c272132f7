import { statfsSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { maxHealthLines, type Health } from '../../shared/contract/health';
import { jobKindSchema, type JobKind } from '../../shared/domain/job';
import type { Diagnose } from '../core/ports';
import { logFileNames } from './log';

/** pino's number of an error. */
const errorLevel = 50;
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
 * Tells what the logs in `logsDir`, 10 MB at most, say went wrong and took long, and how much room the disk of `dataDir` has
 * (absolute paths). Only what the application itself wrote is repeated: messages and names of its parts, no details of an error.
 */
export function createDiagnose({ dataDir, logsDir, workers }: DiagnoseParts): Diagnose {
  return async (since) => {
    const tally = createTally(since);
    for (const name of logFileNames) await eachLine(join(logsDir, name), (line) => tally.add(line));
    return { system: systemName(), freeBytes: freeBytesOf(dataDir), ...tally.found(), workers: await workers() };
  };
}

function systemName(): string {
  return `${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
}

/** Does something with what matters here of a log, line by line and without keeping others from the thread. */
async function eachLine(path: string, work: (line: Line) => void): Promise<void> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch {
    // That log was not begun yet, or is just making room for the next.
    return;
  }
  try {
    for await (const text of file.readLines()) {
      // Most lines are about something else: they are not even parsed.
      if (!/"level":50|"statement"|"cpuMs"/.test(text)) continue;
      const line = lineSchema.safeParse(jsonOf(text));
      if (line.success) work(line.data);
    }
  } finally {
    await file.close();
  }
}

/** Null for the last line before a power cut. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Adds up the lines of logs, in whatever order; what is after `since` is new. */
function createTally(since: string | null) {
  const failures = new Map<string, Health['failures'][number]>();
  const slow = new Map<string, Health['slow'][number]>();
  const jobs = new Map<JobKind, Health['jobs'][number]>();
  const failureCounts = { all: 0, new: 0 };

  const addFailure = ({ time, msg, where, worker, reason }: Line): void => {
    const what = [msg, where, worker, reason].filter((part) => part).join(' – ');
    const known = failures.get(what) ?? { at: time, what, count: 0, newCount: 0 };
    const isNew = since !== null && time > since ? 1 : 0;
    const at = time > known.at ? time : known.at;
    failures.set(what, { at, what, count: known.count + 1, newCount: known.newCount + isNew });
    failureCounts.all += 1;
    failureCounts.new += isNew;
  };
  const addSlow = (statement: string, durationMs: number): void => {
    const { count = 0, longestMs = 0 } = slow.get(statement) ?? {};
    slow.set(statement, { statement, count: count + 1, longestMs: Math.max(longestMs, Math.round(durationMs)) });
  };
  const addJob = (kind: JobKind, cpuMs: number, memoryBytes: number | undefined): void => {
    const { count = 0, cpuSeconds = 0, mostMemoryBytes = null } = jobs.get(kind) ?? {};
    const most = memoryBytes === undefined ? mostMemoryBytes : Math.max(mostMemoryBytes ?? 0, memoryBytes);
    jobs.set(kind, { kind, count: count + 1, cpuSeconds: cpuSeconds + cpuMs / 1_000, mostMemoryBytes: most });
  };
  return {
    add(line: Line): void {
      const { level, statement, durationMs = 0, kind, cpuMs, memoryBytes } = line;
      if (level >= errorLevel) addFailure(line);
      if (statement !== undefined) addSlow(statement, durationMs);
      if (kind !== undefined && cpuMs !== undefined) addJob(kind, cpuMs, memoryBytes);
    },
    found: (): Pick<Health, 'failures' | 'failureCounts' | 'slow' | 'jobs'> => ({
      failures: [...failures.values()].sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, maxHealthLines),
      failureCounts,
      slow: [...slow.values()].sort((one, other) => other.longestMs - one.longestMs).slice(0, maxHealthLines),
      jobs: [...jobs.values()].sort((one, other) => other.cpuSeconds - one.cpuSeconds),
    }),
  };
}

function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
