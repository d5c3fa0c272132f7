import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import yauzl from 'yauzl';
import { describe, expect, it } from 'vitest';
import type { PackageContents } from '../../src/shared/contract/packages';
import type { FileId } from '../../src/shared/domain/ids';
import type { ConflictRule, ImportKind } from '../../src/shared/domain/import';
import { emptyOfferForm } from '../../src/shared/domain/offer-form';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

const samples = join(import.meta.dirname, '../../data/samples');
const everything: PackageContents = { offers: {}, formations: {}, companies: {} };

async function take(app: OpenApp, kind: ImportKind, content: string | Buffer): Promise<void> {
  const { job } = await start(app, kind, await adopt(app, content));
  expect([job.state, job.error]).toEqual(['succeeded', null]);
}

/** A package as one university saves it, in the hands of another. */
async function handOver(from: OpenApp, to: OpenApp, contents: PackageContents, personalData: boolean): Promise<FileId> {
  // Without a name there is no package.
  const { universityName } = await from.client.settings.get({});
  if (universityName === '') await from.client.settings.update({ universityName: 'Université du Nord' });
  const { jobId, fileId } = await from.client.packages.write({ contents, personalData, licence: 'Usage interne' });
  const job = await from.endOf(jobId);
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return await adopt(to, await readFile(from.fileStore.locate(fileId).path), 'est.smartrecruiting');
}

/** Takes every part of a package in; answers with the counts by kind. */
async function takeIn(app: OpenApp, fileId: FileId, conflicts: ConflictRule = 'ours') {
  const { parts } = await app.client.packages.open({ fileId });
  const counts: Record<string, unknown> = {};
  for (const part of parts) {
    const request = { fileId: part.fileId, kind: part.kind, format: null, mapping: null, dryRun: false, conflicts };
    const { importId, jobId } = await app.client.imports.start(request);
    expect((await app.endOf(jobId)).state).toBe('succeeded');
    const { counts: found, fileName } = await app.client.imports.get({ importId });
    expect(fileName).toBe(`est.smartrecruiting (${part.kind}.csv)`);
    expect(found.read).toBe(part.rows);
    counts[part.kind] = [found.created, found.updated, found.unchanged, found.rejected, found.warnings];
  }
  return counts;
}

async function table(app: OpenApp, what: ImportKind): Promise<string> {
  const known = await app.client.exports.columns({ what });
  // Whose package it was is told only where it came as one.
  const columns = known.map(({ en }) => en).filter((name) => !/^(?:receivedFrom|licence|packageMadeOn)$/.test(name));
  const request = { what, filter: {} } as const;
  const { jobId, fileId } = await app.client.exports.start({ request, format: 'rfc4180', columns });
  await app.endOf(jobId);
  return await readFile(app.fileStore.locate(fileId).path, 'utf8');
}

async function textsIn(path: string): Promise<string> {
  const zip = await yauzl.openPromise(path);
  const texts = [];
  for await (const entry of zip.eachEntry()) {
    for await (const chunk of await zip.openReadStreamPromise(entry)) texts.push(String(chunk));
  }
  return texts.join('');
}

