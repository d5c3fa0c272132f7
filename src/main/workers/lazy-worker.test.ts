import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { call } from '../../shared/contract/define';
import { lazyWorker, type SpawnWorker } from './lazy-worker';

const contract = { echo: { say: call({ input: z.string(), output: z.string() }) } };

/** A real thread that answers, that ends a cancelled request as it should ("wait"), or that never looks up ("hang"). */
const program = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ type, id, input }) => {
    if (type === 'cancel') {
      const error = { code: 'cancelled', reason: null, message: 'Cancelled.', details: {} };
      parentPort.postMessage({ type: 'error', id, error });
    }
    if (type !== 'call') return;
    if (input === 'hang') while (true);
    if (input !== 'wait') parentPort.postMessage({ type: 'result', id, value: input });
  });
`;

function threads(): { readonly spawn: SpawnWorker; readonly count: () => number } {
  let count = 0;
  return {
    count: () => count,
    spawn: () => {
      count += 1;
      const worker = new Worker(program, { eval: true });
      return {
        port: {
          post: (frame) => worker.postMessage(frame),
          onFrame: (listener) => worker.on('message', listener),
          onClose: (listener) => worker.on('exit', listener),
        },
        stop: async () => void (await worker.terminate()),
      };
    },
  };
}

const heedMs = 150;

it('stops a worker that goes on with what was cancelled, and loses no later call with it', async () => {
  const { spawn, count } = threads();
  const worker = lazyWorker(contract, spawn, { idleMs: null, heedMs });
  expect(await worker.client.echo.say('here')).toBe('here');
  const abort = new AbortController();
  const hanging = worker.client.echo.say('hang', { signal: abort.signal });
  abort.abort();
  await expect(hanging).rejects.toMatchObject({ code: 'cancelled' });
  expect(await worker.client.echo.say('again')).toBe('again');
  expect(count()).toBe(2);
  await worker.dispose();
});

it('keeps a worker that ends what was cancelled', async () => {
  const { spawn, count } = threads();
  const worker = lazyWorker(contract, spawn, { idleMs: null, heedMs });
  const abort = new AbortController();
  const waiting = worker.client.echo.say('wait', { signal: abort.signal });
  abort.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  expect(await worker.client.echo.say('here')).toBe('here');
  await new Promise((resolve) => setTimeout(resolve, heedMs * 2));
  expect(await worker.client.echo.say('still here')).toBe('still here');
  expect(count()).toBe(1);
  await worker.dispose();
});

it('can be cancelled while it waits for a worker that hangs', async () => {
  const { spawn } = threads();
  const worker = lazyWorker(contract, spawn, { idleMs: null, heedMs: 60_000 });
  expect(await worker.client.echo.say('here')).toBe('here');
  const abort = new AbortController();
  const calls = [worker.client.echo.say('hang', { signal: abort.signal })];
  abort.abort();
  await expect(calls[0]).rejects.toMatchObject({ code: 'cancelled' });
  const second = new AbortController();
  const waiting = worker.client.echo.say('behind', { signal: second.signal });
  second.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  await worker.dispose();
});

it('rests at once where it has nothing to do, and begins anew when it is asked again', async () => {
  const { spawn, count } = threads();
  const worker = lazyWorker(contract, spawn, { idleMs: 60_000, heedMs });
  expect(await worker.client.echo.say('here')).toBe('here');
  worker.rest();
  expect(await worker.client.echo.say('again')).toBe('again');
  expect(count()).toBe(2);
  const busy = worker.client.echo.say('still here');
  worker.rest();
  expect(await busy).toBe('still here');
  expect(count()).toBe(2);
  await worker.dispose();
});
