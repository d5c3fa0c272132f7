import { expect, it } from 'vitest';
import type { WriteDb } from '../../../src/main/core/db/open';
import { openMigrated } from '../../support/database-before';

interface Former {
  readonly isOfPackage?: boolean;
  readonly rereadOf?: number;
  readonly isTrial?: boolean;
  /** The code of what is said of its second row. */
  readonly issue?: string;
}

function insert(db: WriteDb, id: number, { isOfPackage, rereadOf, isTrial, issue }: Former): void {
  const origin = isOfPackage ? '{"id":"x","university":"Nord","madeAt":"2026-02-01T08:00:00.000Z","licence":""}' : null;
  db.prepare(
    `insert into import (id, kind, file_name, state, created_at, package_origin, reread_of, dry_run)
     values (?, 'offers', 'x', ?, 'x', ?, ?, ?)`,
  ).run(id, isTrial ? 'checked' : 'committed', origin, rereadOf ?? null, isTrial ? 1 : 0);
  const issues = issue === undefined ? null : JSON.stringify([null, [{ code: issue, column: 'city', value: 'Metz' }]]);
  db.prepare(
    `insert into import_batch (import_id, first_line, created, updated, unchanged, rejected, with_issues, lines, states,
       issues, cells) values (?, 2, 0, 0, 2, 0, 0, '[2,3]', '["unchanged","unchanged"]', ?, x'00')`,
  ).run(id, issues);
}

it('tells by which rule imports were taken from before rules were kept', async () => {
  await using migrated = await openMigrated('0036_conflict_rules', (db) => {
    insert(db, 1, {});
    insert(db, 2, { issue: 'kept-by-hand' });
    insert(db, 3, { issue: 'kept-known' });
    insert(db, 4, { isOfPackage: true });
    insert(db, 5, { isOfPackage: true, issue: 'kept-known' });
    insert(db, 6, { isOfPackage: true, rereadOf: 5 });
    insert(db, 7, { isOfPackage: true, rereadOf: 5, isTrial: true });
    insert(db, 8, { rereadOf: 1 });
  });
  const { read } = migrated.database;
  expect(read.prepare('select id, conflicts, taken_with from import order by id').raw().all()).toEqual([
    [1, 'theirs', null],
    [2, 'theirs', null],
    [3, 'ours', null],
    [4, 'ours', null],
    [5, 'ours', null],
    [6, 'ours', 5],
    [7, 'ours', null],
    [8, 'theirs', null],
  ]);
});

it('leaves the rule of packages that had kept theirs, and gives them what was read again of them', async () => {
  await using migrated = await openMigrated('0039_package_rules', (db) => {
    insert(db, 1, { isOfPackage: true });
    insert(db, 2, { isOfPackage: true });
    db.prepare('update import set taken_with = 1 where id = 2').run();
    insert(db, 3, { isOfPackage: true, rereadOf: 2 });
    insert(db, 4, { isOfPackage: true, rereadOf: 1 });
    db.prepare(`update import set conflicts = 'theirs'`).run();
  });
  const { read } = migrated.database;
  expect(read.prepare('select id, conflicts, taken_with from import order by id').raw().all()).toEqual([
    [1, 'theirs', null],
    [2, 'theirs', 1],
    [3, 'theirs', 1],
    [4, 'theirs', 1],
  ]);
});
