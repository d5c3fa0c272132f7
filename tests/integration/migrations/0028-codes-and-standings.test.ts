import { expect, it } from 'vitest';
import { openMigrated } from '../../support/database-before';

it('takes for a person’s what files never said of where an offer stands, and keeps every code', async () => {
  await using migrated = await openMigrated('0028_codes_and_standings', (db) => {
    db.prepare(
      `insert into import (id, kind, file_name, state, created_at) values (1, 'offers', 'x', 'committed', 'x')`,
    ).run();
    const insert = db.prepare<unknown, (string | number | null)[]>(
      `insert into offer (id, import_id, status, title, raw_title, title_key, academic_year, content_hash, description,
         created_at, updated_at) values (?, ?, ?, 'x', 'x', 'x', 2025, 'x', '', 'x', '2026-02-01T08:00:00.000Z')`,
    );
    insert.run(1, 1, 'published');
    insert.run(2, 1, 'filled');
    insert.run(3, null, 'published');
    const formation = db.prepare<unknown, [number, string | null]>(
      `insert into formation (id, external_id, title, title_key, identity_key, content_hash, description, created_at,
         updated_at) values (?, ?, 'x', 'x', 'x', 'x', '', 'x', 'x')`,
    );
    formation.run(1, 'F1');
    formation.run(2, 'F2');
    formation.run(3, null);
  });
  const { read } = migrated.database;
  expect(read.prepare('select owner_id id, field, edited_at at from hand_edit order by 1').all()).toEqual([
    { id: 2, field: 'status', at: '2026-02-01T08:00:00.000Z' },
    { id: 3, field: 'status', at: '2026-02-01T08:00:00.000Z' },
  ]);
  expect(read.prepare('select external_id from formation order by id').pluck().all()).toEqual(['F1', 'F2', null]);
  const again = migrated.database.write((db) =>
    db.prepare(`update formation set external_id = 'F1' where id = 2`).run(),
  );
  await expect(again).rejects.toThrow();
});
