import { createHash } from 'node:crypto';
import type { ReadDb } from '../../src/main/core/db/open';

/** What people put in: computed things (rankings, readings, vectors) may come later and are left out. */
const questions = [
  'select id, external_id, title, description, company_id, revision from offer order by id',
  'select id, name from company order by id',
  'select id, external_id, title from formation order by id',
  "select id, state, created_count from import where state in ('committed', 'undone') order by id",
  'select import_id, sum(created + updated + unchanged + rejected) from import_batch group by import_id order by 1',
];

/** The same for two databases in which a person would find the same. */
export function digestOf(db: ReadDb): string {
  const hash = createHash('sha256');
  for (const question of questions) hash.update(JSON.stringify(db.prepare(question).raw().all()));
  return hash.digest('hex').slice(0, 16);
}
