import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AppClient } from '../src/shared/contract/contract';
import type { FileId, ImportId } from '../src/shared/domain/ids';
import type { Database } from '../src/main/core/db/open';
import { writeOffers } from './make-offers';
import { jobOver, openApplication } from './open-application';

// What it costs to take an import back and to put it in place again: as soon as it was stored, and when its offers were
// ranked and read meanwhile (with invented formations and rankings: what is in them says nothing here). Each undo is
// measured with the safety backup before it and without. The median of the rounds is told.

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
});
const rowCount = Number(values.rows);
const rounds = Number(values.rounds);
const formationCount = 400;
const matchesEach = 20;

interface Measure {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The longest time that the event loop was not free. */
  readonly longestPauseMs: number;
}

async function timed(work: () => Promise<void>): Promise<Measure> {
  let longestPauseMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longestPauseMs = Math.max(longestPauseMs, now - last - 2);
    last = now;
  }, 2);
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  await work();
  const [wallMs, used] = [performance.now() - started, process.cpuUsage(cpu)];
  clearInterval(watch);
  return { wallMs, cpuMs: (used.user + used.system) / 1_000, longestPauseMs };
}

/** Gives every offer what the ranking job leaves: a vector, twenty formations, and what was read of its text. */
async function rankAll(database: Database): Promise<void> {
  await database.write((db) => {
    const numbers = (count: number): string =>
      `with recursive n(n) as (select 1 union all select n + 1 from n where n < ${count})`;
    db.prepare(
      `${numbers(formationCount)} insert or ignore into formation
         (id, title, title_key, identity_key, revision, created_at, updated_at, content_hash, description)
       select n, 'Formation ' || n, 'formation ' || n, 'formation ' || n, 1, '2026-01-01T00:00:00.000Z',
         '2026-01-01T00:00:00.000Z', n, '' from n`,
    ).run();
    db.prepare(
      `insert or ignore into embedding (owner_kind, owner_id, model_id, text_hash, vector)
       select 'offer', id, 'drawn', id, randomblob(1024) from offer`,
    ).run();
    db.prepare(
      `${numbers(matchesEach)} insert or ignore into match (offer_id, rank, formation_id, model_id, score, semantic, lexical)
       select o.id, n, 1 + (o.id * 7 + n * 13) % ${formationCount}, 'drawn', 0.5, 0.5, 0.5 from offer o, n`,
    ).run();
    db.prepare(
      `insert or ignore into ranking (offer_id, model_id, basis, outcome, best_score, ranked_at)
       select id, 'drawn', 'drawn', 'ranked', 0.5, '2026-01-01T00:00:00.000Z' from offer`,
    ).run();
    db.prepare(
      `insert or ignore into offer_reading (offer_id, version, level_mask, domain, domain_key, read_at, facts)
       select id, 'drawn', 0, 'Gestion', 'gestion', '2026-01-01T00:00:00.000Z', '{}' from offer`,
    ).run();
  });
}

type Results = Record<string, Measure>;

async function measure(dataDir: string, path: string): Promise<{ results: Results; databaseMb: number }> {
  let isBackedUp = true;
  await using app = await openApplication(dataDir, (thread) => ({
    ...thread,
    copy: async (databasePath, target) =>
      isBackedUp
        ? await thread.copy(databasePath, target)
        : { sizeBytes: 0, version: 0, offers: 0, formations: 0, companies: 0 },
  }));
  const { client, database } = app;
  let importId = await importOffers(client, app.fileStore.adopt(path));
  const undo = async (): Promise<void> => jobOver(client, (await client.imports.undo({ importId })).jobId);
  const redo = async (): Promise<void> => jobOver(client, (await client.imports.redo({ importId })).jobId);
  const taken: Record<string, Measure[]> = {};
  const note = async (name: string, work: () => Promise<void>): Promise<void> => {
    (taken[name] ??= []).push(await timed(work));
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const isRanked of [false, true]) {
      const of = isRanked ? ', ranked' : '';
      isBackedUp = false;
      if (isRanked) await rankAll(database);
      await note(`undo without its backup${of}`, undo);
      await note('redo without its backup', redo);
      isBackedUp = true;
      if (isRanked) await rankAll(database);
      await note(`undo${of}`, undo);
      await redo();
    }
  }
  // The same offers say something else: all of them are updated.
  await writeOffers(path, rowCount, 1_000, { seed: 8 });
  importId = await importOffers(client, app.fileStore.adopt(path));
  isBackedUp = false;
  for (let round = 0; round < rounds; round += 1) {
    await note('undo of updates without its backup', undo);
    await note('redo of updates without its backup', redo);
  }
  const databaseMb = statSync(database.path).size / 1e6;
  const results = Object.fromEntries(
    Object.entries(taken).map(([name, measures]) => {
      const [middle] = measures.toSorted((one, other) => one.wallMs - other.wallMs).slice(measures.length >> 1);
      if (!middle) throw new Error('Nothing was measured.');
      return [name, middle];
    }),
  );
  return { results, databaseMb };
}

async function importOffers(client: AppClient, fileId: FileId): Promise<ImportId> {
  const request = { fileId, kind: 'offers', format: null, mapping: null, dryRun: false } as const;
  const { importId, jobId } = await client.imports.start(request);
  await jobOver(client, jobId);
  return importId;
}

const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
try {
  const path = join(folder, 'offers.csv');
  await writeOffers(path, rowCount, 1_000);
  const { results, databaseMb } = await measure(join(folder, 'data'), path);
  console.log(`Undo and redo of an import of ${rowCount} offers, in milliseconds (load ${loadavg()[0]?.toFixed(1)})`);
  const shown = Object.entries(results).map(([name, { wallMs, cpuMs, longestPauseMs }]) => [
    name,
    { wall: Math.round(wallMs), CPU: Math.round(cpuMs), 'longest pause': Math.round(longestPauseMs) },
  ]);
  console.table(Object.fromEntries(shown));
  mkdirSync('bench-results', { recursive: true });
  const report = { rows: rowCount, databaseMb, load: loadavg(), node: process.version, at: new Date(), results };
  writeFileSync('bench-results/undo.json', `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
