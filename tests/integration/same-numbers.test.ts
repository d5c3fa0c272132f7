import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ImportKind } from '../../src/shared/domain/import';
import type { MatchKey } from '../../src/shared/domain/match-key';
import { openApp, type OpenApp } from '../support/open-app';

// Files that people number from 1 on: the same number in two of them is not the same record.

let files = 0;

interface How {
  readonly matchKey?: MatchKey;
  readonly fileSource?: string;
}

async function take(app: OpenApp, kind: ImportKind, content: string, how: How = {}) {
  const path = join(app.dataDir, `file-${files++}.csv`);
  await writeFile(path, content);
  const source = { fileId: app.fileStore.adopt(path), kind, format: null, mapping: null } as const;
  const { importId, jobId } = await app.client.imports.start({ ...source, ...how, dryRun: false });
  const { state, error } = await app.endOf(jobId);
  expect([state, error]).toEqual(['succeeded', null]);
  const { counts } = await app.client.imports.get({ importId });
  const rows = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 100 });
  return {
    importId,
    outcome: [counts.created, counts.updated, counts.unchanged, counts.rejected],
    said: rows.rows.flatMap(({ line, issues }) => issues.map(({ code, value }) => [line, code, value])),
  };
}

async function offersOf(app: OpenApp) {
  const sort = { by: 'title', direction: 'asc' } as const;
  const { rows } = await app.client.offers.list({ filter: {}, sort, page: 0, pageSize: 100 });
  return await Promise.all(rows.map(({ id: offerId }) => app.client.offers.get({ offerId })));
}

async function companiesOf(app: OpenApp): Promise<(string | null)[][]> {
  const sort = { by: 'name', direction: 'asc' } as const;
  const { rows } = await app.client.companies.list({ filter: {}, sort, page: 0, pageSize: 100 });
  return rows.map(({ name, city }) => [name, city]);
}

const offerHeader = 'n°;intitulé;entreprise;ville\n';
const first = `${offerHeader}1;Stage comptable;Abaque;Lyon\n2;Développeur web;Octorive;Paris\n`;
const second = `${offerHeader}1;Aide-soignant de nuit;Clinique du Lac;Annecy\n2;Développeuse web et mobile;Octorive;Lyon\n`;

it('an offer is not written over by one that has only its number, and both are named', async () => {
  await using app = await openApp();
  await take(app, 'offers', first);
  const taken = await take(app, 'offers', second);
  expect(taken.outcome).toEqual([0, 1, 0, 1]);
  expect(taken.said).toEqual([[2, 'reference-of-other', 'Aide-soignant de nuit / Stage comptable (#1)']]);
  expect((await offersOf(app)).map(({ title, city }) => [title, city])).toEqual([
    ['Développeuse web et mobile', 'Lyon'],
    ['Stage comptable', 'Lyon'],
  ]);
});

it('an offer without a company is known by its number and title only together', async () => {
  await using app = await openApp();
  const header = 'n°;intitulé;ville\n';
  await take(app, 'offers', `${header}1;Stage comptable;Lyon\n2;Accueil;Lyon\n`);
  const taken = await take(app, 'offers', `${header}1;Stage en comptabilité;Paris\n2;Chaudronnerie;Paris\n`);
  expect(taken.outcome).toEqual([0, 1, 0, 1]);
});

it('an offer that a person gave another title and another company is still the one of its number', async () => {
  await using app = await openApp();
  await take(app, 'offers', first);
  const offer = (await offersOf(app)).find(({ title }) => title === 'Stage comptable');
  if (!offer) throw new Error('There is no such offer.');
  const { form, revision } = await app.client.offers.edit({ offerId: offer.id });
  const said = { title: 'Assistance de gestion', companyName: 'Vergnolles' };
  await app.client.offers.save({ offerId: offer.id, revision, form: { ...form, ...said }, hasNames: true });
  expect((await take(app, 'offers', first.replace('Lyon', 'Grenoble'))).outcome).toEqual([0, 1, 1, 0]);
});

it('a source that numbers its offers itself is believed, unless title and company are others', async () => {
  await using app = await openApp();
  const header = 'n°;source;intitulé;entreprise\n';
  await take(app, 'offers', `${header}1;Portail;Stage comptable;\n2;Portail;Accueil;Abaque\n`);
  const taken = await take(app, 'offers', `${header}1;Portail;Chaudronnerie;\n2;Portail;Soudure;Octorive\n`);
  expect(taken.outcome).toEqual([0, 1, 0, 1]);
  expect(taken.said).toEqual([[3, 'reference-of-other', 'Soudure / Accueil (#2)']]);
});

it('the key that a person chose decides', async () => {
  await using app = await openApp();
  await take(app, 'offers', first);
  expect((await take(app, 'offers', second, { matchKey: 'reference' })).outcome).toEqual([0, 2, 0, 0]);
});

