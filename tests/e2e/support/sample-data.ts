import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request, type APIRequestContext } from '@playwright/test';
import { startServer } from './start-server';

const rankedWithinMs = 180_000;

/** A data folder with the sample university, every offer ranked. Made once for all tests of a worker, which copy it. */
export async function createSampleData(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'smart-recruiting-sample-'));
  const server = await startServer(dataDir);
  const { origin } = new URL(server.url);
  const api = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
  try {
    await api.get(server.url);
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

interface Overview {
  readonly offers: number;
  readonly outcomes: { readonly pending: number };
}

async function waitUntilRanked(api: APIRequestContext): Promise<void> {
  const until = Date.now() + rankedWithinMs;
  while (Date.now() < until) {
    const { value } = (await call(api, 'university.overview')) as { readonly value: Overview };
    if (value.offers > 0 && value.outcomes.pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The sample was not ranked within ${rankedWithinMs} ms.`);
}

async function call(api: APIRequestContext, procedure: string): Promise<unknown> {
  const response = await api.post(`/rpc/call/${procedure}`, { data: { input: {} } });
  if (!response.ok()) throw new Error(`${procedure} answered ${response.status()}: ${await response.text()}`);
  return await response.json();
}
