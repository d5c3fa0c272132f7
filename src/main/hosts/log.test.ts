import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from './log';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-log-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('the log', () => {
  it('writes one line of JSON an event, with the stack of an error and of its cause', () => {
    const log = createLog(join(dir, 'logs'));
    log.info('Imported.', { rows: 3 });
    log.error('Failed.', new Error('outer', { cause: new Error('inner') }), { jobId: 7 });
    log.close();
    const lines = readFileSync(join(dir, 'logs', 'app.log'), 'utf8')
      .trim()
      .split('\n');
    const [info, error] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(info).toMatchObject({ level: 30, msg: 'Imported.', rows: 3 });
    expect(error).toMatchObject({ level: 50, msg: 'Failed.', jobId: 7 });
    expect(JSON.stringify(error)).toMatch(/Error: outer.*Error: inner/s);
  });

  it('names no file of a person and cites no text that was read', () => {
    const log = createLog(join(dir, 'logs'));
    const fails = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    log.error(
      'Failed.',
      fails(() => readFileSync(join(dir, 'CV Zoé Hébrard.pdf'))),
    );
    log.error(
      'Failed.',
      fails(() => JSON.parse('Zoé Hébrard, 06 12 34 56 78')),
    );
    log.error('Failed.', new Error('outer', { cause: fails(() => JSON.parse('Zoé Hébrard')) }));
    log.error('Failed.', 'Zoé Hébrard');
    const windows = new Error('inner');
    windows.stack = 'Error: inner\n    at read (C:\\Users\\Zoé Hébrard\\out\\main\\cli.js:12:7)';
    log.error('Failed.', windows);
    log.close();
    const text = readFileSync(join(dir, 'logs', 'app.log'), 'utf8');
    expect(text).not.toMatch(/Zoé|Hébrard|06 12/);
    expect(text).not.toContain(dir);
    expect(text).toContain('Error: ENOENT, open');
    expect(text).toContain('at read (cli.js:12:7)');
    expect(text).toContain('log.test.ts:');
  });

  it('begins another file when one is full and keeps five', () => {
    const log = createLog(dir);
    const text = 'x'.repeat(100_000);
    for (let line = 0; line < 150; line += 1) log.info(text);
    log.close();
    const names = readdirSync(dir).sort();
    expect(names).toEqual(['app.1.log', 'app.2.log', 'app.3.log', 'app.4.log', 'app.log']);
    for (const name of names) expect(statSync(join(dir, name)).size).toBeLessThan(2.3 * 1024 * 1024);
  });

  it('never stops the application when it cannot write', () => {
    const taken = join(dir, 'logs');
    writeFileSync(taken, 'a file where the folder should be');
    const log = createLog(taken);
    expect(() => log.info('nowhere')).not.toThrow();
    rmSync(taken);
    mkdirSync(taken);
    log.info('here');
    log.close();
    expect(readFileSync(join(taken, 'app.log'), 'utf8')).toContain('here');
  });
});