it('a source for the whole file keeps its numbers apart, also in the next file, and when its lines are read again', async () => {
  await using app = await openApp();
  await take(app, 'offers', first);
  const forum = await take(app, 'offers', second, { fileSource: ' Forum ' });
  expect(forum.outcome).toEqual([2, 0, 0, 0]);
  expect((await take(app, 'offers', second)).outcome).toEqual([0, 0, 2, 0]);
  expect(await app.client.importProfiles.list({})).toMatchObject([{ kind: 'offers', fileSource: 'Forum' }]);
  const reread = { importId: forum.importId, mapping: null, dryRun: false };
  const { importId, jobId } = await app.client.imports.reread(reread);
  expect((await app.endOf(jobId)).state).toBe('succeeded');
  expect((await app.client.imports.get({ importId })).counts).toMatchObject({ unchanged: 2, updated: 0, created: 0 });
  // An empty text takes none, whatever was chosen before.
  expect((await take(app, 'offers', first, { fileSource: '' })).outcome).toEqual([0, 0, 2, 0]);
  const sources = (await offersOf(app)).map(({ title, source }) => [title, source]);
  expect(sources).toEqual([
    ['Aide-soignant de nuit', 'Forum'],
    ['Développeur web', null],
    ['Développeuse web et mobile', 'Forum'],
    ['Stage comptable', null],
  ]);
});

it('what a row says of its source goes before that of its file', async () => {
  await using app = await openApp();
  await take(app, 'offers', 'n°;source;intitulé\n1;Portail;Stage\n2;;Accueil\n', { fileSource: 'Forum' });
  expect((await offersOf(app)).map(({ source }) => source)).toEqual(['Forum', 'Portail']);
});

const companyHeader = 'id;raison sociale;ville\n';

it('a company is not written over by one that has only its number, and both are named', async () => {
  await using app = await openApp();
  await take(app, 'companies', `${companyHeader}1;Abaque;Lyon\n2;Octorive;Paris\n3;Vergnolles;Dijon\n`);
  const later = `${companyHeader}1;Clinique du Lac;Annecy\n2;OCTORIVE SAS;Lille\n9;Clinique des Alpes;Gap\n`;
  const taken = await take(app, 'companies', `${later}3;Abaque;Nice\n`);
  expect(taken.outcome).toEqual([1, 2, 0, 1]);
  expect(taken.said).toEqual([[2, 'reference-of-other', 'Clinique du Lac / Abaque']]);
  expect(await companiesOf(app)).toEqual([
    ['Abaque', 'Nice'],
    ['Clinique des Alpes', 'Gap'],
    ['OCTORIVE SAS', 'Lille'],
    ['Vergnolles', 'Dijon'],
  ]);
});

it('a company under another name is known by its number where the firm has the same SIRET, or a person says so', async () => {
  await using app = await openApp();
  await take(app, 'companies', 'id;raison sociale;siret\n1;Abaque;73282932000074\n2;Octorive;\n');
  const header = 'id;raison sociale;siret\n';
  expect((await take(app, 'companies', `${header}1;Clinique du Lac;73282932000082\n`)).outcome).toEqual([0, 1, 0, 0]);
  const renamed = `${header}2;Clinique des Alpes;\n`;
  expect((await take(app, 'companies', renamed)).outcome).toEqual([0, 0, 0, 1]);
  expect((await take(app, 'companies', renamed, { matchKey: 'reference' })).outcome).toEqual([0, 1, 0, 0]);
});

it('a formation is not written over by one that has only its number, and both are named', async () => {
  await using app = await openApp();
  const header = 'code;intitulé;composante\n';
  await take(
    app,
    'formations',
    `${header}1;Master Droit des affaires;\n2;BUT Informatique;IUT\nM2INFO;Master Informatique;\n`,
  );
  const others = `${header}1;Licence professionnelle Soudage;\n2;BUT Informatique (parcours web);IUT\nM2INFO;Master Intelligence artificielle;\n`;
  const taken = await take(app, 'formations', others);
  // A code that is more than a number is believed: formations are renamed.
  expect(taken.outcome).toEqual([0, 2, 0, 1]);
  expect(taken.said).toEqual([
    [2, 'reference-of-other', 'Licence professionnelle Soudage / Master Droit des affaires'],
  ]);
  const titles = () => app.database.read.prepare('select title from formation order by id').pluck().all();
  expect(titles()).toEqual([
    'Master Droit des affaires',
    'BUT Informatique (parcours web)',
    'Master Intelligence artificielle',
  ]);
  expect((await take(app, 'formations', others, { matchKey: 'code' })).outcome).toEqual([0, 1, 2, 0]);
  expect(titles()[0]).toBe('Licence professionnelle Soudage');
});
