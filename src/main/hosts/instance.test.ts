import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { announceInstance, findRunningInstance, healthAnswer } from './instance';

let dataDir = '';
const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((clean) => clean()));

async function serve(answerAfterMs: number): Promise<{ readonly port: number; readonly asked: () => number }> {
  dataDir = mkdtempSync(join(tmpdir(), 'smart recruiting é '));
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    void wait(answerAfterMs).then(() => response.end(healthAnswer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(
    () => server.close(),
    () => rmSync(dataDir, { recursive: true, force: true }),
  );
  return { port: (server.address() as AddressInfo).port, asked: () => asked };
}

it('waits for an application that is busy for some seconds', async () => {
  const { port } = await serve(2_500);
  announceInstance(dataDir, { version: '1', port, token: 't', url: 'u', pid: process.pid });
  expect(await findRunningInstance(dataDir)).toMatchObject({ version: '1', url: 'u' });
});

it('asks nobody in the place of a process that is gone', async () => {
  const { port, asked } = await serve(0);
  const { pid } = spawnSync(process.execPath, ['--version']);
  announceInstance(dataDir, { version: '1', port, token: 't', url: 'u', pid });
  expect(await findRunningInstance(dataDir)).toBeNull();
  expect(asked()).toBe(0);
});
