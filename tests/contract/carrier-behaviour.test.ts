import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, stream } from '../../src/shared/contract/define';
import { noInput, nothing } from '../../src/shared/contract/nothing';
import { AppError } from '../../src/shared/domain/app-error';
import { createClient } from '../../src/shared/rpc/client';
import { createRouter } from '../../src/shared/rpc/router';
import { carriers, type Carrier, type OpenCarrier } from './carriers';
import { collect } from './collect';

const probe = {
  probe: {
    double: call({
      input: z.strictObject({ n: z.number() }),
      output: z.object({ n: z.number() }),
      changes: ['offers'],
    }),
    refuse: call({ input: noInput, output: nothing }),
    crash: call({ input: noInput, output: nothing }),
    lie: call({ input: noInput, output: z.object({ n: z.number() }) }),
    wait: call({ input: noInput, output: nothing }),
    count: stream({ input: z.strictObject({ to: z.number(), failAt: z.number().optional() }), item: z.number() }),
    forever: stream({ input: noInput, item: z.object({ n: z.number(), padding: z.string() }) }),
  },
} as const;

const refusal = new AppError('conflict', 'No.', 'job-running', {
  line: 3,
  file: 'offres été.csv',
  ok: true,
  none: null,
});

/** Makes an item large enough for the buffers of a socket to be full after some hundreds. */
const padding = 'x'.repeat(20_000);

function probeRouter() {
  const seen = { announced: [] as string[], reported: [] as string[], aborted: 0, produced: 0, ended: 0 };
  const router = createRouter(
    probe,
    {
      probe: {
        double: ({ n }) => ({ n: n * 2 }),
        refuse: () => {
          throw refusal;
        },
        crash: () => {
          throw new Error('secret of the inside');
        },
        // The compiler would not let a handler answer with a wrong type: this is what happens when one does.
        lie: () => JSON.parse('{"n":"three"}') as { n: number },
        wait: (_, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              seen.aborted += 1;
              reject(new Error('aborted'));
            });
          }),
        count: async function* ({ to, failAt }) {
          for (let n = 1; n <= to; n += 1) {
            if (n === failAt) throw refusal;
            await Promise.resolve();
            yield n;
          }
        },
        forever: async function* (_, signal) {
          try {
            while (true) {
              // An item may come at once, but never without a turn for others.
              await new Promise((resolve) => setImmediate(resolve));
              if (signal.aborted) return;
              seen.produced += 1;
              yield { n: seen.produced, padding };
            }
          } finally {
            seen.ended += 1;
          }
        },
      },
    },
    {
      announce: (topics) => seen.announced.push(...topics),
      report: (_, error) => {
        seen.reported.push(String(error));
        return 'incident-7';
      },
    },
  );
  return { router, seen };
}

const opened: OpenCarrier[] = [];
afterEach(async () => {
  for (const carrier of opened.splice(0)) await carrier.cut();
});

async function open(carrier: Carrier) {
  const { router, seen } = probeRouter();
  const connection = await carrier.open(router);
  opened.push(connection);
  return { client: createClient(probe, connection.transport).probe, transport: connection.transport, seen };
}

/** What a promise or a stream was refused with, in the form that crosses the wire. */
async function refusalOf(work: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  try {
    await (work instanceof Promise ? work : collect(work));
    return 'no refusal';
  } catch (error) {
    return error instanceof AppError ? error.toWire() : error;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !condition(); turn += 1) await delay(10);
}

const never = new AbortController().signal;

