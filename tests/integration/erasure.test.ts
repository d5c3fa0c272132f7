import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyCompanyForm } from '../../src/shared/domain/company-form';
import type { CompanyId } from '../../src/shared/domain/ids';
import { emptyOfferForm } from '../../src/shared/domain/offer-form';
import { findTraces } from '../support/find-traces';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

/** Names, an address, a number and a word that nothing else holds. */
const traces = [
  'Ghislaine Morvantec',
  'ghislaine.morvantec@brumelis.example',
  '0299887766',
  'zwyxomorphe',
  'Brumelis Océane',
];

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-erasure-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Backups left out: those are thinned out in their time (`erased-backups.test.ts`). */
const found = (): string[] => findTraces(traces, dataDir, (path) => !path.includes('backup'));

it('leaves nothing of an offer and its people in any file once the bin is emptied', async () => {
  await using app = await openApp({}, undefined, { dataDir });
  const form = {
    ...emptyOfferForm,
    title: 'Assistante de direction',
    description: 'Un poste zwyxomorphe auprès de Ghislaine Morvantec. '.repeat(40),
    ...{ companyName: 'Brumelis Océane', contactName: 'Ghislaine Morvantec' },
    ...{ contactEmail: 'ghislaine.morvantec@brumelis.example', contactPhone: '0299887766' },
  };
  const { offerId } = await app.client.offers.save({ offerId: null, revision: null, form, hasNames: true });
  expect(found()).toHaveLength(traces.length);
  await app.client.offers.remove({ offerId });
  // The bin gives it back for a while.
  expect(found()).not.toEqual([]);
  await app.client.offers.emptyBin({});
  expect(found()).toEqual([]);
});

it('leaves nothing of a removed contact, manager and profile once their time is over', async () => {
  {
    await using app = await openApp({}, undefined, { dataDir });
    const { client } = app;
    const reached = { email: traces[1] ?? '', phone: '0299887766', access: null };
    const contact = { id: null, name: 'Ghislaine Morvantec', role: null, ...reached };
    const company = { ...emptyCompanyForm, name: 'Aubrac', contacts: [contact] };
    const { companyId, revision } = await client.companies.save({ companyId: null, revision: null, form: company });
    const { managerId } = await client.managers.save({
      managerId: null,
      name: 'Brumelis Océane',
      email: traces[1] ?? '',
    });
    const wishes = 'Un stage zwyxomorphe, proche de Ghislaine Morvantec.';
    const rest = { level: null, contractType: null, department: null, region: null, availableFrom: null };
    const profile = { name: 'Ghislaine Morvantec', wishes, skills: [], availableTo: null, keptUntil: '2026-06-01' };
    const form = { ...profile, ...rest } as const;
    const candidate = await client.candidates.save({ candidateId: null, form, hasConsent: true });
    expect(new Set(found().map((trace) => trace.split(' in ')[0]))).toEqual(new Set(traces));
    await client.companies.save({ companyId, revision, form: { ...company, contacts: [] } });
    await client.managers.remove({ managerId });
    await client.candidates.erase({ candidateId: candidate.id });
  }
  // A contact can be taken back for a day. What is overwritten leaves the journal within the hour, or at the next start.
  await using app = await openApp({}, '2026-03-04T09:00:00Z', { dataDir });
  expect((await app.client.candidates.list({})).length).toBe(0);
  await vi.waitFor(() => expect(found()).toEqual([]), 10_000);
});

const header = 'titre;description;entreprise;contact;e-mail du contact;téléphone du contact;ville';
const text = 'Un stage de trois mois auprès de la direction des systèmes.';
const offers = [
  header,
  `Stage un;${text} Écrire à Mme Ghislaine Morvantec.;Brumelis;Ghislaine MORVANTEC;Ghislaine.Morvantec@brumelis.example;02 99 88 77 66;Brest`,
  `Stage deux;${text};Brumelis;Morvantec Ghislaine;;;Brest`,
  `Stage trois;${text};Brumelis;Yann Kerdoncuff;y.kerdoncuff@brumelis.example;;Brest`,
  // Without a title, it is rejected and its record is nobody's.
  `;${text};Brumelis;;ghislaine.morvantec@brumelis.example;+33 2 99 88 77 66;Brest`,
  `Stage quatre;${text};Ailleurs;Ghislaine Morvantec;;;Lyon`,
].join('\n');
const formations = [
  'intitulé;diplôme;composante;responsable;courriel du responsable',
  'Licence informatique;Licence;UFR Sciences;Brumelis Océane;oceane@univ.example',
  'Licence de lettres;Licence;UFR Lettres;Jean Tanguy;jean@univ.example',
].join('\n');

async function cellsOf(app: OpenApp, importId: Parameters<OpenApp['client']['imports']['rows']>[0]['importId']) {
  const { rows } = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 50 });
  return rows.map(({ cells }) => cells.map(({ value }) => value));
}

