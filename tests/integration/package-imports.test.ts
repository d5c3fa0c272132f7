import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GoBackCounts } from '../../src/shared/contract/imports';
import type { FileId, ImportId, JobId } from '../../src/shared/domain/ids';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

/** A package of two companies and three offers, as another university saves it. */
async function packageFile(): Promise<Buffer> {
  await using app = await openApp();
  await app.client.settings.update({ universityName: 'Université du Nord' });
  const rows = ['Comptable;Octorive;Lyon;1;A', 'Juriste;Octorive;Paris;2;A', 'Soudeur;Nuvélia;Lille;3;A'];
  await start(app, 'offers', await adopt(app, ['intitulé;entreprise;ville;référence;source', ...rows].join('\n')));
  const contents = { offers: {}, formations: null, companies: 'of-offers' } as const;
  const { jobId, fileId } = await app.client.packages.write({
    contents,
    personalData: false,
    licence: 'Usage interne',
  });
  expect((await app.endOf(jobId)).error).toBeNull();
  return await readFile(app.fileStore.locate(fileId).path);
}

interface Part {
  readonly fileId: FileId;
  readonly kind: 'offers' | 'formations' | 'companies';
}

/** Takes parts in together; answers with their imports. */
async function take(app: OpenApp, parts: readonly Part[]): Promise<ImportId[]> {
  const imports: ImportId[] = [];
  for (const { fileId, kind } of parts) {
    const source = { fileId, kind, format: null, mapping: null, dryRun: false, usesProfile: false } as const;
    const together = { conflicts: 'ours', takenWith: imports[0] ?? null } as const;
    const { importId, jobId } = await app.client.imports.start({ ...source, ...together });
    expect((await app.endOf(jobId)).error).toBeNull();
    imports.push(importId);
  }
  return imports;
}

/** Whoever writes waits from now on, as behind a large import. */
function holdWrites(app: OpenApp): { readonly release: () => Promise<void> } & AsyncDisposable {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const held = app.database.write(() => gate);
  const release = async (): Promise<void> => {
    open();
    await held;
  };
  return { release, [Symbol.asyncDispose]: release };
}

async function look(app: OpenApp, importId: ImportId): Promise<GoBackCounts> {
  for await (const counts of app.client.imports.previewUndoPackage({ importId })) return counts;
  throw new Error('Nothing was found out.');
}

const content = (app: OpenApp) => ({
  offers: app.database.read.prepare('select title, city from offer order by id').raw().all(),
  companies: app.database.read.prepare('select name from company order by id').pluck().all(),
});

