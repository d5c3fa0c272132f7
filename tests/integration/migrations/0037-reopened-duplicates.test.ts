import { expect, it } from 'vitest';
import { openMigrated } from '../../support/database-before';

it('knows of duplicates from before for which offer they stand aside', async () => {
  await using migrated = await openMigrated('0037_reopened_duplicates', (db) => {
    const insert = db.prepare<unknown, [number]>(
      `insert into offer (id, status, title, raw_title, title_key, academic_year, content_hash, description, created_at,
         updated_at) values (?, 'archived', 'x', 'x', 'x', 2025, 'x', '', 'x', '2026-02-01T08:00:00.000Z')`,
    );
    for (const id of [1, 2]) insert.run(id);
    db.prepare(`insert into offer_duplicate (offer_id, kept_id, said_at) values (2, 1, '2026-02-01')`).run();
  });
  const { read } = migrated.database;
  expect(read.prepare('select * from offer_duplicate').all()).toEqual([
    { offer_id: 2, kept_id: 1, said_at: '2026-02-01', said_kept_id: 1, reopened_revision: null },
  ]);
});
