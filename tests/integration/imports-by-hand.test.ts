import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportId, OfferId } from '../../src/shared/domain/ids';
import { companyFormSchema } from '../../src/shared/domain/company-form';
import type { ColumnMapping, ConflictRule, ImportKind } from '../../src/shared/domain/import';
import type { OfferForm } from '../../src/shared/domain/offer-form';
import { openApp, type OpenApp } from '../support/open-app';

let files = 0;

async function take(
  app: OpenApp,
  content: string,
  kind: ImportKind = 'offers',
  conflicts: ConflictRule = 'theirs',
): Promise<ImportId> {
  const path = join(app.dataDir, `file-${files++}.csv`);
  await writeFile(path, content);
  const fileId = app.fileStore.adopt(path);
  const { importId, jobId } = await app.client.imports.start({
    ...{ fileId, kind, format: null, mapping: null, dryRun: false, conflicts },
  });
  const { state, error } = await app.endOf(jobId);
  expect([state, error]).toEqual(['succeeded', null]);
  return importId;
}

async function offersOf(app: OpenApp) {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 100 });
  return rows;
}

async function onlyOffer(app: OpenApp): Promise<OfferId> {
  const rows = await offersOf(app);
  expect(rows).toHaveLength(1);
  const [offer] = rows;
  if (!offer) throw new Error('There is no offer.');
  return offer.id;
}

async function write(app: OpenApp, offerId: OfferId, said: Partial<OfferForm>): Promise<void> {
  const { form, revision } = await app.client.offers.edit({ offerId });
  await app.client.offers.save({ offerId, revision, form: { ...form, ...said }, hasNames: true });
}

async function rowsOf(app: OpenApp, importId: ImportId) {
  const { rows } = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 100 });
  return rows;
}

const header = 'référence;intitulé;ville;places;entreprise;contact;courriel;téléphone';
const first = `${header}\nA1;Stage comptable;Lyon;2;Abaque;Maëlle Courtadon;m@abaque.example;0400000001\n`;
const later = `${header}\nA1;Stage comptable et fiscal;Paris;3;Abaque;Maëlle Courtadon;m@abaque.example;0400000002\n`;

describe('a later file', () => {
  it('leaves what a person wrote in an offer, and says so for each field', async () => {
    await using app = await openApp();
    await take(app, first);
    const offerId = await onlyOffer(app);
    await write(app, offerId, { city: 'Grenoble', places: null });
    const importId = await take(app, later);
    const offer = await app.client.offers.get({ offerId });
    expect([offer.rawTitle, offer.city, offer.places]).toEqual(['Stage comptable et fiscal', 'Grenoble', null]);
    const [row] = await rowsOf(app, importId);
    expect(row).toMatchObject({ state: 'updated', taken: [], record: { kind: 'offers', id: offerId } });
    expect(row?.issues).toEqual([
      { severity: 'warning', code: 'kept-by-hand', column: 'ville', value: 'Paris' },
      { severity: 'warning', code: 'kept-by-hand', column: 'places', value: '3' },
    ]);
  });

  it('leaves the telephone number that a person corrected, and the company that a person chose', async () => {
    await using app = await openApp();
    await take(app, first);
    const offerId = await onlyOffer(app);
    await write(app, offerId, { contactPhone: '0411111111' });
    await take(app, later);
    expect((await app.client.offers.get({ offerId })).contact?.phone).toBe('0411111111');
    await write(app, offerId, { companyName: 'Octorive', contactName: 'Ana Roy', contactEmail: 'a@octorive.example' });
    const importId = await take(app, later);
    const { company, contact } = await app.client.offers.get({ offerId });
    expect([company?.name, contact?.name]).toEqual(['Octorive', 'Ana Roy']);
    const [row] = await rowsOf(app, importId);
    expect(row?.issues.map(({ code, column }) => [code, column])).toEqual([
      ['kept-by-hand', 'entreprise'],
      ['kept-by-hand', 'contact'],
      ['kept-by-hand', 'courriel'],
      ['kept-by-hand', 'téléphone'],
    ]);
  });

  it('finds an offer without a reference again that a person corrected, and makes no second one', async () => {
    await using app = await openApp();
    const content = 'intitulé;ville\nStage comptable;Lyon\n';
    await take(app, content);
    const offerId = await onlyOffer(app);
    await write(app, offerId, { title: 'Stage de comptabilité', city: 'Grenoble' });
    const importId = await take(app, content);
    expect(await onlyOffer(app)).toBe(offerId);
    expect((await app.client.offers.get({ offerId })).city).toBe('Grenoble');
    const [row] = await rowsOf(app, importId);
    expect([row?.state, row?.issues.length]).toEqual(['unchanged', 2]);
  });

  it('says nothing of a field that it says as the person did', async () => {
    await using app = await openApp();
    await take(app, first);
    await write(app, await onlyOffer(app), { city: 'Paris' });
    const [row] = await rowsOf(app, await take(app, later));
    expect(row?.issues).toEqual([]);
  });
});

