import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportFormat, ExportRequest } from '../../src/shared/contract/exports';
import type { FormationId, OfferId } from '../../src/shared/domain/ids';
import type { ImportKind } from '../../src/shared/domain/import';
import { openApp, type OpenApp } from '../support/open-app';
import { writeFile } from 'node:fs/promises';

const samples = join(import.meta.dirname, '../../data/samples');
const formats: readonly ExportFormat[] = ['excel-fr', 'rfc4180'];
const readableFormats: readonly ExportFormat[] = [...formats, 'xlsx'];

async function exportBytes(app: OpenApp, request: ExportRequest, format: ExportFormat): Promise<Buffer> {
  const { jobId, fileId } = await app.client.exports.start({ request, format });
  const job = await app.endOf(jobId);
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return await readFile(app.fileStore.locate(fileId).path);
}

async function exportText(app: OpenApp, request: ExportRequest, format: ExportFormat): Promise<string> {
  return (await exportBytes(app, request, format)).toString('utf8');
}

async function importFile(app: OpenApp, kind: ImportKind, path: string) {
  const request = { fileId: app.fileStore.adopt(path), kind, format: null, mapping: null, dryRun: false };
  const { jobId } = await app.client.imports.start(request);
  const job = await app.endOf(jobId);
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return job.summary;
}

async function importText(app: OpenApp, kind: ImportKind, text: string | Buffer, name: string) {
  const path = join(app.dataDir, name);
  await writeFile(path, text);
  return await importFile(app, kind, path);
}

