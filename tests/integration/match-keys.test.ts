import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { ImportKind } from '../../src/shared/domain/import';
import type { MatchKey } from '../../src/shared/domain/match-key';
import { adopt } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

async function take(app: OpenApp, kind: ImportKind, content: string, matchKey: MatchKey | null = null, dryRun = false) {
  const source = { fileId: await adopt(app, content), kind, format: null, mapping: null, dryRun };
  const { importId, jobId } = await app.client.imports.start({ ...source, matchKey });
  const { state, error } = await app.endOf(jobId);
  expect([state, error]).toEqual(['succeeded', null]);
  const { rows } = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 100 });
  const { counts, recognition } = await app.client.imports.get({ importId });
  const said = rows.flatMap(({ line, issues }) => issues.map(({ code, value }) => [line, code, value]));
  return { importId, recognition, said, outcome: [counts.created, counts.updated, counts.unchanged, counts.rejected] };
}

const offers = (rows: string): string => `référence;intitulé;entreprise;ville;places\n${rows}`;
const known = offers(
  'A1;Stage comptable;Abaque;Lyon;1\nA2;Stage comptable;Abaque;Paris;1\nA3;Stage paie;Abaque;Lyon;1\n',
);

it('offers are known again by title and company, and none is picked where two fit', async () => {
  await using app = await openApp();
  await take(app, 'offers', known);
  const next = offers(
    ';STAGE PAIE;Abaque;Paris;5\n;Stage comptable;Abaque;Lyon;6\n;Stage neuf;Abaque;Lyon;1\n;Stage;;;\n',
  );
  const tried = await take(app, 'offers', next, 'title-company', true);
  expect(tried.outcome).toEqual([2, 1, 0, 1]);
  expect(tried.recognition).toEqual({ key: 'title-company', matched: 1, keyless: 1 });
  expect(tried.said).toEqual([[3, 'ambiguous-match', 'Stage comptable (#1) / Stage comptable (#2)']]);
  const { outcome, importId } = await take(app, 'offers', next, 'title-company');
  expect(outcome).toEqual([2, 1, 0, 1]);
  const places = () => app.database.read.prepare('select places from offer order by id limit 3').pluck().all();
  expect(places()).toEqual([1, 1, 5]);
  await app.endOf((await app.client.imports.undo({ importId })).jobId);
  expect(places()).toEqual([1, 1, 1]);
  await app.endOf((await app.client.imports.redo({ importId })).jobId);
  expect(places()).toEqual([1, 1, 5]);
});

it('offers are told by their town too, and rows of one key are one', async () => {
  await using app = await openApp();
  await take(app, 'offers', known);
  const next = offers(';Stage comptable;Abaque;Paris;7\n;Stage comptable;Abaque;Paris;8\n');
  const { outcome, said } = await take(app, 'offers', next, 'title-company-town');
  expect(outcome).toEqual([0, 1, 0, 1]);
  expect(said).toEqual([[3, 'duplicate-key', '2']]);
});

it('a reference is enough whatever the source, unless two sources have it', async () => {
  await using app = await openApp();
  const header = 'référence;source;intitulé\n';
  await take(app, 'offers', `${header}A1;Un;Stage\nA1;Deux;Stage\nB1;Un;Paie\n`);
  const { outcome, said } = await take(
    app,
    'offers',
    `${header}A1;Trois;Stage\nB1;Trois;Paie et social\n`,
    'reference',
  );
  expect(outcome).toEqual([0, 1, 0, 1]);
  expect(said).toEqual([[2, 'ambiguous-match', 'Stage (#1) / Stage (#2)']]);
});

it('a formation moves to another component by its code, or gets a new code by title and component', async () => {
  await using app = await openApp();
  const header = 'code;intitulé;composante\n';
  await take(app, 'formations', `${header}F1;Droit;UFR A\n`);
  expect((await take(app, 'formations', `${header}F1;Droit;UFR B\n`, 'code')).outcome).toEqual([0, 1, 0, 0]);
  expect((await take(app, 'formations', `${header}F9;Droit;UFR B\n`, 'title-component')).outcome).toEqual([0, 1, 0, 0]);
  const taken = await take(app, 'formations', `${header}F9;Lettres;UFR B\n`, 'title-component');
  expect(taken.outcome).toEqual([0, 0, 0, 1]);
  expect(taken.said).toEqual([[2, 'reference-of-other', 'Lettres / Droit (UFR B)']]);
});

it('companies are known again by name alone, and namesakes are told', async () => {
  await using app = await openApp();
  const header = 'raison sociale;code postal;site\n';
  await take(app, 'companies', `${header}Abaque;69001;\nZénith;38000;\nZénith;75001;\n`);
  const { outcome, said } = await take(
    app,
    'companies',
    `${header}Abaque;38000;abaque.example\nZénith;13001;x.example\n`,
    'name',
  );
  expect(outcome).toEqual([0, 1, 0, 1]);
  expect(said).toEqual([[3, 'ambiguous-match', 'Zénith (38000) / Zénith (75001)']]);
});

it('is remembered for the next file under the same header, and refused for other records', async () => {
  await using app = await openApp();
  await take(app, 'offers', known, 'title-company-town');
  const fileId = await adopt(app, known);
  const source = { fileId, kind: 'offers', format: null, mapping: null } as const;
  expect((await app.client.imports.preview(source)).profile).toMatchObject({ matchKey: 'title-company-town' });
  expect((await take(app, 'offers', known)).recognition).toEqual({ key: 'title-company-town', matched: 3, keyless: 0 });
  const refused = app.client.imports.start({ ...source, dryRun: true, matchKey: 'siret' });
  await expect(refused).rejects.toMatchObject({ code: 'invalid-input', reason: 'match-key-unsuitable' });
});

it('keeps with what a package brought whose it was, under which licence and from when', async () => {
  await using here = await openApp();
  await using there = await openApp();
  await here.client.settings.update({ universityName: 'Université de l’Est' });
  await take(here, 'offers', known);
  const contents = { offers: {}, formations: null, companies: null };
  const written = await here.client.packages.write({ contents, personalData: false, licence: 'Usage interne' });
  await here.endOf(written.jobId);
  const bytes = await readFile(here.fileStore.locate(written.fileId).path);
  const opened = await there.client.packages.open({ fileId: await adopt(there, bytes, 'est.smartrecruiting') });
  const [part] = opened.parts;
  if (!part) throw new Error('The package is empty.');
  const { importId, jobId } = await there.client.imports.start({
    ...{ fileId: part.fileId, kind: part.kind, format: null, mapping: null, dryRun: false },
  });
  await there.endOf(jobId);
  const expected = { university: 'Université de l’Est', licence: 'Usage interne', madeAt: opened.madeAt };
  expect((await there.client.imports.get({ importId })).packageOrigin).toMatchObject(expected);
  const id = 1;
  expect((await there.client.imports.origin({ kind: 'offers', id }))[0]?.packageOrigin).toMatchObject(expected);
  const request = { what: 'offers', filter: {} } as const;
  const table = await there.client.exports.start({ request, format: 'rfc4180' });
  await there.endOf(table.jobId);
  const text = await readFile(there.fileStore.locate(table.fileId).path, 'utf8');
  expect(text.split('\r\n')[1]).toContain(`Université de l’Est,Usage interne,${opened.madeAt.slice(0, 10)}`);
});
