import { writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import { openApp, type OpenApp } from '../support/open-app';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-redo-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function take(app: OpenApp, kind: ImportKind, content: string): Promise<ImportId> {
  const path = join(app.dataDir, 'file.csv');
  await writeFile(path, content);
  const request = { fileId: app.fileStore.adopt(path), kind, format: null, mapping: null, dryRun: false };
  const { importId, jobId } = await app.client.imports.start(request);
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  return importId;
}

async function reverse(app: OpenApp, direction: 'undo' | 'redo', importId: ImportId) {
  const { state, summary } = await app.endOf((await app.client.imports[direction]({ importId })).jobId);
  expect([state, app.log.errors]).toEqual(['succeeded', []]);
  return summary;
}

/** Every row that an import can make or change, whole, and what hangs on each. */
function everything(app: OpenApp): unknown {
  const tables = ['offer', 'offer_skill', 'company', 'contact', 'formation', 'formation_skill', 'formation_rome'];
  return [...tables, 'component', 'formation_manager'].map((table) => [
    table,
    app.database.read.prepare(`select * from ${table} order by 1, 2`).all(),
  ]);
}

const offers = [
  'référence;intitulé;entreprise;siret;contact;courriel;ville;compétences',
  'A;Un;Octorive;;Ada;ada@o.example;Lyon;SQL',
  'B;Deux;Nuvélia;73282932000074;Bo;bo@n.example;Nice;Java | SQL',
  ';Trois;Octorive;;Ada;ada@o.example;Metz;',
].join('\n');

describe('redoing an import', () => {
  it('puts every row in place again as it was, also after a restart', async () => {
    let before: unknown;
    let importId: ImportId;
    {
      await using app = await openApp({}, undefined, { dataDir });
      await take(app, 'offers', 'référence;intitulé;ville;entreprise;siret\nA;Un;Lille;Nuvelia;\n');
      importId = await take(app, 'offers', offers);
      before = everything(app);
      expect(await reverse(app, 'undo', importId)).toEqual({ importId, removed: 2, restored: 2, kept: 0 });
      const undone = await app.client.imports.get({ importId });
      expect(undone).toMatchObject({ state: 'undone', redo: null, redoableUntil: '2026-04-01T09:00:00.000Z' });
    }
    await using app = await openApp({}, undefined, { dataDir });
    expect(await reverse(app, 'redo', importId)).toEqual({ importId, restored: 4, kept: 0 });
    expect(everything(app)).toEqual(before);
    expect(await app.client.imports.get({ importId })).toMatchObject({
      ...{ state: 'committed', undo: null, redoableUntil: null },
      redo: { restored: 4, kept: 0 },
    });
    // It can be taken back and put in place as often as wanted.
    expect(await reverse(app, 'undo', importId)).toEqual({ importId, removed: 2, restored: 2, kept: 0 });
    expect(await reverse(app, 'redo', importId)).toEqual({ importId, restored: 4, kept: 0 });
    expect(everything(app)).toEqual(before);
  });

  it('puts formations, components and managers in place again', async () => {
    await using app = await openApp({}, undefined, { dataDir });
    await take(app, 'formations', 'code;intitulé;composante\nF1;BUT informatique;IUT\n');
    const importId = await take(
      app,
      'formations',
      'code;intitulé;composante;gestionnaire;compétences;codes rome\nF1;BUT informatique;IUT;Zoé;SQL;M1805\nF2;Licence;UFR de droit;Max;Droit;K1901\n',
    );
    const before = everything(app);
    expect(await reverse(app, 'undo', importId)).toEqual({ importId, removed: 1, restored: 1, kept: 0 });
    expect(await reverse(app, 'redo', importId)).toEqual({ importId, restored: 2, kept: 0 });
    expect(everything(app)).toEqual(before);
  });

  it('puts companies and their contacts in place again', async () => {
    await using app = await openApp({}, undefined, { dataDir });
    await take(app, 'companies', 'raison sociale;ville\nOctorive;Lyon\n');
    const importId = await take(
      app,
      'companies',
      'raison sociale;ville;courriel\nOctorive;Metz;a@o.example\nNuvélia;Nice;n@n.example\n',
    );
    const before = everything(app);
    expect(await reverse(app, 'undo', importId)).toEqual({ importId, removed: 1, restored: 1, kept: 0 });
    expect(await reverse(app, 'redo', importId)).toEqual({ importId, restored: 2, kept: 0 });
    expect(everything(app)).toEqual(before);
  });

  it('keeps what was changed or made since', async () => {
    await using app = await openApp({}, undefined, { dataDir });
    await take(app, 'offers', 'référence;intitulé;ville\nA;Un;Lille\n');
    const importId = await take(app, 'offers', offers);
    await reverse(app, 'undo', importId);
    // A is changed, B and its company are made by somebody else.
    await take(app, 'offers', 'référence;intitulé;entreprise;siret\nA;Un bis;;\nB;Deux;Nuvélia;73282932000074\n');
    expect(await reverse(app, 'redo', importId)).toEqual({ importId, restored: 1, kept: 2 });
    const sort = { by: 'title', direction: 'asc' } as const;
    const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 10 });
    expect(rows.map(({ title, company, city }) => [title, company, city])).toEqual([
      ['Deux', 'Nuvélia', null],
      ['Trois', 'Octorive', 'Metz'],
      ['Un bis', null, 'Lille'],
    ]);
    expect((await app.client.university.overview({})).companies).toBe(2);
  });

  it('lets rows that came back refer to a company that somebody else made since', async () => {
    await using app = await openApp({}, undefined, { dataDir });
    const file = 'intitulé;entreprise\nTrois;Octorive\n';
    const importId = await take(app, 'offers', file);
    await reverse(app, 'undo', importId);
    await take(app, 'companies', 'raison sociale;ville\nOctorive;Lyon\n');
    expect(await reverse(app, 'redo', importId)).toEqual({ importId, restored: 1, kept: 0 });
    expect((await app.client.university.overview({})).companies).toBe(1);
    const sort = { by: 'title', direction: 'asc' } as const;
    const { rows } = await app.client.offers.list({ filter: { text: 'octorive' }, sort, page: 0, pageSize: 10 });
    expect(rows.map(({ title, company }) => [title, company])).toEqual([['Trois', 'Octorive']]);
    // The same file is still known, row for row.
    const again = await take(app, 'offers', file);
    expect((await app.client.imports.get({ importId: again })).counts).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('is refused for an import that is in place, and after a month, when nothing of it is left', async () => {
    const importId = await (async () => {
      await using app = await openApp({}, undefined, { dataDir });
      const id = await take(app, 'offers', offers);
      await expect(app.client.imports.redo({ importId: id })).rejects.toMatchObject({ reason: 'import-not-redoable' });
      await reverse(app, 'undo', id);
      return id;
    })();
    await using app = await openApp({}, '2026-04-02T09:00:00Z', { dataDir });
    await expect(app.client.imports.redo({ importId })).rejects.toMatchObject({ reason: 'import-not-redoable' });
    expect(await app.client.imports.get({ importId })).toMatchObject({ state: 'undone', redoableUntil: null });
    expect((await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 5 })).total).toBe(0);
    const left = app.database.read.prepare('select count(*) from import_change').pluck().get();
    expect(left).toBe(0);
  });

  it('keeps the rows that were edited among many, with what hangs on them', async () => {
    await using app = await openApp({}, undefined, { dataDir });
    const rows = Array.from({ length: 1_200 }, (_, index) => `R${index};Un;Lyon;SQL | Java`).join('\n');
    const importId = await take(app, 'offers', `référence;intitulé;ville;compétences\n${rows}\n`);
    const edited = "external_id in ('R3', 'R700', 'R1199')";
    await app.database.write((db) => {
      db.prepare(`update offer set revision = revision + 1 where ${edited}`).run();
    });
    const before = everything(app);
    expect(await reverse(app, 'undo', importId)).toEqual({ importId, removed: 1_197, restored: 0, kept: 3 });
    const left = app.database.read
      .prepare(
        'select o.external_id, count(*) from offer o join offer_skill s on s.offer_id = o.id group by 1 order by 1',
      )
      .raw();
    expect(left.all()).toEqual([
      ['R1199', 2],
      ['R3', 2],
      ['R700', 2],
    ]);
    expect(app.database.read.prepare('select count(*) from offer_skill').pluck().get()).toBe(6);
    expect(await reverse(app, 'redo', importId)).toEqual({ importId, restored: 1_197, kept: 0 });
    expect(everything(app)).toEqual(before);
  });

  it('leaves everything as it was when it is cancelled, and goes on beside a job that runs', async () => {
    await using app = await openApp({}, undefined, { dataDir });
    const rows = Array.from({ length: 3_000 }, (_, index) => `${index};T${index};E${index}`).join('\n');
    const importId = await take(app, 'offers', `référence;intitulé;entreprise\n${rows}\n`);
    const before = everything(app);
    const { jobId } = await app.client.imports.undo({ importId });
    await expect(app.client.imports.undo({ importId })).rejects.toMatchObject({ reason: 'job-running' });
    await app.client.jobs.cancel({ jobId });
    expect((await app.endOf(jobId)).state).toBe('cancelled');
    expect(everything(app)).toEqual(before);
    expect((await app.client.imports.get({ importId })).state).toBe('committed');
    expect(await reverse(app, 'undo', importId)).toMatchObject({ removed: 3_000 });
  });
});

it('counts what the rows of a file made on the way', async () => {
  await using app = await openApp({}, undefined, { dataDir });
  const made = async (importId: ImportId) => (await app.client.imports.get({ importId })).alsoCreated;
  const nothing = { companies: 0, contacts: 0, components: 0, managers: 0 };
  expect(await made(await take(app, 'offers', offers))).toEqual({ ...nothing, companies: 2, contacts: 2 });
  const formations = 'intitulé;composante;gestionnaire\nBUT;IUT;Zoé\nLicence;Droit;Zoé\nMaster;Droit;Max\n';
  expect(await made(await take(app, 'formations', formations))).toEqual({ ...nothing, components: 2, managers: 2 });
});
