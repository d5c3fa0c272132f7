import { expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { skillsOfOffer } from './skills-of-offer';

it('reads the skills of the offers that are asked for, and no others', async () => {
  await using place = openTemporaryDatabase();
  const { database } = place;
  await database.write((db) => {
    for (const id of [1, 2]) {
      db.prepare(
        `insert into offer (id, title, raw_title, description, status, academic_year, title_key, content_hash, created_at, updated_at)
         values (?, '', '', '', 'draft', 2025, '', ?, '2026-01-01', '2026-01-01')`,
      ).run(id, `${id}`);
    }
    for (const id of [1, 2, 3])
      db.prepare('insert into skill (id, label, label_key) values (?, ?, ?)').run(id, `${id}`, `${id}`);
    db.prepare('insert into offer_skill (offer_id, position, skill_id) values (1, 0, 2), (1, 1, 1)').run();
    db.prepare('insert into offer_read_skill (offer_id, position, skill_id) values (2, 0, 3)').run();
  });
  const sql = `select o.id, (select group_concat(s.label) from ${skillsOfOffer} l cross join skill s on s.id = l.skill_id) skills
    from offer o where o.id between 1 and 2`;
  expect(database.read.prepare(sql).all()).toEqual([
    { id: 1, skills: '2,1' },
    { id: 2, skills: '3' },
  ]);
  const plan = database.read.prepare<{ detail: string }>(`explain query plan ${sql}`).all();
  const steps = plan.map(({ detail }) => detail).join('\n');
  expect(steps).toMatch(/SEARCH offer_skill USING PRIMARY KEY[^]*SEARCH offer_read_skill USING PRIMARY KEY/);
  expect(steps).not.toMatch(/SCAN offer_/);
});