describe('a later file of companies', () => {
  it('leaves what a person wrote, until the value of the file is taken', async () => {
    await using app = await openApp();
    const columns = 'raison sociale;ville;site;contact;courriel;fonction';
    const content = `${columns}\nAbaque;Lyon;;Maëlle Courtadon;m@abaque.example;Directrice\n`;
    await take(app, content, 'companies');
    const request = { filter: {}, sort: { by: 'name', direction: 'asc' }, page: 0, pageSize: 10 } as const;
    const [company] = (await app.client.companies.list(request)).rows;
    if (!company) throw new Error('There is no company.');
    const companyId = company.id;
    const { name, siret, naf, size, address, postcode, country, website, contacts } = await app.client.companies.get({
      companyId,
    });
    const people = contacts.map((contact) => ({ ...contact, role: 'Présidente' }));
    await app.client.companies.save({
      ...{ companyId, revision: 1 },
      form: { ...{ name, siret, naf, size, address, postcode, country, website }, city: 'Grenoble', contacts: people },
    });
    const importId = await take(app, content.replace('Lyon;;', 'Paris;abaque.example;'), 'companies');
    const after = async () => {
      const { city, website: site, contacts: now } = await app.client.companies.get({ companyId });
      return [city, site, now[0]?.role];
    };
    expect(await after()).toEqual(['Grenoble', 'abaque.example', 'Présidente']);
    const [row] = await rowsOf(app, importId);
    expect(row?.issues.map(({ code, column, value }) => [code, column, value])).toEqual([
      ['kept-by-hand', 'ville', 'Paris'],
    ]);
    await app.client.imports.takeFileValue({ importId, line: 2, column: 'ville' });
    expect(await after()).toEqual(['Paris', 'abaque.example', 'Présidente']);
    await app.client.imports.keepOwnValue({ importId, line: 2, column: 'ville' });
    expect(await after()).toEqual(['Grenoble', 'abaque.example', 'Présidente']);
  });
});

describe('a file that only completes what is known', () => {
  it('leaves what an offer says, and each value of the file can be taken and given back', async () => {
    await using app = await openApp();
    await take(app, first);
    const offerId = await onlyOffer(app);
    const more = later.replace('téléphone\n', 'téléphone;domaine\n').replace('0400000002', '0400000002;Finance');
    const importId = await take(app, more, 'offers', 'ours');
    const said = async () => {
      const { rawTitle, city, places, domain, contact } = await app.client.offers.get({ offerId });
      return [rawTitle, city, places, domain, contact?.phone];
    };
    const ours = ['Stage comptable', 'Lyon', 2, 'Finance', '0400000001'];
    expect(await said()).toEqual(ours);
    const [row] = await rowsOf(app, importId);
    expect([row?.state, row?.issues.map(({ code, column, value }) => [code, column, value])]).toEqual([
      'updated',
      [
        ['kept-known', 'intitulé', 'Stage comptable et fiscal'],
        ['kept-known', 'ville', 'Paris'],
        ['kept-known', 'places', '3'],
      ],
    ]);
    await app.client.imports.takeFileValue({ importId, line: 2, column: 'ville' });
    expect(await said()).toEqual(ours.with(1, 'Paris'));
    expect((await rowsOf(app, importId))[0]?.taken).toEqual(['ville']);
    await app.client.imports.keepOwnValue({ importId, line: 2, column: 'ville' });
    expect(await said()).toEqual(ours);
    const other = app.client.imports.takeFileValue({ importId, line: 2, column: 'domaine' });
    await expect(other).rejects.toMatchObject({ reason: 'action-impossible' });
    const again = await rowsOf(app, await take(app, more, 'offers', 'ours'));
    expect(again[0]?.state).toBe('unchanged');
  });

  it('does the same for formations and companies, whose cells empty nothing', async () => {
    await using app = await openApp();
    await take(app, 'code;intitulé;niveau;effectif;mots-clés\nF1;Master MIAGE;M1;20;\n', 'formations');
    await take(app, 'raison sociale;siret;ville;site\nAbaque;73282932000074;Lyon;\n', 'companies');
    const formations = await take(
      app,
      'code;intitulé;niveau;effectif;mots-clés\nF1;Master MIAGE;M2;25;gestion\n',
      'formations',
      'ours',
    );
    const companies = await take(
      app,
      'raison sociale;siret;ville;site\nAbaque;73282932000074;Paris;abaque.example\n',
      'companies',
      'ours',
    );
    expect((await rowsOf(app, formations))[0]?.issues.map(({ code, column }) => [code, column])).toEqual([
      ['kept-known', 'niveau'],
      ['kept-known', 'effectif'],
    ]);
    expect((await rowsOf(app, companies))[0]?.issues.map(({ code, column }) => [code, column])).toEqual([
      ['kept-known', 'ville'],
    ]);
    const stored = app.database.read
      .prepare('select capacity, keywords, city, website from formation, company')
      .raw()
      .get();
    expect(stored).toEqual([20, '["gestion"]', 'Lyon', 'abaque.example']);
  });
});

