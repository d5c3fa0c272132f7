import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';

const chunkBytes = 1024 * 1024;

/**
 * Where the checksum of a copy stands: beside it, as `sha256sum -c` reads it. SQLite sees no bit that flips inside of a text.
 */
export function checksumPathOf(path: string): string {
  return `${path}.sha256`;
}

/** Notes beside `path` the checksum of the file at `half`, which is about to be renamed to it. */
export function writeChecksum(half: string, path: string): void {
  writeFileSync(checksumPathOf(path), `${sha256Of(half)}  ${basename(path)}\n`, { flush: true });
}

/** Throws `database-damaged` when the file at `copy` is not what the checksum beside `path` says; older ones have none. */
export function checkChecksum(copy: string, path: string): void {
  const noted = notedChecksum(path);
  if (noted === null || noted === sha256Of(copy)) return;
  throw new AppError('unavailable', 'The file is not as it was written.', 'database-damaged', { path });
}

/** Whether a checksum stands beside the file at `path`, and is its own. */
export function hasRightChecksum(path: string): boolean {
  const noted = notedChecksum(path);
  return noted !== null && noted === sha256Of(path);
}

function notedChecksum(path: string): string | null {
  const file = checksumPathOf(path);
  return existsSync(file) ? (readFileSync(file, 'utf8').split(' ')[0] ?? '') : null;
}

/** Removes a copy with its checksum; none of them need be there. */
export function removeWithChecksum(path: string): void {
  rmSync(path, { force: true });
  removeChecksum(path);
}

export function removeChecksum(path: string): void {
  rmSync(checksumPathOf(path), { force: true });
}

function sha256Of(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(chunkBytes);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
