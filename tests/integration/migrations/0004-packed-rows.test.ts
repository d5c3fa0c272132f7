import { expect, it } from 'vitest';
import { rows } from '../../../src/main/core/imports/import-row-list-repository';
import { cellPacker } from '../../../src/main/workers/csv/packed-cells';
import { importIdSchema } from '../../../src/shared/domain/ids';
import { openMigrated } from '../../support/database-before';

it('keeps every line of earlier imports, with its state, its issues and its cells', async () => {
  const issue = { severity: 'warning', code: 'bad-date', column: 'début', value: 'bientôt' };
  await using migrated = await openMigrated('0004_packed_rows', (db) => {
    for (const id of [1, 2]) {
      db.prepare(
        `insert into import (id, kind, file_name, state, header, created_at) values (?, 'offers', 'x', 'committed', ?, 'x')`,
      ).run(id, '["titre","début"]');
    }
    const insert = db.prepare<unknown, unknown[]>(
      'insert into import_row (import_id, line, state, issues, cells) values (?, ?, ?, ?, ?)',
    );
    for (let line = 2; line < 1_202; line += 1) {
      const [state, issues] = line === 700 ? ['rejected', JSON.stringify([issue])] : ['created', null];
      insert.run(1, line, state, issues, JSON.stringify([`T\n"${line}"`, 'é']));
    }
    insert.run(2, 2, 'created', null, '["seul",""]');
  });
  const { database } = migrated;
  const importId = importIdSchema.parse(1);
  const noRecord = { record: null, taken: [], changes: [], alike: [] };
  const all = rows(database.read, cellPacker, importId, { state: null, page: 11, pageSize: 100 });
  expect([all.total, all.rows.length, all.rows[0], all.rows.at(-1)?.line]).toEqual([
    1_200,
    100,
    {
      line: 1_102,
      state: 'created',
      cells: [
        { column: 'titre', value: 'T\n"1102"' },
        { column: 'début', value: 'é' },
      ],
      issues: [],
      ...noRecord,
    },
    1_201,
  ]);
  const said = {
    total: 1,
    rows: [
      {
        line: 700,
        state: 'rejected',
        cells: [
          { column: 'titre', value: 'T\n"700"' },
          { column: 'début', value: 'é' },
        ],
        issues: [issue],
        ...noRecord,
      },
    ],
  };
  const page = { page: 0, pageSize: 10 };
  expect(rows(database.read, cellPacker, importId, { state: 'rejected', ...page })).toEqual(said);
  expect(rows(database.read, cellPacker, importId, { state: null, onlyWithIssues: true, ...page })).toEqual(said);
  expect(rows(database.read, cellPacker, importId, { state: 'rejected', onlyWithIssues: true, ...page })).toEqual(said);
  expect(rows(database.read, cellPacker, importId, { state: 'created', onlyWithIssues: true, ...page }).total).toBe(0);
  const { rows: others } = rows(database.read, cellPacker, importIdSchema.parse(2), { state: null, ...page });
  expect(others[0]?.cells.map(({ column, value }) => [column, value])).toEqual([
    ['titre', 'seul'],
    ['début', ''],
  ]);
});