it('leaves nothing of removed people in the lines of files, and nothing of others goes', async () => {
  const ids = await (async () => {
    await using app = await openApp({}, undefined, { dataDir });
    const { client } = app;
    const fileId = await adopt(app, offers, 'Offres de Ghislaine Morvantec.csv');
    const ofOffers = (await start(app, 'offers', fileId)).importId;
    const ofFormations = (await start(app, 'formations', await adopt(app, formations))).importId;
    const again = (await start(app, 'offers', await adopt(app, offers.replace('02 99 88 77 66', '0299887767'))))
      .importId;
    const { rows } = await client.companies.list({
      filter: {},
      sort: { by: 'name', direction: 'asc' },
      page: 0,
      pageSize: 10,
    });
    const companyId = rows.find(({ name }) => name === 'Brumelis')?.id;
    if (!companyId) throw new Error('The company is not there.');
    const { revision, ...company } = await client.companies.get({ companyId });
    const contacts = company.contacts.filter(({ name }) => name === 'Yann Kerdoncuff');
    await client.companies.save({ companyId, revision, form: { ...emptyCompanyForm, name: 'Brumelis', contacts } });
    const managers = await client.managers.list({
      filter: {},
      sort: { by: 'name', direction: 'asc' },
      page: 0,
      pageSize: 10,
    });
    const manager = managers.rows.find(({ name }) => name === 'Brumelis Océane');
    if (!manager) throw new Error('The manager is not there.');
    const { formations: run } = await client.managers.get({ managerId: manager.id });
    await client.managers.assign({
      managerId: null,
      formationIds: run.map(({ id }) => id),
      componentId: null,
      onlyFree: false,
    });
    await client.managers.remove({ managerId: manager.id });
    // Whoever takes that back within a day has all of it.
    expect((await cellsOf(app, ofOffers))[0]?.[3]).toBe('Ghislaine MORVANTEC');
    return { ofOffers, ofFormations, again };
  })();
  // Where the files came from is the person's own folder.
  for (const name of readdirSync(dataDir).filter((each) => each.endsWith('.csv'))) rmSync(join(dataDir, name));
  await using app = await openApp({}, '2026-03-03T10:00:00Z', { dataDir });
  await vi.waitFor(() => expect(app.database.read.prepare('select * from erasure').all()).toEqual([]), 10_000);
  const mark = '␡2026-03-03';
  expect(await cellsOf(app, ids.ofOffers)).toEqual([
    ['Stage un', `${text} Écrire à Mme ${mark}.`, 'Brumelis', mark, mark, mark, 'Brest'],
    ['Stage deux', text, 'Brumelis', mark, '', '', 'Brest'],
    ['Stage trois', text, 'Brumelis', 'Yann Kerdoncuff', 'y.kerdoncuff@brumelis.example', '', 'Brest'],
    ['', text, 'Brumelis', '', mark, mark, 'Brest'],
    ['Stage quatre', text, 'Ailleurs', 'Ghislaine Morvantec', '', '', 'Lyon'],
  ]);
  expect((await cellsOf(app, ids.ofFormations)).map((cells) => cells.slice(3))).toEqual([
    [mark, mark],
    ['Jean Tanguy', 'jean@univ.example'],
  ]);
  expect((await app.client.imports.get({ importId: ids.ofOffers })).fileName).toBe('Offres de ….csv');
  await vi.waitFor(() => expect(found().filter((trace) => trace.includes('@'))).toEqual([]), 10_000);

  // Undone and redone, the file gives everything back but her.
  await app.endOf((await app.client.imports.undo({ importId: ids.again })).jobId);
  await app.endOf((await app.client.imports.undo({ importId: ids.ofOffers })).jobId);
  await app.endOf((await app.client.imports.redo({ importId: ids.ofOffers })).jobId);
  const names = app.database.read.prepare<string>('select name from contact order by name').pluck();
  expect(names.all()).toEqual(['Ghislaine Morvantec', 'Yann Kerdoncuff']);
  expect(app.database.read.prepare('select count(*) from offer').pluck().get()).toBe(4);
});

it('erases somebody again who was removed before another file named them', async () => {
  const { again } = await (async () => {
    await using app = await openApp({}, undefined, { dataDir });
    const { client } = app;
    await start(app, 'offers', await adopt(app, offers));
    const company = app.database.read.prepare<{ id: CompanyId; revision: number }>(
      `select id, revision from company where name = 'Brumelis'`,
    );
    const { id: companyId, revision } = company.get() ?? { id: null, revision: null };
    await client.companies.save({ companyId, revision, form: { ...emptyCompanyForm, name: 'Brumelis' } });
    return { again: (await start(app, 'offers', await adopt(app, offers.replaceAll('Brest', 'Quimper')))).importId };
  })();
  await using app = await openApp({}, '2026-03-03T10:00:00Z', { dataDir });
  const namesIn = async () => (await cellsOf(app, again)).map((cells) => cells[3]);
  const mark = '␡2026-03-03';
  await vi.waitFor(async () => expect(await namesIn()).toEqual([mark, mark, mark, '', 'Ghislaine Morvantec']), 10_000);
});