describe.each(carriers)('over $name', (carrier) => {
  it('answers a call and announces what it changes', async () => {
    const { client, seen } = await open(carrier);
    expect(await client.double({ n: 21 })).toEqual({ n: 42 });
    expect(seen.announced).toEqual(['offers']);
  });

  it('answers many calls at once, each with its own answer', async () => {
    const { client } = await open(carrier);
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const answers = await Promise.all(numbers.map((n) => client.double({ n })));
    expect(answers).toEqual(numbers.map((n) => ({ n: n * 2 })));
  });

  it('refuses an input that does not fit and names the field', async () => {
    const { transport } = await open(carrier);
    expect(await refusalOf(transport.call('probe.double', { n: 'x' }, never))).toMatchObject({
      code: 'invalid-input',
      details: { field: 'n' },
    });
    expect(await refusalOf(transport.call('probe.double', { n: 1, more: 2 }, never))).toMatchObject({
      code: 'invalid-input',
    });
    expect(await refusalOf(transport.stream('probe.count', { to: 'x' }, never))).toMatchObject({
      code: 'invalid-input',
      details: { field: 'to' },
    });
  });

  it('refuses unknown procedures, also those that every object has', async () => {
    const { transport } = await open(carrier);
    for (const name of ['probe.nothing', 'nothing.double', 'probe.constructor', '__proto__.toString', 'probe']) {
      expect([name, await refusalOf(transport.call(name, {}, never))]).toMatchObject([
        name,
        { code: 'unknown-procedure' },
      ]);
    }
    expect(await refusalOf(transport.stream('probe.nothing', {}, never))).toMatchObject({ code: 'unknown-procedure' });
  });

  it('refuses a stream asked for as a call, and a call as a stream', async () => {
    const { transport } = await open(carrier);
    expect(await refusalOf(transport.call('probe.count', { to: 1 }, never))).toMatchObject({ code: 'invalid-input' });
    expect(await refusalOf(transport.stream('probe.double', { n: 1 }, never))).toMatchObject({ code: 'invalid-input' });
  });

  it('carries an expected error whole', async () => {
    const { client } = await open(carrier);
    expect(await refusalOf(client.refuse({}))).toEqual(refusal.toWire());
  });

  it('keeps the inside of an unforeseen error to itself', async () => {
    const { client, seen } = await open(carrier);
    const error = await refusalOf(client.crash({}));
    expect(error).toMatchObject({ code: 'internal', details: { incident: 'incident-7' } });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(seen.reported).toEqual(['Error: secret of the inside']);
  });

  it('does not let an answer out that breaks its declaration', async () => {
    const { client } = await open(carrier);
    expect(await refusalOf(client.lie({}))).toMatchObject({ code: 'internal' });
  });

  it('cancels a call and tells its handler', async () => {
    const { client, seen } = await open(carrier);
    const abort = new AbortController();
    const refused = refusalOf(client.wait({}, { signal: abort.signal }));
    await delay(50);
    abort.abort();
    expect(await refused).toMatchObject({ code: 'cancelled' });
    await until(() => seen.aborted > 0);
    expect(seen.aborted).toBe(1);
  });

  it('does not begin what was cancelled before', async () => {
    const { client, seen } = await open(carrier);
    const signal = AbortSignal.abort();
    expect(await refusalOf(client.wait({}, { signal }))).toMatchObject({ code: 'cancelled' });
    expect(await refusalOf(client.forever({}, { signal }))).toMatchObject({ code: 'cancelled' });
    expect(seen.produced).toBe(0);
  });

  it('delivers a stream in order, to its end', async () => {
    const { client } = await open(carrier);
    const expected = Array.from({ length: 1_000 }, (_, index) => index + 1);
    expect(await collect(client.count({ to: 1_000 }))).toEqual(expected);
    expect(await collect(client.count({ to: 0 }))).toEqual([]);
  });

  it('delivers what came before an error of a stream, then the error', async () => {
    const { client } = await open(carrier);
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of client.count({ to: 5, failAt: 4 })) items.push(item);
    })();
    expect(await refusalOf(reading)).toEqual(refusal.toWire());
    expect(items).toEqual([1, 2, 3]);
  });

  it('ends an aborted stream by throwing, and its producer', async () => {
    const { client, seen } = await open(carrier);
    const abort = new AbortController();
    const reading = (async () => {
      for await (const { n } of client.forever({}, { signal: abort.signal })) if (n === 3) abort.abort();
    })();
    expect(await refusalOf(reading)).toMatchObject({ code: 'cancelled' });
    await until(() => seen.ended === 1);
    expect(seen.ended).toBe(1);
  });

  it('ends the producer of a stream whose reader leaves', async () => {
    const { client, seen } = await open(carrier);
    for await (const { n } of client.forever({})) if (n === 3) break;
    await until(() => seen.ended === 1);
    expect(seen.ended).toBe(1);
  });

  it('does not let a producer run away from a slow reader', async () => {
    const { client, seen } = await open(carrier);
    for await (const { n } of client.forever({})) {
      if (n < 3) continue;
      let produced = 0;
      // What a socket holds fills up first; from then on nothing more is produced.
      for (let turn = 0; turn < 20 && produced !== seen.produced; turn += 1) {
        produced = seen.produced;
        await delay(200);
      }
      expect(seen.produced).toBe(produced);
      expect(produced - n).toBeLessThanOrEqual(carrier.maxAhead);
      break;
    }
  });
});

describe.each(carriers.filter(({ name }) => name !== 'in-process'))('over $name, once it is cut', (carrier) => {
  it('ends what runs as unavailable, aborts its handlers and refuses what comes later', async () => {
    const { router, seen } = probeRouter();
    const connection = await carrier.open(router);
    const { probe: client } = createClient(probe, connection.transport);
    const waiting = refusalOf(client.wait({}));
    const reading = refusalOf(
      (async () => {
        for await (const { n } of client.forever({})) await delay(n > 0 ? 1 : 0);
      })(),
    );
    await delay(100);
    await connection.cut();
    expect(await waiting).toMatchObject({ code: 'unavailable' });
    expect(await reading).toMatchObject({ code: 'unavailable' });
    await until(() => seen.aborted === 1 && seen.ended === 1);
    expect({ aborted: seen.aborted, ended: seen.ended }).toEqual({ aborted: 1, ended: 1 });
    if (carrier.name !== 'HTTP') {
      expect(await refusalOf(client.double({ n: 1 }))).toMatchObject({ code: 'unavailable' });
    }
  });
});