describe('an export', () => {
  it.each(readableFormats)('in %s, imported elsewhere, gives the same file again', async (format) => {
    await using here = await openApp();
    await using there = await openApp();
    for (const kind of ['companies', 'formations', 'offers'] as const) {
      const read = await importFile(here, kind, join(samples, `${kind}.csv`));
      expect(read['created']).toBeGreaterThan(50);
    }
    for (const kind of ['companies', 'formations', 'offers'] as const) {
      const bytes = await exportBytes(here, { what: kind, filter: {} }, format);
      const again = await importText(here, kind, bytes, `again-${kind}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
      expect([kind, again['created'], again['updated'], again['rejected']]).toEqual([kind, 0, 0, 0]);
      const elsewhere = await importText(there, kind, bytes, `there-${kind}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
      expect([kind, elsewhere['rejected'], elsewhere['warnings']]).toEqual([kind, 0, 0]);
      expect((await exportBytes(there, { what: kind, filter: {} }, format)).equals(bytes)).toBe(true);
    }
  });

  it.each(readableFormats)('in %s has the chosen columns in their order', async (format) => {
    await using app = await openApp();
    await importText(app, 'offers', 'référence;intitulé;ville\nA1;Stage comptable;Lyon\n', 'one.csv');
    const request: ExportRequest = { what: 'offers', filter: {} };
    const known = await app.client.exports.columns({ what: 'offers' });
    expect(known).toContainEqual({ fr: 'intitulé', en: 'title' });
    const columns = ['city', 'Intitulé', 'ville'];
    const { jobId, fileId } = await app.client.exports.start({ request, format, columns });
    await app.endOf(jobId);
    const source = { fileId, kind: 'offers', format: null, mapping: null } as const;
    const { header, rows } = await app.client.imports.preview(source);
    expect(header).toEqual(format === 'rfc4180' ? ['city', 'title'] : ['ville', 'intitulé']);
    expect(rows.map(({ cells }) => cells)).toEqual([['Lyon', 'Stage comptable']]);
    const wrong = app.client.exports.start({ request, format, columns: ['ville', 'salaire'] });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid-input', details: { column: 'salaire' } });
  });

  it('in JSON Lines is an object a line, with lists and numbers as such', async () => {
    await using app = await openApp();
    const title = 'Stage "é" = 1\\n';
    await importText(app, 'offers', `référence;intitulé;compétences;places\nA1;${title};SQL | Java;2\n`, 'one.csv');
    const text = await exportText(app, { what: 'offers', filter: {} }, 'jsonl');
    expect(text.endsWith('}\n')).toBe(true);
    const lines = text.trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { externalId: 'A1', title, skills: ['SQL', 'Java'], places: 2, city: null, status: 'published' },
    ]);
  });

  it('in a workbook gives every nasty text back', async () => {
    await using here = await openApp();
    await using there = await openApp();
    const texts = ['=1+1', '-2', "'a", '_x0041_', 'a\u0001b', '<b>&amp;', '𝔘 😀', '00123', '1E5', '#N/A ?'];
    const rows = texts.map((text, index) => `R${index},"Titre ${text}","${text}"`).join('\n');
    await importText(here, 'offers', `externalId,title,description\n${rows}\n`, 'nasty.csv');
    const bytes = await exportBytes(here, { what: 'offers', filter: {} }, 'xlsx');
    const again = await importText(here, 'offers', bytes, 'again.xlsx');
    expect([again['unchanged'], again['warnings']]).toEqual([texts.length, 0]);
    await importText(there, 'offers', bytes, 'there.xlsx');
    const written = await exportText(there, { what: 'offers', filter: {} }, 'jsonl');
    const said = written
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { description: string }).description);
    expect(said.sort()).toEqual([...texts].sort());
  });

  it.each(formats)('in %s gives people of whom only an address or a number is known no name', async (format) => {
    await using app = await openApp();
    const people = ';rh@a.example;|;;04 65 71 99 75|Maëlle;;'.split('|');
    const companies = `nom;contact;courriel;téléphone\n${people.map((person) => `Abaque;${person}`).join('\n')}\n`;
    const offers = `référence;intitulé;contact;courriel;téléphone\n${people.map((person, n) => `R${n};Comptable;${person}`).join('\n')}\n`;
    await importText(app, 'companies', companies, 'companies.csv');
    await importText(app, 'offers', offers, 'offers.csv');
    for (const kind of ['companies', 'offers'] as const) {
      const text = await exportText(app, { what: kind, filter: {} }, format);
      const again = await importText(app, kind, text, `again-${kind}.csv`);
      expect([kind, again['unchanged'], again['warnings']]).toEqual([kind, people.length, 0]);
      expect(await exportText(app, { what: kind, filter: {} }, format)).toBe(text);
    }
    const counted = app.database.read.prepare('select count(*), count(name), count(email), count(phone) from contact');
    expect(counted.raw().get()).toEqual([6, 2, 2, 2]);
  });

  it('for French Excel has a byte order mark, semicolons, guarded formulas, and digits kept as text', async () => {
    await using app = await openApp();
    const file =
      'référence;intitulé;description;ville;code postal;heures par semaine;publiée le;téléphone;gratification\r\n' +
      '007;=1+1;"- missions\n- suite";Lyon;1000;37,5;01/10/2025;+33 1 02;4,35 €/h\r\n';
    await importText(app, 'offers', file, 'a.csv');
    const text = await exportText(app, { what: 'offers', filter: {} }, 'excel-fr');
    const [header = '', first = '', second = ''] = text.split(/\r\n|\n/);
    expect(header.startsWith('\uFEFFréférence;source;intitulé;description;entreprise;siret;')).toBe(true);
    expect(first).toBe(`="007";;'=1+1;"'- missions`.replace('="007"', '"=""007"""'));
    expect(second).toContain('- suite";;;');
    expect(second).toContain(`;'+33 1 02;Lyon;"=""01000""";`);
    expect(second).toContain(';37,5;4,35 €/h;');
    expect(second).toContain(';01/10/2025;');
  });

  it('for machines holds exactly the values', async () => {
    await using app = await openApp();
    const file =
      'id,title,description,city,postcode,weeklyHours,postedOn\n1,=1+1,"\'a, ""b""",Lyon,01000,37.5,2025-10-01\n';
    await importText(app, 'offers', file, 'a.csv');
    const text = await exportText(app, { what: 'offers', filter: {} }, 'rfc4180');
    const [header = '', row = '', end] = text.split('\r\n');
    expect(header.startsWith('externalId,source,title,description,companyName,')).toBe(true);
    expect(row.startsWith(`1,,=1+1,"'a, ""b""",,,,,,Lyon,01000,`)).toBe(true);
    expect(row).toContain(',37.5,');
    expect(row).toContain(',2025-10-01,');
    expect(end).toBe('');
  });

  it('holds the rows that the filter keeps, and no other', async () => {
    await using app = await openApp();
    await importText(app, 'offers', 'intitulé;type de contrat\nUn;Stage\nDeux;CDI\nTrois;Stage\n', 'a.csv');
    const text = await exportText(app, { what: 'offers', filter: { contractType: 'internship' } }, 'rfc4180');
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',')[2]),
    ).toEqual(['Un', 'Trois']);
  });

  it('of matches has one row a pair', async () => {
    await using app = await openApp();
    await importText(
      app,
      'formations',
      'code;intitulé;description\nF1;Licence web;développement web bases\nF2;Licence chimie;molécules réactions\n',
      'f.csv',
    );
    await importText(
      app,
      'offers',
      'référence;intitulé;description\nA;Stage développement web;développement web bases de données\n',
      'o.csv',
    );
    for (const { id } of (await app.client.jobs.list({ page: 0, pageSize: 20 })).rows) await app.endOf(id);
    const { rows: offers } = await app.client.offers.list({
      filter: {},
      sort: { by: 'title', direction: 'asc' },
      page: 0,
      pageSize: 1,
    });
    const offerId = offers[0]?.id;
    if (!offerId) throw new Error('The offer is gone.');
    const { matches } = await app.client.matches.ofOffer({ offerId });
    expect(matches.length).toBeGreaterThan(0);
    const text = await exportText(app, { what: 'matches', filter: {} }, 'rfc4180');
    const [header, ...rows] = text.split('\r\n').slice(0, -1);
    expect(header).toBe(
      'offerReference,offerTitle,companyName,rank,formationCode,formationTitle,diplomaType,component,score,semantic,lexical,decision,place,decidedBy,decidedOn,note',
    );
    expect(rows.map((row) => row.split(',').slice(0, 6))).toEqual(
      matches.map(({ rank, formation }) => [
        ...['A', 'Stage développement web', '', String(rank)],
        ...[formation.title === 'Licence web' ? 'F1' : 'F2', formation.title],
      ]),
    );
  });

  it('of matches tells what was decided, by whom and when, and keeps what is not proposed', async () => {
    await using app = await openApp();
    await importText(
      app,
      'formations',
      'code;intitulé;description\nF1;Licence web;développement web bases\nF2;Licence chimie;molécules réactions\n',
      'f.csv',
    );
    await importText(
      app,
      'offers',
      'référence;intitulé;description\nA;Stage développement web;développement web bases de données\n',
      'o.csv',
    );
    for (const { id } of (await app.client.jobs.list({ page: 0, pageSize: 20 })).rows) await app.endOf(id);
    const pairs = app.database.read
      .prepare<{ offerId: OfferId; formationId: FormationId; code: string }>(
        'select o.id offerId, f.id formationId, f.external_id code from offer o cross join formation f order by code',
      )
      .all();
    const [web, chemistry] = pairs.map(({ offerId, formationId }) => ({ offerId, formationId }));
    if (!web || !chemistry) throw new Error('There are two formations.');
    await app.client.settings.update({ personName: 'Marie' });
    const { matches } = await app.client.matches.ofOffer({ offerId: web.offerId });
    expect(matches.map(({ formation }) => formation.id)).toEqual([web.formationId]);
    await app.client.decisions.decide({ ...chemistry, kind: 'added', note: 'demandée', shown: null });
    await app.client.decisions.decide({ ...web, kind: 'rejected', note: null, shown: null });
    const text = await exportText(app, { what: 'matches', filter: {} }, 'rfc4180');
    const rows = text.split('\r\n').slice(1, -1);
    expect(rows.map((row) => [row.split(',')[4], ...row.split(',').slice(11)])).toEqual([
      ['F2', 'added', '1', 'Marie', '2026-03-02', 'demandée'],
      ['F1', 'rejected', '', 'Marie', '2026-03-02', ''],
    ]);
    const french = await exportText(app, { what: 'matches', filter: {} }, 'excel-fr');
    expect(french).toContain(';ajoutée;1;Marie;02/03/2026;demandée');
  });
});

it('holds the rows of one moment, whatever is undone while it is written', async () => {
  await using app = await openApp();
  const rows = Array.from({ length: 3_000 }, (_, index) => `R${index};T${index};E${index}`).join('\n');
  await importText(app, 'offers', `référence;intitulé;entreprise\n${rows}\n`, 'offers.csv');
  const [newest] = (await app.client.imports.list({ page: 0, pageSize: 1 })).rows;
  if (!newest) throw new Error('There is no import.');
  const { jobId, fileId } = await app.client.exports.start({
    request: { what: 'offers', filter: {} },
    format: 'rfc4180',
  });
  for await (const { state, progress } of app.client.jobs.watch({ jobId })) {
    // Begun as soon as the first rows are written.
    if (state === 'running' && progress) break;
  }
  const undoing = await app.client.imports.undo({ importId: newest.id });
  expect((await app.endOf(undoing.jobId)).state).toBe('succeeded');
  expect((await app.endOf(jobId)).summary['rows']).toBe(3_000);
  const text = await readFile(app.fileStore.locate(fileId).path, 'utf8');
  expect(text.split('\r\n')).toHaveLength(3_002);
});