describe('a change of a company that is taken back', () => {
  it('leaves nothing that files would heed', async () => {
    await using app = await openApp();
    const columns = 'raison sociale;ville;site;contact;courriel;fonction';
    const line = 'Abaque;Lyon;abaque.example;Maëlle Courtadon;m@abaque.example;Directrice';
    await take(app, `${columns}\n${line}\n`, 'companies');
    const request = { filter: {}, sort: { by: 'name', direction: 'asc' }, page: 0, pageSize: 10 } as const;
    const [company] = (await app.client.companies.list(request)).rows;
    if (!company) throw new Error('There is no company.');
    const companyId = company.id;
    const formNow = async () => {
      const detail = await app.client.companies.get({ companyId });
      return [detail.revision, companyFormSchema.strip().parse(detail)] as const;
    };
    const [revision, form] = await formNow();
    // One correction stays, and holds against files.
    await app.client.companies.save({ companyId, revision, form: { ...form, city: 'Grenoble' } });
    const [kept, before] = await formNow();
    const added = { id: null, name: 'Zoé Blin', role: null, email: 'z@abaque.example', phone: null, access: null };
    const contacts = [...before.contacts.map((one) => ({ ...one, email: 'faux@abaque.example', role: null })), added];
    const wrong = { ...before, city: 'Nice', website: null, contacts };
    const { revision: changed, marks } = await app.client.companies.save({ companyId, revision: kept, form: wrong });
    await app.client.companies.save({ companyId, revision: changed, form: before, undoes: marks });
    const next = line.replace('Lyon;abaque', 'Paris;neuf').replace('Directrice', 'Présidente');
    const importId = await take(
      app,
      `${columns}\n${next}\n${next.replace('Maëlle Courtadon;m', 'Zoé Blin;z')}\n`,
      'companies',
    );
    const [, after] = await formNow();
    expect([after.city, after.website, after.contacts.map(({ email, role }) => [email, role])]).toEqual([
      'Grenoble',
      'neuf.example',
      [
        ['m@abaque.example', 'Présidente'],
        ['z@abaque.example', 'Présidente'],
      ],
    ]);
    const rows = await rowsOf(app, importId);
    expect(rows[0]?.issues.map(({ code, column }) => [code, column])).toEqual([['kept-by-hand', 'ville']]);
  });
});

describe('the value of a file', () => {
  it('is taken in place of what a person wrote, and given back, also after a restart', async () => {
    await using app = await openApp();
    await take(app, first);
    const offerId = await onlyOffer(app);
    await write(app, offerId, { city: 'Grenoble', places: null });
    const importId = await take(app, later);
    const of = { importId, line: 2, column: 'ville' };
    await app.client.imports.takeFileValue(of);
    expect((await app.client.offers.get({ offerId })).city).toBe('Paris');
    expect((await rowsOf(app, importId))[0]?.taken).toEqual(['ville']);
    // A later file may say it again.
    await take(app, later.replace('Paris', 'Nantes'));
    expect((await app.client.offers.get({ offerId })).city).toBe('Nantes');
    await app.client.imports.keepOwnValue(of);
    expect((await app.client.offers.get({ offerId })).city).toBe('Grenoble');
    await app.client.imports.takeFileValue({ ...of, column: 'places' });
    expect((await app.client.offers.get({ offerId })).places).toBe(3);
    await app.client.imports.keepOwnValue({ ...of, column: 'places' });
    expect((await app.client.offers.get({ offerId })).places).toBeNull();
    await take(app, later);
    expect((await app.client.offers.get({ offerId })).city).toBe('Grenoble');
  });
});

