import { expect, it } from 'vitest';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import type { WriteDb } from '../db/open';

const blocksOf = ({ database }: OpenRecords): unknown =>
  database.read.prepare('select block, changes from offer_block order by block').raw().all();
const schemaOf = ({ database }: OpenRecords): unknown =>
  database.read.prepare('select type, name, sql from sqlite_schema order by type, name').all();

function put(records: OpenRecords, db: WriteDb, title: string, count = 1): void {
  const intake = records.offerService.openIntake(db, null);
  for (let row = 1; row <= count; row += 1) intake.put(offerDraft({ title: `${title} ${row}` }), offerContact());
}

const putTogether = (records: OpenRecords, title: string, count: number): Promise<void> =>
  records.database.write((db) => {
    const countNew = records.offerService.countNewAtOnce(db);
    put(records, db, title, count);
    countNew();
  });

it('counts each block once in which offers are new, that of earlier offers too, and whoever writes next as before', async () => {
  await using records = openRecords();
  const schema = schemaOf(records);
  await putTogether(records, 'Comptable', 100);
  expect(blocksOf(records)).toEqual([[0, 1]]);
  await putTogether(records, 'Soudeuse', 200);
  expect(blocksOf(records)).toEqual([
    [0, 2],
    [1, 1],
  ]);
  expect(schemaOf(records)).toEqual(schema);
  await records.database.write((db) => put(records, db, 'Juriste'));
  expect(blocksOf(records)).toEqual([
    [0, 2],
    [1, 2],
  ]);
});

it('leaves everything as it was where the transaction comes to nothing', async () => {
  await using records = openRecords();
  const schema = schemaOf(records);
  const failed = records.database.write((db) => {
    records.offerService.countNewAtOnce(db);
    put(records, db, 'Comptable');
    throw new Error('cancelled');
  });
  await expect(failed).rejects.toThrow('cancelled');
  expect(blocksOf(records)).toEqual([]);
  expect(schemaOf(records)).toEqual(schema);
  await records.database.write((db) => put(records, db, 'Comptable'));
  expect(blocksOf(records)).toEqual([[0, 1]]);
});