describe('a package', () => {
  it('is not written where nothing says whom it is from, or what may be done with it', async () => {
    await using app = await openApp();
    const write = (licence: string) =>
      app.client.packages.write({ contents: everything, personalData: false, licence });
    await expect(write('Usage interne')).rejects.toMatchObject({ reason: 'package-university-missing' });
    await app.client.settings.update({ universityName: 'Université de l’Est' });
    await expect(write('  ')).rejects.toMatchObject({ reason: 'package-licence-missing' });
    expect((await app.client.jobs.list({ page: 0, pageSize: 1 })).rows).toEqual([]);
  });

  it('gives another university the same rows, once, and can be taken back there', async () => {
    await using here = await openApp();
    await using there = await openApp();
    await here.client.settings.update({ universityName: 'Université de l’Est' });
    for (const kind of ['companies', 'formations', 'offers'] as const) {
      await take(here, kind, await readFile(join(samples, `${kind}.csv`)));
    }
    const fileId = await handOver(here, there, everything, true);
    const opened = await there.client.packages.open({ fileId });
    expect(opened).toMatchObject({ hasPersonalData: true, licence: 'Usage interne', fileName: 'est.smartrecruiting' });
    expect(opened.parts.map(({ kind }) => kind)).toEqual(['companies', 'formations', 'offers']);
    const first = await takeIn(there, fileId);
    for (const [, , unchanged, rejected, warnings] of Object.values(first) as number[][]) {
      expect([unchanged, rejected, warnings]).toEqual([0, 0, 0]);
    }
    expect(await table(there, 'formations')).toBe(await table(here, 'formations'));
    // The offers of the sample name no source, and now ours.
    const offers = (await table(there, 'offers')).replaceAll(/^(SV-[^,]+),Université de l’Est,/gm, '$1,,');
    expect(offers).toBe(await table(here, 'offers'));
    // Companies are numbered by each university in its own way.
    const withoutNumbers = (text: string): string => text.replaceAll(/^[^,]*,/gm, ',');
    expect(withoutNumbers(await table(there, 'companies'))).toBe(withoutNumbers(await table(here, 'companies')));
    const again = await takeIn(there, fileId, 'theirs');
    for (const [created, updated, , rejected] of Object.values(again) as number[][]) {
      expect([created, updated, rejected]).toEqual([0, 0, 0]);
    }
    const { rows } = await there.client.imports.list({ page: 0, pageSize: 6 });
    for (const { id } of rows) {
      const { jobId } = await there.client.imports.undo({ importId: id });
      expect((await there.endOf(jobId)).state).toBe('succeeded');
    }
    const { total } = await there.client.offers.list({
      ...{ filter: {}, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 1 },
    });
    expect(total).toBe(0);
  });

  it('knows an offer without a public reference again, there and when it comes back', async () => {
    await using here = await openApp();
    await using there = await openApp({}, '2026-03-02T10:00:00Z');
    await here.client.settings.update({ universityName: 'Université de l’Est' });
    await take(here, 'offers', 'référence;source;intitulé;ville\n1;;Stage comptable;Lyon\n;;CDI "à voir", =1+1;\n');
    // The other one counts from one as well.
    await take(there, 'offers', 'référence;source;intitulé;ville\n1;;Alternance chimie;Brest\n');
    const contents: PackageContents = { offers: {}, formations: null, companies: null };
    const fileId = await handOver(here, there, contents, false);
    expect(await takeIn(there, fileId)).toEqual({ offers: [2, 0, 0, 0, 0] });
    expect(await takeIn(there, fileId)).toEqual({ offers: [0, 0, 2, 0, 0] });
    const stored = there.database.read.prepare('select source, raw_title from offer order by id').raw().all();
    const from = 'Université de l’Est';
    expect(stored).toEqual([
      ['', 'Alternance chimie'],
      [from, 'Stage comptable'],
      [from, 'CDI "à voir", =1+1'],
    ]);
    const before = await table(here, 'offers');
    const back = await handOver(there, here, contents, false);
    expect(await takeIn(here, back, 'theirs')).toEqual({ offers: [1, 0, 2, 0, 0] });
    expect((await table(here, 'offers')).startsWith(before)).toBe(true);
  });

  it('leaves what both know and say otherwise as it is, and tells it; theirs can be chosen', async () => {
    await using here = await openApp();
    await using there = await openApp();
    const head = 'référence;source;intitulé;ville;places\n';
    await take(here, 'offers', `${head}077;France Travail;Stage comptable;Lyon;2\n`);
    await take(there, 'offers', `${head}077;France Travail;Stage comptable;Paris;\n`);
    const fileId = await handOver(here, there, { offers: {}, formations: null, companies: null }, false);
    expect(await takeIn(there, fileId, 'ours')).toEqual({ offers: [0, 1, 0, 0, 1] });
    const said = () => there.database.read.prepare('select city, places from offer').raw().all();
    expect(said()).toEqual([['Paris', 2]]);
    expect(await takeIn(there, fileId, 'theirs')).toEqual({ offers: [0, 1, 0, 0, 0] });
    expect(said()).toEqual([['Lyon', 2]]);
  });

  it('leaves addresses out of references, sources and codes too, and is known again when it comes back', async () => {
    await using here = await openApp();
    await using there = await openApp();
    const header = 'référence;source;intitulé\n';
    await take(here, 'offers', `${header}a.roy@abaque.example-1;FT;Stage\n2;Courriel de a.roy@abaque.example;Paie\n`);
    await take(here, 'formations', 'code;intitulé\np.ney@u.example;Master\nF2;Licence\n');
    const contents: PackageContents = { offers: {}, formations: {}, companies: null };
    const fileId = await handOver(here, there, contents, false);
    const texts = await textsIn(there.fileStore.locate(fileId).path);
    expect(texts).not.toContain('@');
    expect(texts).toContain('F2');
    await takeIn(there, fileId);
    const before = await table(here, 'offers');
    await takeIn(here, await handOver(there, here, { ...contents, formations: null }, false));
    expect(await table(here, 'offers')).toBe(before);
  });

  it('names nobody unless that was asked for', async () => {
    await using here = await openApp();
    await using there = await openApp();
    const text =
      'Contact : Maëlle Courtadon, m.courtadon [at] abaque.example ou 04 65 71 99 75.\nVous tiendrez la comptabilité.\nCordialement,\nMaëlle Courtadon\nDirectrice';
    await take(
      here,
      'offers',
      'référence;source;intitulé;description;entreprise;contact;courriel;téléphone;gratification\n' +
        `7;FT;Stage chez Maëlle Courtadon;"${text}";Abaque;Maëlle Courtadon;m@abaque.example;04 65 71 99 76;selon m@abaque.example\n`,
    );
    await take(here, 'companies', 'raison sociale;contact;courriel\nAbaque;Ana Roy;a@abaque.example\n');
    await take(
      here,
      'formations',
      'code;intitulé;description;gestionnaire;courriel du gestionnaire\n' +
        'F1;Master;"Droit du travail. Contact : Maëlle Courtadon, 04 65 71 99 75.";Paul Ney;p@u.example\n',
    );
    const contents: PackageContents = { offers: {}, formations: {}, companies: 'of-offers' };
    const without = await textsIn(there.fileStore.locate(await handOver(here, there, contents, false)).path);
    expect(without).toContain('Vous tiendrez la comptabilité.');
    expect(without).toContain('Droit du travail.');
    expect(without).toContain('"hasPersonalData": false');
    for (const personal of [
      'Courtadon',
      'Maëlle',
      '@',
      '[at]',
      '65 71',
      'Ana',
      'Roy',
      'Ney',
      'contactName',
      'manager',
    ]) {
      expect(without).not.toContain(personal);
    }
    const fileId = await handOver(here, there, contents, true);
    const whole = await textsIn(there.fileStore.locate(fileId).path);
    for (const personal of ['Directrice', 'm@abaque.example', 'Ana Roy', 'Paul Ney', '04 65 71 99 75']) {
      expect(whole).toContain(personal);
    }
    await takeIn(there, fileId);
    expect(await table(there, 'offers')).toBe(await table(here, 'offers'));
  });

  it('holds the chosen offers with their companies, and no draft', async () => {
    await using here = await openApp();
    await using there = await openApp();
    await take(
      here,
      'offers',
      'référence;source;intitulé;entreprise;type de contrat\n1;FT;Un;Abaque;Stage\n2;FT;Deux;Octorive;CDI\n',
    );
    await here.client.offers.save({
      ...{ offerId: null, revision: null, hasNames: false },
      form: { ...emptyOfferForm, title: 'Brouillon' },
    });
    const contents: PackageContents = {
      ...{ offers: { contractType: 'internship' }, formations: null, companies: 'of-offers' },
    };
    const fileId = await handOver(here, there, contents, false);
    expect(await takeIn(there, fileId)).toEqual({ companies: [1, 0, 0, 0, 0], offers: [1, 0, 0, 0, 0] });
    const all = await handOver(here, there, { ...contents, offers: {} }, false);
    expect((await there.client.packages.open({ fileId: all })).parts.map(({ rows }) => rows)).toEqual([2, 2]);
  });

  it('that is refused leaves no file of it and no row', async () => {
    await using app = await openApp();
    const file = await adopt(app, 'title\nStage\n', 'x.smartrecruiting');
    await expect(app.client.packages.open({ fileId: file })).rejects.toMatchObject({ reason: 'package-foreign' });
    expect((await app.client.imports.list({ page: 0, pageSize: 1 })).total).toBe(0);
  });
});
