import { expect, it } from 'vitest';
import type { FileId } from '../../src/shared/domain/ids';
import type { ColumnMapping, ConflictRule } from '../../src/shared/domain/import';
import { adopt } from '../support/import-files';
import { openApp, type OpenApp } from '../support/open-app';

async function take(app: OpenApp, fileId: FileId, conflicts: ConflictRule | null = null) {
  const request = { fileId, kind: 'offers', format: null, mapping: null, dryRun: false, conflicts } as const;
  const { importId, jobId } = await app.client.imports.start(request);
  expect((await app.endOf(jobId)).error).toBeNull();
  return await app.client.imports.get({ importId });
}

const cities = (app: OpenApp) => app.database.read.prepare('select city from offer order by id').pluck().all();
const file = (...rows: string[]) => ['référence;intitulé;ville', ...rows].join('\n');

it('goes with the profile of a file: the next one keeps what we have without being told', async () => {
  await using app = await openApp();
  await take(app, await adopt(app, 'intitulé;ville;référence\nComptable;Lyon;1\nJuriste;;2\n'));
  const first = await take(app, await adopt(app, file('1;Comptable;Nantes', '2;Juriste;Paris')), 'ours');
  expect([first.conflicts, cities(app)]).toEqual(['ours', ['Lyon', 'Paris']]);
  expect(await app.client.importProfiles.list({})).toMatchObject([{ kind: 'offers', conflicts: 'ours' }]);

  const fileId = await adopt(app, file('1;Comptable;Metz', '2;Juriste;Brest'));
  const preview = await app.client.imports.preview({ fileId, kind: 'offers', format: null, mapping: null });
  expect(preview.profile?.conflicts).toBe('ours');
  const next = await take(app, fileId);
  expect([next.conflicts, cities(app)]).toEqual(['ours', ['Lyon', 'Paris']]);
  // Who says otherwise is believed, and remembered.
  await take(app, await adopt(app, file('1;Comptable;Metz')), 'theirs');
  expect((await take(app, await adopt(app, file('1;Comptable;Nice')))).conflicts).toBe('theirs');
  expect(cities(app)).toEqual(['Nice', 'Paris']);
});

it('goes with an import: its lines are read again by it, and change only what they had made', async () => {
  await using app = await openApp();
  await take(app, await adopt(app, 'intitulé;ville;référence\nComptable;Lyon;1\n'));
  const head = 'référence;intitulé;lieu A;lieu B';
  const fileId = await adopt(app, `${head}\n1;Comptable;Nantes;Metz\n2;Juriste;Paris;Brest\n`);
  const mappedBy = (column: 'A' | 'B'): ColumnMapping => [
    ...(['externalId', 'title'] as const),
    ...(column === 'A' ? (['city', null] as const) : ([null, 'city'] as const)),
  ];
  const { importId, jobId } = await app.client.imports.start({
    ...{ fileId, kind: 'offers', format: null, dryRun: false, conflicts: 'ours' },
    mapping: mappedBy('A'),
  });
  await app.endOf(jobId);
  expect(cities(app)).toEqual(['Lyon', 'Paris']);

  const again = await app.client.imports.reread({ importId, mapping: mappedBy('B'), dryRun: false });
  expect((await app.endOf(again.jobId)).error).toBeNull();
  expect((await app.client.imports.get({ importId: again.importId })).conflicts).toBe('ours');
  expect(cities(app)).toEqual(['Lyon', 'Brest']);
  const { rows } = await app.client.imports.rows({ importId: again.importId, state: null, page: 0, pageSize: 5 });
  expect(rows.map(({ state, issues }) => [state, issues.map(({ code, value }) => [code, value])])).toEqual([
    ['unchanged', [['kept-known', 'Metz']]],
    ['updated', []],
  ]);

  const other = await app.client.imports.reread({ importId, mapping: null, conflicts: 'theirs', dryRun: false });
  await app.endOf(other.jobId);
  expect(cities(app)).toEqual(['Metz', 'Brest']);
});
