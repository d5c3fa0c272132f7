import { expect, it } from 'vitest';
import type { RomeCheck } from '../../src/shared/contract/rome-pack';
import { importIdSchema, offerIdSchema } from '../../src/shared/domain/ids';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';
import { openRomeFolder, type RomeFolder } from '../support/rome-folder';

async function check(app: OpenApp, folder: RomeFolder): Promise<RomeCheck> {
  const fileIds = folder.files().map(({ path }) => app.fileStore.adopt(path));
  let last: RomeCheck | null = null;
  for await (const event of app.client.romePack.check({ fileIds })) if (event.step === 'checked') last = event;
  if (!last) throw new Error('Nothing was said of the folder.');
  return last;
}

async function put(app: OpenApp, folder: RomeFolder) {
  const { checkId, faults } = await check(app, folder);
  expect(faults).toEqual([]);
  return await app.client.romePack.put({ checkId: checkId ?? '' });
}

const codesOf = (app: OpenApp) => ({
  offers: app.database.read.prepare('select rome_code from offer order by id').pluck().all(),
  formations: app.database.read
    .prepare('select code from formation_rome order by formation_id, position')
    .pluck()
    .all(),
});

/** K1207 is a code of ROME whose label is a title of K1205 in the invented version; H1200 never was one. */
async function importRecords(app: OpenApp): Promise<void> {
  const offers = 'référence;intitulé;code ROME\n1;Médiateur de quartier;K1204\n2;Comptable;M1203\n3;Soudeur;H2913\n';
  await start(app, 'offers', await adopt(app, offers));
  const formations = 'code;intitulé;codes ROME\nA;Médiation;K1204 | K1205\nB;Bureau d’études;H1200\n';
  await start(app, 'formations', await adopt(app, formations));
}

it('looks at a folder, puts it into use, moves old codes, and takes all that back', async () => {
  await using app = await openApp();
  using folder = openRomeFolder();
  await importRecords(app);
  const label = app.database.read.prepare("select label from rome_occupation where code = 'K1204'").pluck().get();
  folder.change('appellation', (text) => text.replaceAll('Médiateur social / Médiatrice sociale', String(label)));

  const shipped = await app.client.occupations.sheet({ code: 'M1203' });
  expect(shipped.rome).toBeNull();
  const looked = await check(app, folder);
  expect(looked).toMatchObject({ version: 90, publishedOn: '2026-02-01', occupations: 4, added: 1, removed: 1581 });
  expect(looked.gone).toEqual([
    { code: 'H1200', label: null, movedTo: null, mayBe: [], offers: 0, formations: 1 },
    { code: 'H2913', label: expect.any(String) as unknown, movedTo: null, mayBe: [], offers: 1, formations: 0 },
    { code: 'K1204', label, movedTo: 'K1205', mayBe: [], offers: 1, formations: 1 },
  ]);
  expect(await app.client.romePack.state({})).toEqual({ inUse: null, former: null });

  expect(await put(app, folder)).toEqual({ offers: 1, formations: 1 });
  expect(codesOf(app)).toEqual({ offers: ['K1205', 'M1203', 'H2913'], formations: ['K1205', 'H1200'] });
  const sheet = await app.client.occupations.sheet({ code: 'M1203' });
  expect(sheet.rome).toMatchObject({
    title: 'ROME inventé version 90',
    definition: ['Tient des comptes inventés.', 'Range les factures.'],
    contexts: [{ name: 'Lieux et déplacements' }],
  });
  expect(sheet.soft[0]).toMatchObject({ label: 'Faire preuve de rigueur et de précision', isOfRome: true });
  expect(sheet.near.map(({ code }) => code)).toEqual(['M1899', 'K1205']);
  expect(await app.client.occupations.list({ text: 'robots' })).toEqual([
    { code: 'M1899', label: 'Éleveur / Éleveuse de robots' },
  ]);

  // What somebody says otherwise since is left when the version goes.
  await app.database.write((db) => void db.prepare("update offer set rome_code = 'M1805' where id = 1").run());
  expect(await app.client.romePack.use({ packId: null })).toEqual({ offers: 0, formations: 1 });
  expect(codesOf(app)).toEqual({ offers: ['M1805', 'M1203', 'H2913'], formations: ['K1204', 'K1205', 'H1200'] });
  expect(await app.client.occupations.sheet({ code: 'M1203' })).toEqual(shipped);

  const { inUse, former } = await app.client.romePack.state({});
  expect([inUse, former?.version]).toEqual([null, 90]);
  expect(await app.client.romePack.use({ packId: former?.packId ?? 0 })).toEqual({ offers: 0, formations: 1 });
  expect(codesOf(app).formations).toEqual(['K1205', 'H1200']);
});

