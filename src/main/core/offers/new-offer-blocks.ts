import type { WriteDb } from '../db/open';

const trigger = 'offer_block_offer_insert';

/**
 * Has the offers that the transaction inserts from now on counted in their blocks (docs/decisions/0014) all together, by the
 * function that it answers with. While an insert has a trigger, SQLite first keeps a copy of each page that a row
 * touches, which takes longer than the row: the trigger is away meanwhile, and there again for whoever writes next,
 * whether the transaction is committed or rolled back.
 */
export function countNewOffersAtOnce(db: WriteDb): () => void {
  const found = db.prepare<string, [string]>("select sql from sqlite_schema where type = 'trigger' and name = ?");
  const sql = found.pluck().get(trigger);
  if (sql === undefined) throw new Error(`There is no trigger ${trigger}.`);
  const lastId = db.prepare<number, []>('select max(id) from offer').pluck().get() ?? 0;
  db.prepare(`drop trigger ${trigger}`).run();
  return () => {
    db.prepare<unknown, [number]>(
      `insert into offer_block (block, changes) select distinct id >> 8, 1 from offer where id > ?
       on conflict (block) do update set changes = changes + 1`,
    ).run(lastId);
    db.prepare(sql).run();
  };
}