describe('a file of a known source', () => {
  it('finds the columns as they were placed before, unless that is left out', async () => {
    await using app = await openApp();
    const path = join(app.dataDir, 'source.csv');
    await writeFile(path, 'colonne a;colonne b\nStage comptable;Lyon\n');
    const mapping: ColumnMapping = ['title', 'city'];
    const order = { fileId: app.fileStore.adopt(path), kind: 'offers', format: null } as const;
    const { jobId } = await app.client.imports.start({ ...order, mapping, dryRun: false, emptyCells: 'clear' });
    expect((await app.endOf(jobId)).state).toBe('succeeded');
    const next = join(app.dataDir, 'suivant.csv');
    await writeFile(next, 'Colonne A;Colonne B\nStage de gestion;Paris\n');
    const source = { fileId: app.fileStore.adopt(next), kind: 'offers', format: null, mapping: null } as const;
    const preview = await app.client.imports.preview(source);
    expect(preview).toMatchObject({ mapping, profile: { name: 'source.csv', emptyCells: 'clear' } });
    const without = await app.client.imports.preview({ ...source, usesProfile: false });
    expect([without.mapping, without.profile]).toEqual([[null, null], null]);
    const again = await app.client.imports.start({ ...source, dryRun: false });
    expect((await app.endOf(again.jobId)).summary).toMatchObject({ created: 1 });
  });

  it('is listed, gets another name, is forgotten and comes back', async () => {
    await using app = await openApp();
    const mapping: ColumnMapping = ['title', 'city'];
    const path = join(app.dataDir, 'source.csv');
    await writeFile(path, 'colonne a;colonne b\nStage comptable;Lyon\n');
    const order = { fileId: app.fileStore.adopt(path), kind: 'offers', format: null } as const;
    const take = async (chosen: ColumnMapping | null): Promise<void> => {
      const { jobId } = await app.client.imports.start({ ...order, mapping: chosen, dryRun: false });
      expect((await app.endOf(jobId)).state).toBe('succeeded');
    };
    await take(mapping);
    const { importProfiles } = app.client;
    const [profile] = await importProfiles.list({});
    if (!profile) throw new Error('No profile was kept.');
    expect(profile).toMatchObject({ kind: 'offers', name: 'source.csv', mapping, emptyCells: 'leave' });
    const { kind, fingerprint } = profile;
    await importProfiles.rename({ kind, fingerprint, name: ' Forum des stages ' });
    await take(null);
    const proposed = async () => (await app.client.imports.preview({ ...order, mapping: null })).profile?.name ?? null;
    expect(await proposed()).toBe('Forum des stages');

    const [renamed] = await importProfiles.list({});
    await importProfiles.remove({ kind, fingerprint });
    await importProfiles.remove({ kind, fingerprint });
    expect([await importProfiles.list({}), await proposed()]).toEqual([[], null]);
    const gone = importProfiles.rename({ kind, fingerprint, name: 'Autre' });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
    if (renamed) await importProfiles.restore(renamed);
    expect([await importProfiles.list({}), await proposed()]).toEqual([[renamed], 'Forum des stages']);
    // What a file has made in the meantime is newer than what was removed.
    await importProfiles.remove({ kind, fingerprint });
    await take(['title', null]);
    await importProfiles.restore(profile);
    expect(await importProfiles.list({})).toMatchObject([{ name: 'source.csv', mapping: ['title', null] }]);
  });
});

describe('an empty cell', () => {
  const emptied = `${header}\nA1;Stage comptable;;;;;;\n`;

  it.each([
    ['leave', 'Lyon', 2],
    ['clear', null, null],
  ] as const)('under the rule "%s" does so, and never touches who offers', async (emptyCells, city, places) => {
    await using app = await openApp();
    await take(app, first);
    const path = join(app.dataDir, 'vide.csv');
    await writeFile(path, emptied);
    const order = { fileId: app.fileStore.adopt(path), kind: 'offers', format: null, mapping: null } as const;
    const { jobId } = await app.client.imports.start({ ...order, emptyCells, dryRun: false });
    expect((await app.endOf(jobId)).state).toBe('succeeded');
    const offer = await app.client.offers.get({ offerId: await onlyOffer(app) });
    expect([offer.city, offer.places, offer.company?.name]).toEqual([city, places, 'Abaque']);
  });
});

describe('where a value comes from', () => {
  it('is told by file, line, column and raw value, with the columns that are no field', async () => {
    await using app = await openApp();
    await take(app, 'référence;intitulé;ville;interne\nA1;Stage;LYON CEDEX 03;x1\nA2;Autre;;\n');
    const [offer] = (await offersOf(app)).filter(({ title }) => title === 'Stage');
    const origins = await app.client.imports.origin({ kind: 'offers', id: offer?.id ?? 0 });
    expect(origins).toMatchObject([
      {
        line: 2,
        state: 'created',
        cells: [
          { column: 'référence', field: 'externalId', value: 'A1' },
          { column: 'intitulé', field: 'title', value: 'Stage' },
          { column: 'ville', field: 'city', value: 'LYON CEDEX 03' },
          { column: 'interne', field: null, value: 'x1' },
        ],
      },
    ]);
  });
});
