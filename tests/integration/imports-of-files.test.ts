import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adopt, counts, start } from '../support/import-files';
import { openApp } from '../support/open-app';

/** Public files for measuring, which are no part of the project; see the README of their folder. */
const publicData = process.env['SMART_RECRUITING_PUBLIC_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data');

describe('a file that tells the years of a formation', () => {
  const file =
    'Code;Intitulé;Composante;Année universitaire;Effectif\n' +
    'F1;Lettres;UFR A;2022-2023;20\n' +
    'F1;Lettres modernes;UFR A;2024-2025;30\n' +
    'F1;Lettres;UFR A;2023-2024;25\n' +
    'F1;Lettres;UFR B;2024-2025;10\n' +
    'F1;Lettres anciennes;UFR A;2024-2025;30\n' +
    'F2;Droit;UFR A;2022-2023;40\n' +
    'F1;Lettres;UFR A;;25\n';
  const said = (rows: readonly { line: number; issues: readonly { code: string; value: string | null }[] }[]) =>
    rows
      .filter(({ issues }) => issues.length > 0)
      .map(({ line, issues }) => [line, issues.map(({ code, value }) => `${code} ${value}`).join()]);

  it('has the newest line of each counted, the former ones merged into it, and the others told', async () => {
    await using app = await openApp();
    const fileId = await adopt(app, file);
    const { rows } = await app.client.imports.preview({ fileId, kind: 'formations', format: null, mapping: null });
    const { importId, job } = await start(app, 'formations', fileId);
    expect(job.summary).toMatchObject(counts(7, 3, 0, 2, 2, 3));
    const stored = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 10 });
    const expected = [
      [2, 'merged-into 3'],
      [4, 'merged-into 3'],
      [5, 'code-of-other Lettres modernes (UFR A)'],
      [6, 'duplicate-id 3'],
      [8, 'duplicate-id 3'],
    ];
    expect(said(stored.rows)).toEqual(expected);
    // Which codes others have is known once rows are stored.
    expect(said(rows)).toEqual(expected.filter(([line]) => line !== 5));
    const titles = stored.rows.flatMap(({ record }) => (record ? [record.title] : []));
    expect(titles).toEqual(['Lettres modernes', 'Lettres', 'Droit']);
  });

  it('changes nothing when it comes again', async () => {
    await using app = await openApp();
    const fileId = await adopt(app, file);
    await start(app, 'formations', fileId);
    expect((await start(app, 'formations', fileId)).job.summary).toMatchObject(counts(7, 0, 0, 5, 2, 2));
  });
});

describe('a file with damaged quotes', () => {
  const formations = (count: number): string =>
    Array.from({ length: count }, (_, index) => `F${index};"Licence ${index} de lettres modernes";UFR;20\n`).join('');

  it('has its damaged lines rejected, as the preview says, and every other one taken', async () => {
    await using app = await openApp();
    const file = `code;intitulé;composante;effectif\n${formations(2)}X;"sans fin;UFR;20\nY;"Z";UFR;20\n";IUT;30\n`;
    const fileId = await adopt(app, file);
    const { rows } = await app.client.imports.preview({ fileId, kind: 'formations', format: null, mapping: null });
    const { importId, job } = await start(app, 'formations', fileId);
    expect(job.summary).toMatchObject(counts(5, 3, 0, 0, 2));
    const stored = await app.client.imports.rows({ importId, state: 'rejected', page: 0, pageSize: 5 });
    const error = { severity: 'error' as const };
    const expected = [
      [4, [{ ...error, code: 'stray-quote', column: 'intitulé', value: null }]],
      [
        6,
        [
          { ...error, code: 'stray-quote', column: 'code', value: null },
          { ...error, code: 'torn-line', column: null, value: '3/4' },
        ],
      ],
    ];
    expect(stored.rows.map(({ line, issues }) => [line, issues])).toEqual(expected);
    expect(rows.filter(({ issues }) => issues.length > 0).map(({ line, issues }) => [line, issues])).toEqual(expected);
    expect(stored.rows[0]?.cells.map(({ column, value }) => [column, value])).toEqual([
      ...[
        ['code', 'X'],
        ['intitulé', '"sans fin'],
        ['composante', 'UFR'],
        ['effectif', '20'],
      ],
    ]);
  });

  it('is read again from its start when the damage is found far down', async () => {
    await using app = await openApp();
    const file = `code;intitulé;composante;effectif\n${formations(15_000)}X;"sans fin;UFR;20\nY;"Z";UFR;20\n`;
    const { importId, job } = await start(app, 'formations', await adopt(app, file), true);
    expect(job.summary).toMatchObject(counts(15_002, 15_001, 0, 0, 1));
    const { rows } = await app.client.imports.rows({ importId, state: 'rejected', page: 0, pageSize: 5 });
    expect(rows.map(({ line }) => line)).toEqual([15_002]);
  });
});