it('a newer version takes the place of the one before, which is kept for the way back; an older one is refused', async () => {
  await using app = await openApp();
  using folder = openRomeFolder();
  await put(app, folder);
  using newer = openRomeFolder();
  newer.change('version', (text) => text.replaceAll('90', '91'));
  // The occupation has another code and keeps its number.
  for (const part of ['code_rome', 'appellation', 'unix_texte', 'coherence', 'mobilite']) {
    newer.change(part, (text) => text.replaceAll('M1899', 'M1898'));
  }
  await start(app, 'offers', await adopt(app, 'référence;intitulé;code ROME\n1;Robots;M1899\n'));
  expect(await put(app, newer)).toEqual({ offers: 1, formations: 0 });
  expect(codesOf(app).offers).toEqual(['M1898']);
  const { inUse, former } = await app.client.romePack.state({});
  expect([inUse?.version, former?.version, inUse?.occupations]).toEqual([91, 90, 4]);

  const older = await check(app, folder);
  expect(older).toMatchObject({ checkId: null, version: 90 });
  expect(older.faults).toEqual([{ file: 'version.txt', line: null, code: 'older', value: '91' }]);
  expect(await app.client.romePack.use({ packId: former?.packId ?? 0 })).toEqual({ offers: 1, formations: 0 });
  expect(codesOf(app).offers).toEqual(['M1899']);
});

