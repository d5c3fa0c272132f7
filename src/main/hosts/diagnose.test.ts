import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDiagnose } from './diagnose';
import { createLog } from './log';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-diagnose-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const diagnose = () => createDiagnose({ dataDir: dir, logsDir: dir, workers: () => Promise.resolve([]) })();

it('tells failures newest first, repeated ones once, and nothing of what an error says', async () => {
  const log = createLog(dir);
  log.error('incident', new Error('Marie Durand could not be read'), { where: 'offers.list', incident: 'x' });
  log.warn('A permission was denied.');
  for (const worker of ['embed', 'embed', 'match']) log.error('A worker failed.', new Error('gone'), { worker });
  log.close();
  appendFileSync(join(dir, 'app.log'), '{"level":50,"time":"2026-');
  const { failures } = await diagnose();
  expect(failures.map(({ what, count }) => [what, count])).toEqual([
    ['A worker failed. – match', 1],
    ['A worker failed. – embed', 2],
    ['incident – offers.list', 1],
  ]);
  expect(JSON.stringify(failures)).not.toContain('Durand');
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
  expect(await nothing()).toEqual({
    system: expect.stringContaining(`Node ${process.versions.node}`) as string,
    freeBytes: null,
    failures: [],
    slow: [],
    jobs: [],
    workers: [],
  });
});
