import { unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';

/** The last two: no room for the index of the journal; a file that may grow no further, as on FAT. */
const fullCodes: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE', 'EFBIG']);

/**
 * Sectors that the disk does not give back any more, which is damage as much as wrong bytes are. EIO is that only of a read:
 * what a share answers with that is away comes from opening and copying.
 */
const unreadCodes: ReadonlySet<string> = new Set(['SQLITE_IOERR_READ', 'SQLITE_IOERR_CORRUPTFS']);

/**
 * Says what a failure of SQLite or of the file system means for the database at `path`: full disk, read-only place,
 * damaged file, file in use. Anything else comes back as it was.
 */
export function toDatabaseError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const details = { path };
  const options = { cause: error };
  if (fullCodes.has(code)) {
    return new AppError('unavailable', 'The disk is full.', 'disk-full', details, options);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === 'EBUSY') {
    return new AppError('conflict', 'Another program holds the database.', 'database-locked', details, options);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || isUnread(error, code)) {
    return new AppError('unavailable', 'The database file is damaged.', 'database-damaged', details, options);
  }
  if (isReadOnly(code, path)) {
    return new AppError('unavailable', 'The database cannot be written here.', 'read-only', details, options);
  }
  return error;
}

function codeOf(error: unknown): string {
  if (error instanceof BetterSqlite.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}

function isUnread(error: unknown, code: string): boolean {
  if (unreadCodes.has(code)) return true;
  return code === 'EIO' && error instanceof Error && 'syscall' in error && error.syscall === 'read';
}

/** "Cannot open" and "I/O error" say little; whether a file can be made in the folder says the rest. */
function isReadOnly(code: string, path: string): boolean {
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return true;
  if (!code.startsWith('SQLITE_CANTOPEN') && !code.startsWith('SQLITE_IOERR')) return false;
  // Asking for the rights is not enough: on Windows only trying tells.
  const probe = join(dirname(path), `.write-probe-${process.pid}`);
  try {
    writeFileSync(probe, '');
    unlinkSync(probe);
    return false;
  } catch (error) {
    return !['ENOSPC', 'EDQUOT', 'ENOENT', 'ENOTDIR'].includes(codeOf(error));
  }
}
