import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { maxHealthLines } from '../../shared/contract/health';
import { createDiagnose } from './diagnose';
import { createLog } from './log';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-diagnose-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const diagnose = (since: string | null = null) =>
  createDiagnose({ dataDir: dir, logsDir: dir, workers: () => Promise.resolve([]) })(since);

it('tells failures newest first, the same once, and nothing of what an error says', async () => {
  const log = createLog(dir);
  log.error('incident', new Error('Marie Durand could not be read'), { where: 'offers.list', incident: 'x' });
  log.warn('A permission was denied.');
  log.close();
  appendFileSync(join(dir, 'app.log'), '{"level":50,"time":"2026-');
  const { failures, failureCounts } = await diagnose();
  const at = expect.any(String) as string;
  expect(failures).toEqual([{ at, what: 'incident – offers.list', count: 1, newCount: 0 }]);
  expect(failureCounts).toEqual({ all: 1, new: 0 });
  expect(JSON.stringify(failures)).not.toContain('Durand');
});

it('counts each kind of failure over all logs that are kept, and those since the last visit', async () => {
  const failed = (time: string, worker: string): string =>
    `${JSON.stringify({ level: 50, time, msg: 'A worker failed.', worker })}\n`;
  // By turns: the same are not in a row.
  writeFileSync(join(dir, 'app.4.log'), failed('2026-03-01T09:00:00.000Z', 'embed'));
  writeFileSync(
    join(dir, 'app.log'),
    [
      failed('2026-03-02T09:00:00.000Z', 'match'),
      failed('2026-03-02T10:00:00.000Z', 'embed'),
      failed('2026-03-02T11:00:00.000Z', 'match'),
      failed('2026-03-02T12:00:00.000Z', 'embed'),
    ].join(''),
  );
  const { failures, failureCounts } = await diagnose('2026-03-02T09:30:00.000Z');
  expect(failures).toEqual([
    { at: '2026-03-02T12:00:00.000Z', what: 'A worker failed. – embed', count: 3, newCount: 2 },
    { at: '2026-03-02T11:00:00.000Z', what: 'A worker failed. – match', count: 2, newCount: 1 },
  ]);
  expect(failureCounts).toEqual({ all: 5, new: 3 });
});

it('counts those too whose kind is not told any more', async () => {
  const log = createLog(dir);
  for (let kind = 0; kind < maxHealthLines + 5; kind += 1) log.error(`failure ${kind}`, new Error('x'));
  log.close();
  const { failures, failureCounts } = await diagnose('2000-01-01T00:00:00.000Z');
  expect(failures).toHaveLength(maxHealthLines);
  expect(failureCounts).toEqual({ all: maxHealthLines + 5, new: maxHealthLines + 5 });
});

it('tells slow statements, the longest first, and the free room of the disk', async () => {
  const log = createLog(dir);
  for (const [statement, durationMs] of [
    ['select 1', 60],
    ['select 2', 900],
    ['select 1', 80],
  ] as const) {
    log.info('slow statement', { statement, durationMs });
  }
  log.close();
  const { slow, freeBytes } = await diagnose();
  expect(slow).toEqual([
    { statement: 'select 2', count: 1, longestMs: 900 },
    { statement: 'select 1', count: 2, longestMs: 80 },
  ]);
  expect(freeBytes).toBeGreaterThan(0);
});

it('adds up what jobs of each kind took of the processor, and the most memory meanwhile', async () => {
  const log = createLog(dir);
  // Of an earlier version.
  const line = { level: 30, time: '2026-03-02T09:00:00.000Z', msg: 'job over', kind: 'export', cpuMs: 1_000 };
  const earlier = `${JSON.stringify(line)}\n`;
  for (const [kind, cpuMs, memoryBytes] of [
    ['import', 1_500, 700],
    ['rank', 9_000, 300],
    ['import', 500, 200],
  ] as const) {
    log.info('job over', { jobId: 1, kind, state: 'succeeded', durationMs: 1, cpuMs, memoryBytes });
  }
  log.close();
  appendFileSync(join(dir, 'app.log'), earlier);
  expect((await diagnose()).jobs).toEqual([
    { kind: 'rank', count: 1, cpuSeconds: 9, mostMemoryBytes: 300 },
    { kind: 'import', count: 2, cpuSeconds: 2, mostMemoryBytes: 700 },
    { kind: 'export', count: 1, cpuSeconds: 1, mostMemoryBytes: null },
  ]);
});

it('has nothing to tell where there is neither log nor folder', async () => {
  const gone = join(dir, 'gone');
  const nothing = createDiagnose({ dataDir: gone, logsDir: gone, workers: () => Promise.resolve([]) });
  expect(await nothing(null)).toEqual({
    system: expect.stringContaining(`Node ${process.versions.node}`) as string,
    freeBytes: null,
    failures: [],
    failureCounts: { all: 0, new: 0 },
    slow: [],
    jobs: [],
    workers: [],
  });
});