it('changes nothing for a folder with something wrong, and takes none that was not looked at', async () => {
  await using app = await openApp();
  using folder = openRomeFolder();
  await put(app, folder);
  const before = await app.client.romePack.state({});
  folder.change('coherence', (text) => text.slice(0, -4));
  const { checkId, faults } = await check(app, folder);
  expect([checkId, faults.length]).toEqual([null, 1]);
  await expect(app.client.romePack.put({ checkId: 'another' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(app.client.romePack.use({ packId: 999 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await app.client.romePack.state({})).toEqual(before);
});

/** The invented version with the label of a shipped occupation, K1204, among the titles of K1205. */
function folderThatMovesK1204(app: OpenApp): RomeFolder {
  const folder = openRomeFolder();
  const label = app.database.read.prepare("select label from rome_occupation where code = 'K1204'").pluck().get();
  folder.change('appellation', (text) => text.replaceAll('Médiateur social / Médiatrice sociale', String(label)));
  return folder;
}

it('gives later files the codes that old ones have become, knows their rows again, and takes that back too', async () => {
  await using app = await openApp();
  using folder = folderThatMovesK1204(app);
  const known = 'intitulé;code ROME\nMédiateur de quartier;K1204\nAnimateur de rue;K1204\n';
  await start(app, 'offers', await adopt(app, known));
  // What a person wrote in it does not keep a later file from knowing it again.
  const edit = await app.client.offers.edit({ offerId: offerIdSchema.parse(2) });
  const form = { ...edit.form, city: 'Lyon' };
  await app.client.offers.save({ offerId: offerIdSchema.parse(2), revision: edit.revision, form, hasNames: true });
  await put(app, folder);
  expect((await start(app, 'offers', await adopt(app, known))).job.summary).toMatchObject({ created: 0, updated: 0 });
  const others = 'intitulé;code ROME\nMédiateur de nuit;K1204\nComptable;M1203\n';
  expect((await start(app, 'offers', await adopt(app, others))).job.summary).toMatchObject({ created: 2 });
  expect((await start(app, 'offers', await adopt(app, others))).job.summary).toMatchObject({ unchanged: 2 });
  const formations = 'code;intitulé;codes ROME\nA;Médiation;K1204 | K1205\n';
  await start(app, 'formations', await adopt(app, formations));
  expect((await start(app, 'formations', await adopt(app, formations))).job.summary).toMatchObject({ unchanged: 1 });
  expect(codesOf(app)).toEqual({ offers: ['K1205', 'K1205', 'K1205', 'M1203'], formations: ['K1205'] });

  expect(await app.client.romePack.use({ packId: null })).toEqual({ offers: 3, formations: 1 });
  expect(codesOf(app)).toEqual({ offers: ['K1204', 'K1204', 'K1204', 'M1203'], formations: ['K1204', 'K1205'] });
  for (const content of [known, others]) {
    expect((await start(app, 'offers', await adopt(app, content))).job.summary).toMatchObject({
      created: 0,
      updated: 0,
    });
  }
});

it('does not count as an edit: an import whose codes were moved is undone as a whole', async () => {
  await using app = await openApp();
  using folder = folderThatMovesK1204(app);
  await importRecords(app);
  await put(app, folder);
  for (const importId of [1, 2].map((id) => importIdSchema.parse(id))) {
    const { jobId } = await app.client.imports.undo({ importId });
    expect((await app.endOf(jobId)).summary).toMatchObject({ kept: 0 });
  }
  expect(codesOf(app)).toEqual({ offers: [], formations: [] });
});

it('moves the codes of what comes back as it was before: an import undone or redone, an offer put back', async () => {
  await using app = await openApp();
  using folder = folderThatMovesK1204(app);
  const first = 'référence;intitulé;ville;code ROME\n1;Médiateur de rue;Lyon;K1204\n2;Médiatrice;Brest;K1204\n';
  const formations = 'code;intitulé;niveau;codes ROME\nA;Médiation;Bac+3;K1204\n';
  await start(app, 'offers', await adopt(app, first));
  await start(app, 'formations', await adopt(app, formations));
  const { importId: second } = await start(app, 'offers', await adopt(app, first.replace('Lyon', 'Paris')));
  const { importId: third } = await start(app, 'formations', await adopt(app, formations.replace('Bac+3', 'Bac+5')));
  const reverse = async (direction: 'undo' | 'redo', importId: typeof second) => {
    const { jobId } = await app.client.imports[direction]({ importId });
    expect((await app.endOf(jobId)).summary).toMatchObject({ restored: 1, kept: 0 });
  };
  await app.client.offers.remove({ offerId: offerIdSchema.parse(2) });
  await put(app, folder);
  await app.client.offers.restore({ offerId: offerIdSchema.parse(2) });
  const present = { offers: ['K1205', 'K1205'], formations: ['K1205'] };
  expect(codesOf(app)).toEqual(present);
  for (const direction of ['undo', 'redo'] as const) {
    for (const importId of [second, third]) await reverse(direction, importId);
    expect(codesOf(app)).toEqual(present);
  }
  // And back they go with the version.
  expect(await app.client.romePack.use({ packId: null })).toEqual({ offers: 2, formations: 1 });
  expect(codesOf(app)).toEqual({ offers: ['K1204', 'K1204'], formations: ['K1204'] });
});

it('leaves a code whose title has several owners, and tells them', async () => {
  await using app = await openApp();
  using folder = folderThatMovesK1204(app);
  await importRecords(app);
  const label = String(
    app.database.read.prepare("select label from rome_occupation where code = 'K1204'").pluck().get(),
  );
  folder.change('appellation', (text) => {
    const lines = text.trimEnd().split(/\r?\n/);
    const own = lines.find((line) => line.includes(label)) ?? '';
    return [...lines, own.replace('K1205', 'M1203').replace(/"\d{4}"/, '"9999"')].join('\n') + '\n';
  });
  const looked = await check(app, folder);
  expect(looked.faults).toEqual([]);
  expect(looked.gone.find(({ code }) => code === 'K1204')).toMatchObject({ movedTo: null, mayBe: ['K1205', 'M1203'] });
  expect(await put(app, folder)).toEqual({ offers: 0, formations: 0 });
  expect(codesOf(app).offers[0]).toBe('K1204');
});

it('a version after the next moves what the next had moved', async () => {
  await using app = await openApp();
  using folder = folderThatMovesK1204(app);
  await importRecords(app);
  await put(app, folder);
  using newer = folderThatMovesK1204(app);
  newer.change('version', (text) => text.replaceAll('90', '91'));
  for (const part of ['code_rome', 'appellation', 'unix_texte', 'coherence', 'mobilite']) {
    newer.change(part, (text) => text.replaceAll('K1205', 'K1299'));
  }
  await put(app, newer);
  expect(codesOf(app).offers[0]).toBe('K1299');
});
