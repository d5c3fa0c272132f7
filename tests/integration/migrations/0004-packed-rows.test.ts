import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/core/db/open';
import { rows } from '../../../src/main/core/imports/import-row-repository';
import { cellPacker } from '../../../src/main/workers/csv/packed-cells';
import { importIdSchema } from '../../../src/shared/domain/ids';
import { migrationsDir } from '../../support/temporary-database';

const now = new Date('2026-03-02T09:00:00Z');
const migration = '0004_packed_rows';

it('keeps every line of earlier imports, with its state, its issues and its cells', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  const formerDir = join(dataDir, 'former');
  cpSync(migrationsDir, formerDir, { recursive: true });
  const path = join(formerDir, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] };
  const at = journal.entries.findIndex(({ tag }) => tag === migration);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  const issue = { severity: 'warning', code: 'bad-date', column: 'début', value: 'bientôt' };
  const former = openDatabase({ dataDir, migrationsDir: formerDir, now });
  await former.write((db) => {
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
  await former.close();
  const database = openDatabase({ dataDir, migrationsDir, now });
  const importId = importIdSchema.parse(1);
  const noRecord = { record: null, taken: [] };
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
  await database.close();
  rmSync(dataDir, { recursive: true });
});
