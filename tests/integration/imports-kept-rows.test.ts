import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ImportId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

let now = new Date('2026-03-02T09:00:00Z');
const clock = { now: () => now };

async function take(app: OpenApp, kind: ImportKind, text: string): Promise<ImportId> {
  const { importId, job } = await start(app, kind, await adopt(app, text));
  expect(job.error).toBeNull();
  return importId;
}

async function look(app: OpenApp, importId: ImportId) {
  for await (const counts of app.client.imports.previewUndo({ importId })) return counts;
  throw new Error('Nothing was found out.');
}

async function undo(app: OpenApp, importId: ImportId) {
  return (await app.endOf((await app.client.imports.undo({ importId })).jobId)).summary;
}

async function edit(app: OpenApp, reference: string, title: string): Promise<number> {
  const set = 'update offer set title = ?, revision = revision + 1 where external_id = ? returning id';
  return await app.database.write((db) => Number(db.prepare(set).pluck().get(title, reference)));
}

const keptOf = (app: OpenApp, importId: ImportId, page = 0, pageSize = 25) =>
  app.client.imports.rows({ importId, state: null, onlyKept: true, page, pageSize });

const titles = (app: OpenApp) => app.database.read.prepare('select title, city from offer order by id').raw().all();

/** Two files; the second changes two offers of the first and brings two, of which each time one is edited by hand. */
async function twoFiles(app: OpenApp) {
  now = new Date('2026-03-02T09:00:00Z');
  const head = 'référence;intitulé;ville;entreprise\n';
  const first = await take(app, 'offers', `${head}1;Comptable;Lyon;Octorive\n2;Juriste;Paris;Octorive\n`);
  const rows = [
    '1;Comptable;Nantes;Octorive',
    '2;Juriste;Brest;Octorive',
    '3;Soudeur;Lille;Nuvélia',
    '4;Chef;Metz;Arvane',
  ];
  const importId = await take(app, 'offers', head + rows.join('\n'));
  const changed = await edit(app, '2', 'Juriste sociale');
  const made = await edit(app, '3', 'Soudeuse');
  return { first, importId, changed, made };
}

it('says what an undo will really do, and then it does that', async () => {
  await using app = await openApp({ clock });
  const { importId } = await twoFiles(app);
  const before = titles(app);
  const nothing = { contacts: 0, components: 0, managers: 0 };
  // Nuvélia stays with the offer that stays.
  const counts = { removed: 1, restored: 1, kept: 2 };
  expect(await look(app, importId)).toEqual({ ...counts, onTheWay: { companies: 1, ...nothing } });
  expect(titles(app)).toEqual(before);
  expect(await app.client.imports.get({ importId })).toMatchObject({ state: 'committed', undo: null });
  expect(await undo(app, importId)).toEqual({ importId, ...counts });
  expect(app.database.read.prepare('select name from company order by id').pluck().all()).toEqual([
    'Octorive',
    'Nuvélia',
  ]);
  await expect(look(app, importId)).rejects.toMatchObject({ reason: 'import-not-undoable' });
});

it('lists the rows that an undo kept, and none before', async () => {
  await using app = await openApp({ clock });
  const { importId, changed, made } = await twoFiles(app);
  expect(await keptOf(app, importId)).toEqual({ rows: [], total: 0 });
  await undo(app, importId);
  const { rows, total } = await keptOf(app, importId);
  expect(total).toBe(2);
  expect(rows.map(({ line, state, record }) => [line, state, record?.id])).toEqual([
    [3, 'updated', changed],
    [4, 'created', made],
  ]);
  expect((await keptOf(app, importId, 1, 1)).rows.map(({ line }) => line)).toEqual([4]);
});

it('tells where kept records come from, and keeps their lines when those of the others are erased', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-kept-'));
  try {
    const raw = (value: string): unknown => expect.objectContaining({ value });
    const { first, importId, changed, made } = await (async () => {
      await using app = await openApp({ clock }, undefined, { dataDir });
      const files = await twoFiles(app);
      await undo(app, files.importId);
      // The offer that is as it was before no longer comes from the second file.
      const restored = Number(app.database.read.prepare("select id from offer where external_id = '1'").pluck().get());
      const origin = await app.client.imports.origin({ kind: 'offers', id: restored });
      expect(origin).toMatchObject([{ importId: files.first, line: 2 }]);
      return files;
    })();
    for (const day of ['2026-03-03', '2026-04-20']) {
      now = new Date(`${day}T09:00:00Z`);
      await using app = await openApp({ clock }, undefined, { dataDir });
      expect(await app.client.imports.origin({ kind: 'offers', id: changed })).toMatchObject([
        { importId, line: 3, cells: [raw('2'), raw('Juriste'), raw('Brest'), raw('Octorive')] },
        { importId: first, line: 3, cells: [raw('2'), raw('Juriste'), raw('Paris'), raw('Octorive')] },
      ]);
      expect(await app.client.imports.origin({ kind: 'offers', id: made })).toMatchObject([{ importId, line: 4 }]);
      expect((await keptOf(app, importId)).rows.map(({ line }) => line)).toEqual([3, 4]);
    }
    await using app = await openApp({ clock }, undefined, { dataDir });
    expect((await app.client.imports.get({ importId })).redoableUntil).toBeNull();
    expect((await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 25 })).total).toBe(2);
    const left = 'select count(*) from import_change where import_id = ?';
    expect(app.database.read.prepare(left).pluck().get(importId)).toBe(0);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
