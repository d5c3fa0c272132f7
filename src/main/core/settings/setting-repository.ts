import { sql } from 'drizzle-orm';
import type { ReadDb, WriteDb } from '../db/open';
import { settingTable } from './setting-table';

/** What was stored, by key, still unchecked. */
export function readAll(db: ReadDb): Readonly<Record<string, unknown>> {
  const records = db.orm.select().from(settingTable).all();
  return Object.fromEntries(records.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
}

export function put(db: WriteDb, key: string, value: unknown): void {
  db.orm
    .insert(settingTable)
    .values({ key, value: JSON.stringify(value) })
    .onConflictDoUpdate({ target: settingTable.key, set: { value: sql`excluded.value` } })
    .run();
}
