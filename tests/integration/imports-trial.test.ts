import { expect, it } from 'vitest';
import { adopt, start } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

type Filter = { readonly onlyAlike?: boolean };

async function rowsOf(app: OpenApp, importId: Awaited<ReturnType<typeof start>>['importId'], filter: Filter = {}) {
  return await app.client.imports.rows({ importId, state: null, ...filter, page: 0, pageSize: 50 });
}

it('tells of an updated row what each field was and would be, and stores nothing', async () => {
  await using app = await openApp();
  const head = 'référence;intitulé;ville;entreprise;siret;compétences;publiée le\n';
  await start(
    app,
    'offers',
    await adopt(app, `${head}1;Comptable;Lyon;Octorive;;SQL;01/03/2026\n2;Juriste;Paris;;;;\n`),
  );
  const next = `${head}1;Comptable;Nantes;Octorive;73282932000074;SQL | Excel;02/03/2026\n2;Juriste;Paris;;;;\n3;Chef;;;;;\n`;
  const { importId } = await start(app, 'offers', await adopt(app, next), true);
  const { rows } = await rowsOf(app, importId);
  expect(rows.map(({ line, state, changes }) => [line, state, changes])).toEqual([
    [
      2,
      'updated',
      [
        { field: 'city', before: { text: 'Lyon' }, after: { text: 'Nantes' } },
        { field: 'skills', before: { list: ['SQL'] }, after: { list: ['SQL', 'Excel'] } },
        { field: 'postedOn', before: { day: '2026-03-01' }, after: { day: '2026-03-02' } },
        { field: 'companySiret', before: null, after: { digits: '73282932000074' } },
      ],
    ],
    [3, 'unchanged', []],
    [4, 'created', []],
  ]);
  expect(app.database.read.prepare('select city from offer order by id').pluck().all()).toEqual(['Lyon', 'Paris']);
});

it('tells it of formations and of companies with several contacts', async () => {
  await using app = await openApp();
  await start(app, 'formations', await adopt(app, 'code;intitulé;effectif\nF1;BUT informatique;20\n'));
  const formations = await start(
    app,
    'formations',
    await adopt(app, 'code;intitulé;effectif\nF1;BUT informatique;25\n'),
    true,
  );
  expect((await rowsOf(app, formations.importId)).rows[0]?.changes).toEqual([
    { field: 'capacity', before: { number: 20 }, after: { number: 25 } },
  ]);
  const head = 'raison sociale;siret;contact;courriel\n';
  await start(app, 'companies', await adopt(app, `${head}Octorive;73282932000074;Ada;ada@o.example\n`));
  const more = await adopt(app, `${head}Octorive;73282932000074;Bo;bo@o.example\n`);
  const companies = await start(app, 'companies', more, true);
  expect((await rowsOf(app, companies.importId)).rows[0]?.changes).toEqual([
    { field: 'contactName', before: { text: 'Ada' }, after: { list: ['Ada', 'Bo'] } },
    { field: 'contactEmail', before: { text: 'ada@o.example' }, after: { list: ['ada@o.example', 'bo@o.example'] } },
  ]);
});

it('counts the duplicates that an import would have proposed, and the import then proposes as many', async () => {
  await using app = await openApp();
  const head = 'intitulé;entreprise;ville;source\n';
  await start(app, 'offers', await adopt(app, `${head}Développeur web;Octorive;Lyon;A\nJuriste;Octorive;Lyon;A\n`));
  const known = Number(app.database.read.prepare("select id from offer where title = 'Développeur web'").pluck().get());
  const next = `${head}Développeur web H/F;Octorive;Lyon;B\nChaudronnier;Octorive;Lyon;B\nChaudronnière;Octorive;Lyon;C\nSoudeur;Octorive;Lyon;B\n`;
  const trial = await start(app, 'offers', await adopt(app, next), true);
  expect((await app.client.imports.get({ importId: trial.importId })).alikePairs).toBe(2);
  const { rows, total } = await rowsOf(app, trial.importId, { onlyAlike: true });
  expect(total).toBe(3);
  expect(rows.map(({ line, alike }) => [line, alike.map((one) => [one.offerId, one.line, one.title])])).toEqual([
    [2, [[known, null, 'Développeur web']]],
    [3, [[null, 4, 'Chaudronnière']]],
    [4, [[null, 3, 'Chaudronnier']]],
  ]);
  expect((await app.client.offerDuplicates.page({ importId: null, page: 0, pageSize: 5 })).total).toBe(0);

  const { importId } = await start(app, 'offers', await adopt(app, next));
  expect((await app.client.offerDuplicates.page({ importId, page: 0, pageSize: 5 })).total).toBe(2);
  expect((await app.client.imports.get({ importId })).alikePairs).toBeNull();
});
