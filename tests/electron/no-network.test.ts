import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Desktop } from './desktop';

const noteConnections = pathToFileURL(resolve(import.meta.dirname, '../support/note-connections.mjs')).href;

let dir = '';
let desktop: Desktop | null = null;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-offline-'));
});
afterEach(async () => {
  desktop?.kill();
  await desktop?.exited;
  rmSync(dir, { recursive: true, force: true });
});

interface Note {
  readonly threadId: number;
  readonly kind: 'start' | 'connection' | 'name';
}

it('asks nothing of any network in its normal use, in none of its threads', { timeout: 120_000 }, async () => {
  const file = join(dir, 'connections.jsonl');
  desktop = new Desktop(join(dir, 'data'), {
    ...{ NOTE_CONNECTIONS_IN: file, NODE_OPTIONS: `--import ${noteConnections}` },
  });
  const client = await desktop.connect();
  expect((await desktop.request('app://smart-recruiting/')).status).toBe(200);
  const { jobId } = await client.university.loadSample({});
  for await (const job of client.jobs.watch({ jobId })) expect(job.state).not.toBe('failed');
  const [ranking] = (await client.jobs.list({ page: 0, pageSize: 1 })).rows;
  if (ranking?.kind === 'rank') await client.jobs.cancel({ jobId: ranking.id });
  const text = { title: 'Comptable', description: 'Tenir la comptabilité générale et préparer le bilan de l’année.' };
  const rest = { skills: [], company: null, contact: null, city: null };
  expect((await client.matches.preview({ ...text, ...rest })).matches.length).toBeGreaterThan(0);
  const backup = await client.backups.start({});
  for await (const job of client.jobs.watch({ jobId: backup.jobId })) expect(job.error).toBeNull();
  expect((await client.backups.state({})).rows.length).toBeGreaterThan(0);
  expect(await desktop.close()).toBe(0);

  const notes = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Note);
  expect(notes.filter(({ kind }) => kind !== 'start')).toEqual([]);
  // The main thread and some that read, write, embed and compare were watched.
  expect(new Set(notes.map(({ threadId }) => threadId)).size).toBeGreaterThan(3);
});
