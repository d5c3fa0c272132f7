import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request, type APIRequestContext } from '@playwright/test';
import { startServer } from './start-server';

const rankedWithinMs = 180_000;
/** A program that a full machine kept waiting closes a connection that looks idle to it. */
const maxRetries = 3;

/** A data folder with the sample university, every offer ranked. Made once for all tests of a worker, which copy it. */
export async function createSampleData(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'smart-recruiting-sample-'));
  const server = await startServer(dataDir);
  const { origin, searchParams } = new URL(server.url);
  const authorization = `Bearer ${searchParams.get('token') ?? ''}`;
  const api = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin, authorization } });
  try {
    await call(api, 'university.loadSample');
    await waitUntilRanked(api);
  } finally {
    await api.dispose();
    await server.stop();
  }
  return dataDir;
}

export async function removeData(dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
}

interface Jobs {
  readonly rows: readonly { readonly kind: string; readonly state: string }[];
}

/** Loading starts the ranking, so all is done once a ranking has ended and nothing else waits. */
async function waitUntilRanked(api: APIRequestContext): Promise<void> {
  const until = Date.now() + rankedWithinMs;
  let states = '';
  while (Date.now() < until) {
    const { value } = (await call(api, 'jobs.list', { page: 0, pageSize: 20 })) as { readonly value: Jobs };
    states = value.rows.map(({ kind, state }) => `${kind} ${state}`).join(', ');
    if (value.rows.some(({ state }) => state === 'failed')) break;
    const isOver = value.rows.every(({ state }) => state === 'succeeded');
    if (isOver && value.rows.some(({ kind }) => kind === 'rank')) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The sample was not ranked within ${rankedWithinMs} ms: ${states}.`);
}

async function call(api: APIRequestContext, procedure: string, input: object = {}): Promise<unknown> {
  const response = await api.post(`/rpc/call/${procedure}`, { data: { input }, maxRetries });
  if (!response.ok()) throw new Error(`${procedure} answered ${response.status()}: ${await response.text()}`);
  return await response.json();
}
