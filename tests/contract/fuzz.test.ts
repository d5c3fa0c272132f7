import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/main/hosts/http/server';
import { contract } from '../../src/shared/contract/contract';
import type { Contract } from '../../src/shared/contract/define';
import { AppError } from '../../src/shared/domain/app-error';
import { servePort } from '../../src/shared/rpc/message-port';
import { createRandom, type Random } from '../../src/shared/util/random';
import { mutator } from '../support/mutate';
import { openApp, type OpenApp } from '../support/open-app';
import { createQuietLog } from '../support/quiet-log';
import { carriers } from './carriers';
import { sampleValue } from './sample-value';

/** Messages over each carrier: few here, very many by `npm run fuzz` (docs/reliability.md). */
const messages = Number(process.env['FUZZ_MESSAGES'] ?? 10_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
/** Whether the sample university is there first: rules that only rows can break are met then. */
const isFilled = process.env['FUZZ_BASE'] === 'sample';
/** A call that takes longer hangs. */
const limitMs = 20_000;
const timeout = 60_000 + messages * 30;

const procedures = Object.entries(contract as Contract).flatMap(([group, entries]) =>
  Object.entries(entries).map(([name, { kind, input }]) => ({
    name: `${group}.${name}`,
    kind,
    sample: sampleValue(input),
  })),
);
/**
 * Takes a folder from a person, who may choose a network share: the one path that lies outside on purpose. The sample
 * university would only make the rest slow.
 */
const leftOut = ['backups.setFolder', 'watchedFolder.set', 'university.loadSample'];
const fuzzed = procedures.filter(({ name }) => !leftOut.includes(name));

let folder = '';
let outside = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-fuzz-'));
  outside = join(folder, 'outside');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Office {
  readonly app: OpenApp;
  /** What happened that may never happen. */
  readonly faults: string[];
  readonly random: Random;
  readonly mutate: (value: unknown) => unknown;
  close(): Promise<void>;
}

/** The whole core with a few records, in a folder among others that must stay as they are. */
async function openOffice(name: string): Promise<Office> {
  const dataDir = join(folder, name, 'data');
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(outside, { recursive: true });
  writeFileSync(join(outside, 'x'), 'x');
  const app = await openApp({}, undefined, { dataDir });
  if (isFilled) await app.endOf((await app.client.university.loadSample({})).jobId);
  const faults: string[] = [];
  const onRejection = (error: unknown): void => void faults.push(`unhandled: ${String(error)}`);
  process.on('unhandledRejection', onRejection);
  const random = createRandom(seed);
  return {
    ...{ app, faults, random, mutate: mutator(random, outside) },
    async close() {
      await app[Symbol.asyncDispose]();
      await delay(20);
      process.off('unhandledRejection', onRejection);
      expect(faults).toEqual([]);
      expect(app.log.errors.map(String)).toEqual([]);
      expect(readdirSync(outside)).toEqual(['x']);
      expect(readdirSync(dirname(dataDir))).toEqual(['data']);
      expect(({} as { readonly isAdmin?: boolean }).isAdmin).toBeUndefined();
    },
  };
}

describe.each(carriers)('over $name', (carrier) => {
  it(`answers ${messages} broken messages or refuses them, and does nothing else`, { timeout }, async () => {
    const office = await openOffice(carrier.name.replace(' ', '-'));
    const { transport, cut } = await carrier.open(office.app.dispatcher);
    const outcomes = new Map<string, number>();
    for (let count = 0; count < messages; count += 1) {
      const { name, kind, sample } = fuzzed[office.random.below(fuzzed.length)] ?? {
        name: '',
        kind: 'call',
        sample: {},
      };
      const input = office.random.next() < 0.03 ? sample : office.mutate(sample);
      const outcome = await outcomeOf(async (signal) => {
        if (kind === 'call') return void (await transport.call(name, input, signal));
        for await (const item of transport.stream(name, input, signal)) if (item !== null) break;
      });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (['hangs', 'internal', 'no AppError'].includes(outcome)) {
        office.faults.push(`${outcome}: ${name} ${JSON.stringify(input)?.slice(0, 300)}`);
      }
    }
    await cut();
    // Some were understood and some refused: else nothing was tried.
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['answer', 'invalid-input']));
    await office.close();
  });
});

async function outcomeOf(work: (signal: AbortSignal) => Promise<void>): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limitMs);
  try {
    await work(abort.signal);
    return 'answer';
  } catch (error) {
    if (abort.signal.aborted) return 'hangs';
    return error instanceof AppError ? error.code : 'no AppError';
  } finally {
    clearTimeout(timer);
  }
}

describe('what is not even a message', () => {
  it('is ignored on a port, which goes on serving', { timeout }, async () => {
    const office = await openOffice('frames');
    const { port1, port2 } = new MessageChannel();
    const { dispatcher } = office.app;
    servePort(
      {
        post: (frame) => port1.postMessage(frame),
        onFrame: (listener) => port1.on('message', listener),
        onClose: (listener) => port1.on('close', listener),
      },
      dispatcher,
    );
    const replies: unknown[] = [];
    port2.on('message', (reply) => replies.push(reply));
    for (let count = 0; count < messages; count += 1) {
      const frame = { type: 'call', id: count, procedure: 'host.info', input: {} };
      port2.postMessage(office.mutate(office.mutate(frame)));
      if (count % 500 === 0) await delay(1);
    }
    port2.postMessage({ type: 'call', id: 777_777_777, procedure: 'host.info', input: {} });
    await expect.poll(() => JSON.stringify(replies.at(-1)), { timeout: limitMs }).toContain('777777777');
    port1.close();
    await office.close();
  });

  it('is refused over HTTP with a number below 500', { timeout }, async () => {
    const office = await openOffice('bodies');
    const server = await startServer({
      ...{ dispatcher: office.app.dispatcher, fileStore: office.app.fileStore, rendererDir: join(folder, 'none') },
      ...{ log: createQuietLog(), port: 0, entryRefused: '' },
    });
    const statuses = new Set<number>();
    const good = JSON.stringify({ input: {} });
    for (let count = 0; count < messages / 10; count += 1) {
      const at = office.random.below(good.length);
      const body =
        office.random.next() < 0.5
          ? good.slice(0, at) + '\0{]"é'.charAt(count % 5) + good.slice(at + 1)
          : JSON.stringify(office.mutate({ input: {} }));
      const path = [
        '/rpc/call/host.info',
        '/rpc/call/',
        '/rpc/stream/host.info',
        '/files',
        `/files/${encodeURIComponent(outside)}`,
        '/%00',
        '/..%2f..%2fx',
      ];
      statuses.add(await post(server, path[count % path.length] ?? '/', body ?? ''));
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400]));
    await server.close();
    await office.close();
  });
});

async function post({ port, token }: { readonly port: number; readonly token: string }, path: string, body: string) {
  const headers = {
    ...{ authorization: `Bearer ${token}`, origin: `http://127.0.0.1:${port}` },
    ...{ 'content-type': 'application/json' },
  };
  return await new Promise<number>((settle, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (incoming) => {
      incoming.resume().on('end', () => settle(incoming.statusCode ?? 0));
    });
    outgoing.on('error', reject).end(body);
  });
}