describe('public files as they are published', () => {
  const offersFile = join(publicData, 'offers/offers_dev.csv');
  const formationsFile = join(publicData, 'formations/certif_info.csv');
  const brokenFile = join(publicData, 'rncp/rncp_info.csv');

  const mastersFile = join(publicData, 'formations/masters_grenoble.csv');

  it.skipIf(!existsSync(mastersFile))(`merges the years of master’s degrees (needs ${mastersFile})`, async () => {
    await using app = await openApp();
    const { job } = await start(app, 'formations', app.fileStore.adopt(mastersFile), true);
    expect(job.summary).toMatchObject(counts(263, 97, 0, 166, 0, 193));
  });

  it.skipIf(!existsSync(brokenFile))(`takes what is whole of a broken file (needs ${brokenFile})`, async () => {
    await using app = await openApp();
    const { job } = await start(app, 'formations', app.fileStore.adopt(brokenFile), true);
    expect(job.summary).toMatchObject(counts(11_587, 8_220, 0, 0, 3_367, 809));
  });

  it.skipIf(!existsSync(offersFile))(`imports France Travail’s offers (needs ${offersFile})`, async () => {
    await using app = await openApp();
    const { importId, job } = await start(app, 'offers', app.fileStore.adopt(offersFile));
    expect(job.summary).toEqual({ importId, ...counts(3964, 3964, 0, 0, 0) });
    const { importId: again, job: second } = await start(app, 'offers', app.fileStore.adopt(offersFile));
    expect(second.summary).toEqual({ importId: again, ...counts(3964, 0, 0, 3964, 0) });
    const withContract = async (contractType: 'work-study' | 'permanent' | 'fixed-term') => {
      const sort = { by: 'title', direction: 'asc' } as const;
      return (await app.client.offers.list({ filter: { contractType }, sort, page: 0, pageSize: 1 })).total;
    };
    // 180 rows say "alternance: True", whatever their contract.
    expect(await withContract('work-study')).toBe(180);
    expect((await withContract('permanent')) + (await withContract('fixed-term'))).toBeGreaterThan(3_500);
    expect(app.log.errors).toEqual([]);
  });

  it.skipIf(!existsSync(formationsFile))(`imports Certif Info’s formations (needs ${formationsFile})`, async () => {
    await using app = await openApp();
    const { importId, job } = await start(app, 'formations', app.fileStore.adopt(formationsFile));
    // 36 rows repeat another word for word.
    expect(job.summary).toEqual({ importId, ...counts(2023, 1987, 0, 36, 0, 36) });
    expect(await app.client.university.components({})).toEqual([]);
    const sort = { by: 'title', direction: 'asc' } as const;
    const { total } = await app.client.formations.list({ filter: { level: 5 }, sort, page: 0, pageSize: 1 });
    expect(total).toBeGreaterThan(900);
    expect(app.log.errors).toEqual([]);
  });
});

it('takes columns whose names mean something to JavaScript, and shows their cells', async () => {
  await using app = await openApp();
  const fileId = await adopt(app, 'intitulé;__proto__;constructor\nStage comptable;un;deux\n;trois;quatre\n');
  const { importId } = await start(app, 'offers', fileId);
  const { rows } = await app.client.imports.rows({ importId, state: null, page: 0, pageSize: 10 });
  expect(rows.map(({ state, cells }) => [state, cells.map(({ column, value }) => [column, value])])).toEqual([
    [
      'created',
      [
        ['intitulé', 'Stage comptable'],
        ['__proto__', 'un'],
        ['constructor', 'deux'],
      ],
    ],
    [
      'rejected',
      [
        ['intitulé', ''],
        ['__proto__', 'trois'],
        ['constructor', 'quatre'],
      ],
    ],
  ]);
});
