import BetterSqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { toDatabaseError } from './database-error';

it.each(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])('says of %s that the disk is full', (code) => {
  const error = new BetterSqlite.SqliteError('disk I/O error', code);
  expect(toDatabaseError(error, '/data/smart-recruiting.db')).toMatchObject({ reason: 'disk-full' });
});
