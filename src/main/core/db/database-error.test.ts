import BetterSqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { toDatabaseError } from './database-error';

it.each(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])('says of %s that the disk is full', (code) => {
  const error = new BetterSqlite.SqliteError('disk I/O error', code);
  expect(toDatabaseError(error, '/data/smart-recruiting.db')).toMatchObject({ reason: 'disk-full' });
});

it.each(['SQLITE_IOERR_READ', 'SQLITE_IOERR_CORRUPTFS'])('says of %s that the database is damaged', (code) => {
  const error = new BetterSqlite.SqliteError('disk I/O error', code);
  expect(toDatabaseError(error, '/data/smart-recruiting.db')).toMatchObject({ reason: 'database-damaged' });
});

it('says that the database is damaged when a sector of it cannot be read, and of no other failure of the disk', () => {
  const failed = (syscall: string): Error => Object.assign(new Error('EIO'), { code: 'EIO', syscall });
  expect(toDatabaseError(failed('read'), '/data/smart-recruiting.db')).toMatchObject({ reason: 'database-damaged' });
  const writing = failed('write');
  expect(toDatabaseError(writing, '/data/smart-recruiting.db')).toBe(writing);
});
