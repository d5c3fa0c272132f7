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

it('tells failures newest first, repeated ones once, and nothing of what an error says', () => {
  const log = createLog(dir);
  log.error('incident', new Error('Marie Durand could not be read'), { where: 'offers.list', incident: 'x' });
  log.warn('A permission was denied.');
  for (const worker of ['embed', 'embed', 'match']) log.error('A worker failed.', new Error('gone'), { worker });
  log.close();
  appendFileSync(join(dir, 'app.log'), '{"level":50,"time":"2026-');
  const { failures } = createDiagnose({ dataDir: dir, logsDir: dir })();
  expect(failures.map(({ what, count }) => [what, count])).toEqual([
    ['A worker failed. – match', 1],
    ['A worker failed. – embed', 2],
    ['incident – offers.list', 1],
  ]);
  expect(JSON.stringify(failures)).not.toContain('Durand');
});

it('tells slow statements, the longest first, and the free room of the disk', () => {
  const log = createLog(dir);
  for (const [statement, durationMs] of [
    ['select 1', 60],
    ['select 2', 900],
    ['select 1', 80],
  ] as const) {
    log.info('slow statement', { statement, durationMs });
  }
  log.close();
  const { slow, freeBytes } = createDiagnose({ dataDir: dir, logsDir: dir })();
  expect(slow).toEqual([
    { statement: 'select 2', count: 1, longestMs: 900 },
    { statement: 'select 1', count: 2, longestMs: 80 },
  ]);
  expect(freeBytes).toBeGreaterThan(0);
});

it('has nothing to tell where there is neither log nor folder', () => {
  const gone = join(dir, 'gone');
  expect(createDiagnose({ dataDir: gone, logsDir: gone })()).toEqual({
    system: expect.stringContaining(`Node ${process.versions.node}`) as string,
    freeBytes: null,
    failures: [],
    slow: [],
  });
});
