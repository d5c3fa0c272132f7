import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ImportId, JobId } from '../../src/shared/domain/ids';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { createWriteThread } from '../../src/main/workers/write/write-thread';
import { buildEntries } from '../support/build-entry';
import { openApp, type OpenApp } from '../support/open-app';

let entries = { csv: '', write: '' };
let writeThread: ReturnType<typeof createWriteThread>;

beforeAll(async () => {
  entries = await buildEntries('write-thread', {
    csv: 'src/main/workers/csv/entry.ts',
    write: 'src/main/workers/write/entry.ts',
  });
});
beforeEach(() => {
  writeThread = createWriteThread(spawnThread(entries.write, { args: [entries.csv] }));
});
afterEach(() => writeThread.dispose());

type Kind = 'offers' | 'formations' | 'companies';

async function begin(
  app: OpenApp,
  kind: Kind,
  content: string,
  dryRun = false,
): Promise<{ importId: ImportId; jobId: JobId }> {
  const path = join(app.dataDir, `${kind}.csv`);
  await writeFile(path, content);
  return await app.client.imports.start({
    fileId: app.fileStore.adopt(path),
    kind,
    format: null,
    mapping: null,
    dryRun,
  });
}

async function take(app: OpenApp, kind: Kind, content: string, dryRun = false) {
  const { importId, jobId } = await begin(app, kind, content, dryRun);
  const { state, error } = await app.endOf(jobId);
  expect([state, error]).toEqual(['succeeded', null]);
  const rows = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 10 });
  const { counts, state: end } = await app.client.imports.get({ importId });
  return { counts, end, lines: rows.rows.map(({ line, state: became }) => [line, became]) };
}

const overview = async (app: OpenApp) => {
  const { offers, formations, companies } = await app.client.university.overview({});
  return { offers, formations, companies };
};
const long = `id;titre;entreprise;description\n${Array.from(
  { length: 20_000 },
  (_, row) => `${row};Stage ${row};Entreprise ${row % 50};${'Une mission. '.repeat(20)}`,
).join('\n')}\n`;

it('stores each kind of file as the core’s own thread does', async () => {
  await using app = await openApp({ writeThread });
  const offers = 'id;titre;entreprise\nA;Un;Zeta\nB;;Zeta\nA;Deux;Zeta\n';
  expect(await take(app, 'offers', offers)).toMatchObject({
    ...{ end: 'committed', counts: { read: 3, created: 1, rejected: 2 } },
    lines: [
      [2, 'created'],
      [3, 'rejected'],
      [4, 'rejected'],
    ],
  });
  expect((await take(app, 'offers', offers.replace('Un', 'Une'))).counts).toMatchObject({ updated: 1, rejected: 2 });
  expect((await take(app, 'companies', 'nom;ville\nZeta;Lyon\n')).counts).toMatchObject({ updated: 1 });
  expect((await take(app, 'formations', 'intitulé\nLicence informatique\n')).counts).toMatchObject({ created: 1 });
  expect(await overview(app)).toEqual({ offers: 1, formations: 1, companies: 1 });
});

it('stores nothing of a dry run but the rows to be looked at', async () => {
  await using app = await openApp({ writeThread });
  const { end, counts, lines } = await take(app, 'offers', 'id;titre\nA;Un\nB;\n', true);
  expect([end, counts.created, counts.rejected]).toEqual(['checked', 1, 1]);
  const shown = [
    [2, 'created'],
    [3, 'rejected'],
  ];
  expect(lines).toEqual(shown);
  expect(await overview(app)).toMatchObject({ offers: 0 });
});

it('leaves nothing of a cancelled import, and the next one can begin at once', async () => {
  await using app = await openApp({ writeThread });
  const { importId, jobId } = await begin(app, 'offers', long);
  for await (const { progress } of app.client.jobs.watch({ jobId })) {
    if ((progress?.ratio ?? 0) > 0.1) await app.client.jobs.cancel({ jobId });
  }
  expect((await app.endOf(jobId)).state).toBe('cancelled');
  await expect.poll(async () => (await app.client.imports.get({ importId })).state).toBe('cancelled');
  expect(await overview(app)).toEqual({ offers: 0, formations: 0, companies: 0 });
  expect((await take(app, 'offers', 'titre\nUn\n')).counts.created).toBe(1);
});

it('leaves nothing when its thread ends, and starts another for the next import', async () => {
  let stop = (): void => undefined;
  const dying = createWriteThread(() => {
    const connection = spawnThread(entries.write, { args: [entries.csv] })();
    stop = () => void connection.stop();
    return connection;
  });
  await using app = await openApp({ writeThread: dying });
  const { jobId } = await begin(app, 'offers', long);
  for await (const { progress } of app.client.jobs.watch({ jobId })) if ((progress?.ratio ?? 0) > 0.1) stop();
  expect(await app.endOf(jobId)).toMatchObject({ state: 'failed', error: { reason: 'worker-stopped' } });
  expect(await overview(app)).toMatchObject({ offers: 0 });
  expect((await take(app, 'offers', 'titre\nUn\n')).counts.created).toBe(1);
  await dying.dispose();
});

it('an undo does not wait for its backup, which holds what was there before, also when the application closes', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-undo-'));
  try {
    await undoAtOnce(dataDir);
    const folder = join(dataDir, 'backup');
    const names = readdirSync(folder).filter((name) => /\.(db|part)$/.test(name));
    expect(names).toEqual([expect.stringMatching(/undo.*\.db$/)]);
    const backup = new BetterSqlite(join(folder, names[0] ?? ''), { readonly: true });
    expect(backup.prepare('select count(*) from offer').pluck().get()).toBe(20_000);
    backup.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

/** Imports, takes it back and closes the application as soon as that is done. */
async function undoAtOnce(dataDir: string): Promise<void> {
  await using app = await openApp({ writeThread, clock: { now: () => new Date() } }, undefined, { dataDir });
  await take(app, 'offers', long);
  const { rows } = await app.client.imports.list({ page: 0, pageSize: 1 });
  const [item] = rows;
  if (!item) throw new Error('Nothing was imported.');
  const { jobId } = await app.client.imports.undo({ importId: item.id });
  expect((await app.endOf(jobId)).summary).toMatchObject({ removed: 20_000 });
  expect((await overview(app)).offers).toBe(0);
}