it('is reported, taken back and put in place again as one, also after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-package-'));
  try {
    const bytes = await packageFile();
    // The tables are laid out by one run of the application and taken in by the next, which knows whose they are.
    const { parts, before } = await (async () => {
      await using app = await openApp({}, undefined, { dataDir });
      await start(
        app,
        'offers',
        await adopt(app, 'intitulé;entreprise;ville;référence;source\nComptable;Octorive;Metz;1;A\n'),
      );
      const opened = await app.client.packages.open({ fileId: await adopt(app, bytes, 'nord.smartrecruiting') });
      return { parts: opened.parts, before: content(app) };
    })();
    const { imports, after } = await (async () => {
      await using app = await openApp({}, undefined, { dataDir });
      const taken = await take(app, parts);
      return { imports: taken, after: content(app) };
    })();
    expect(after.offers).toEqual([
      ['Comptable', 'Metz'],
      ['Juriste', 'Paris'],
      ['Soudeur', 'Lille'],
    ]);

    await using app = await openApp({}, undefined, { dataDir });
    const [first, second] = imports;
    if (!first || !second) throw new Error('Two tables were taken.');
    for (const importId of imports) {
      const report = await app.client.imports.ofPackage({ importId });
      expect(report.map(({ id, kind, keptKnown, counts }) => [id, kind, keptKnown, counts.created])).toEqual([
        [first, 'companies', 0, 1],
        [second, 'offers', 1, 2],
      ]);
      expect(report.map(({ packageOrigin }) => packageOrigin?.university)).toEqual(Array(2).fill('Université du Nord'));
    }
    const looked = await look(app, first);
    expect(looked.imports.map(({ id }) => id)).toEqual([second, first]);
    expect(looked).toMatchObject({ removed: 3, kept: 0 });
    expect(content(app)).toEqual(after);

    const undo = await app.endOf((await app.client.imports.undoPackage({ importId: second })).jobId);
    expect(undo.summary).toMatchObject({ imports: 2, removed: 3, kept: 0 });
    expect(content(app)).toEqual(before);
    await expect(app.client.imports.undoPackage({ importId: first })).rejects.toMatchObject({
      reason: 'import-not-undoable',
    });
    const redo = await app.endOf((await app.client.imports.redoPackage({ importId: first })).jobId);
    expect(redo.summary).toMatchObject({ imports: 2, kept: 0 });
    expect(content(app)).toEqual(after);
    await expect(app.client.imports.redoPackage({ importId: first })).rejects.toMatchObject({
      reason: 'import-not-redoable',
    });
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

it('keeps what was changed since, and is left whole where its undo breaks off', async () => {
  await using app = await openApp();
  const opened = await app.client.packages.open({
    fileId: await adopt(app, await packageFile(), 'nord.smartrecruiting'),
  });
  const [first] = await take(app, opened.parts);
  if (!first) throw new Error('The package has tables.');
  await app.database.write(
    (db) =>
      void db.prepare("update offer set title = 'Soudeuse', revision = revision + 1 where title = 'Soudeur'").run(),
  );
  // Its company stays with it.
  expect(await look(app, first)).toMatchObject({ removed: 3, kept: 2 });
  const after = content(app);
  await using held = holdWrites(app);
  const { jobId } = await app.client.imports.undoPackage({ importId: first });
  await app.client.jobs.cancel({ jobId });
  await held.release();
  expect((await app.endOf(jobId)).state).toBe('cancelled');
  expect(content(app)).toEqual(after);
  expect((await app.endOf((await app.client.imports.undoPackage({ importId: first })).jobId)).state).toBe('succeeded');
  expect(content(app)).toEqual({ offers: [['Soudeuse', 'Lille']], companies: ['Nuvélia'] });
});

/** Takes the companies of a package, of which the offers are still to come. */
async function takeOneOfTwo(app: Parameters<typeof take>[0]) {
  const opened = await app.client.packages.open({
    fileId: await adopt(app, await packageFile(), 'nord.smartrecruiting'),
  });
  const [companies, offers] = opened.parts;
  if (!companies || !offers) throw new Error('The package has two tables.');
  const [first] = await take(app, [companies]);
  if (!first) throw new Error('One table was taken.');
  return { first, offers };
}

it('is reported and left whole while a table is still to come, whoever writes meanwhile', async () => {
  await using app = await openApp();
  const { first, offers } = await takeOneOfTwo(app);
  await using held = holdWrites(app);
  const source = { format: null, mapping: null, dryRun: false, conflicts: 'ours', takenWith: first } as const;
  const second = await app.client.imports.start({ ...source, fileId: offers.fileId, kind: offers.kind });
  const told = async () =>
    (await app.client.imports.ofPackage({ importId: second.importId })).map(({ id, state, conflicts }) => [
      id,
      state,
      conflicts,
    ]);
  expect(await told()).toEqual([
    [first, 'committed', 'ours'],
    [second.importId, 'reading', 'ours'],
  ]);
  for (const ask of [app.client.imports.undoPackage, app.client.imports.redoPackage]) {
    await expect(ask({ importId: first })).rejects.toMatchObject({ reason: 'job-running' });
  }
  await held.release();
  expect((await app.endOf(second.jobId)).error).toBeNull();
  expect(await told()).toEqual([
    [first, 'committed', 'ours'],
    [second.importId, 'committed', 'ours'],
  ]);
  const undo = await app.endOf((await app.client.imports.undoPackage({ importId: first })).jobId);
  expect(undo.summary).toMatchObject({ imports: 2, kept: 0 });
  expect(content(app)).toEqual({ offers: [], companies: [] });
});

it('is left whole by an undo whose turn comes when another table is on its way', async () => {
  await using app = await openApp();
  const { first, offers } = await takeOneOfTwo(app);
  await using held = holdWrites(app);
  const { jobId } = await app.client.imports.undoPackage({ importId: first });
  const source = { format: null, mapping: null, dryRun: false, conflicts: 'ours', takenWith: first } as const;
  const second = await app.client.imports.start({ ...source, fileId: offers.fileId, kind: offers.kind });
  await held.release();
  expect(await app.endOf(jobId)).toMatchObject({ state: 'failed', error: { reason: 'job-running' } });
  expect((await app.endOf(second.jobId)).error).toBeNull();
  expect(content(app).companies).toHaveLength(2);
});

it('is taken back with what was read again of it, and comes back so', async () => {
  await using app = await openApp();
  const opened = await app.client.packages.open({
    fileId: await adopt(app, await packageFile(), 'nord.smartrecruiting'),
  });
  const [first, second] = await take(app, opened.parts);
  if (!first || !second) throw new Error('Two tables were taken.');
  const trial = await app.client.imports.reread({ importId: second, mapping: null, dryRun: true });
  expect((await app.endOf(trial.jobId)).error).toBeNull();
  const { importId: reread, jobId } = await app.client.imports.reread({
    importId: second,
    mapping: null,
    dryRun: false,
  });
  expect((await app.endOf(jobId)).error).toBeNull();
  const after = content(app);
  for (const importId of [first, reread]) {
    const report = await app.client.imports.ofPackage({ importId });
    expect(report.map(({ id, rereadOf }) => [id, rereadOf])).toEqual([
      [first, null],
      [second, null],
      [reread, second],
    ]);
  }
  const undo = await app.endOf((await app.client.imports.undoPackage({ importId: first })).jobId);
  expect(undo.summary).toMatchObject({ imports: 3, kept: 0 });
  expect(content(app)).toEqual({ offers: [], companies: [] });
  const redo = await app.endOf((await app.client.imports.redoPackage({ importId: first })).jobId);
  expect(redo.summary).toMatchObject({ imports: 3, kept: 0 });
  expect(content(app)).toEqual(after);
});

it('is taken back once, whoever asks for it in two windows', async () => {
  await using app = await openApp();
  const opened = await app.client.packages.open({
    fileId: await adopt(app, await packageFile(), 'nord.smartrecruiting'),
  });
  const [first] = await take(app, opened.parts);
  if (!first) throw new Error('The package has tables.');
  const reasons = async (ask: () => Promise<{ readonly jobId: JobId }>) => {
    const asked = [await ask(), await ask()];
    return await Promise.all(asked.map(async ({ jobId }) => (await app.endOf(jobId)).error?.reason ?? null));
  };
  await using held = holdWrites(app);
  const undone = reasons(() => app.client.imports.undoPackage({ importId: first }));
  await held.release();
  expect((await undone).toSorted()).toEqual(['import-not-undoable', null]);
});

it('refuses a table of another package or of none, and stands together in the list', async () => {
  await using app = await openApp();
  const opened = await app.client.packages.open({
    fileId: await adopt(app, await packageFile(), 'nord.smartrecruiting'),
  });
  const [companies, offers] = opened.parts;
  if (!companies || !offers) throw new Error('The package has two tables.');
  const [first] = await take(app, [companies]);
  const between = await start(app, 'companies', await adopt(app, 'nom\nArvane\n'));
  const request = { fileId: offers.fileId, kind: 'offers', format: null, mapping: null, dryRun: false } as const;
  await expect(app.client.imports.start({ ...request, takenWith: between.importId })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const { importId, jobId } = await app.client.imports.start({ ...request, takenWith: first ?? null });
  await app.endOf(jobId);
  const { rows } = await app.client.imports.list({ page: 0, pageSize: 10 });
  expect(rows.map(({ id }) => id)).toEqual([between.importId, importId, first]);
});
