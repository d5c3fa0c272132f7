import { expect, it } from 'vitest';
import { fill, openBench, sql } from '../../../../tests/support/open-ranking';

it('computes a vector anew when a bit of it has flipped on the disk, and ranks as before', async () => {
  await using bench = await openBench();
  await fill(bench);
  await bench.rank();
  const { database } = bench.place;
  const matches = () => database.read.prepare('select offer_id, rank, formation_id, score from match').raw().all();
  const before = matches();
  const flipped = await database.write((db) => {
    const one = "owner_kind = 'formation' order by owner_id limit 1";
    const vector = db.prepare<Buffer>(`select vector from embedding where ${one}`).pluck().get() ?? Buffer.alloc(4);
    // The highest bit of an exponent: the number becomes as large as a float can be.
    vector[3] = (vector[3] ?? 0) ^ 0x40;
    return db
      .prepare<unknown, [Buffer]>(`update embedding set vector = ? where id = (select id from embedding where ${one})`)
      .run(vector).changes;
  });
  expect(flipped).toBe(1);
  await sql(bench, 'delete from ranking');
  await sql(bench, 'delete from match');
  bench.embedder.embedded.length = 0;
  expect((await bench.rank()).state).toBe('succeeded');
  expect(matches()).toEqual(before);
  expect(bench.embedder.embedded).not.toEqual([]);
});
