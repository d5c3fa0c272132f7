import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { renamePatiently } from './rename-patiently';
import { syncName } from './sync';

const chunkBytes = 1024 * 1024;

/**
 * Where the checksum of a copy stands: beside it, as `sha256sum -c` reads it. SQLite sees no bit that flips inside of a text.
 */
export function checksumPathOf(path: string): string {
  return `${path}.sha256`;
}

/** Notes beside `path` the checksum of the file at `half`, which is about to be renamed to it. */
export function writeChecksum(half: string, path: string): void {
  noteChecksums(path, [sha256Of(half)]);
}

/**
 * Has the file at `half` take the place of the one at `path`, which has the checksum of one or the other whenever a kill
 * comes.
 */
export function replaceWithChecksum(half: string, path: string): void {
  const fresh = sha256Of(half);
  noteChecksums(path, [sha256Of(path), fresh]);
  renamePatiently(half, path);
  syncName(path);
  noteChecksums(path, [fresh]);
}

/** What a checksum is followed by is what `sha256sum` would call the file. */
function noteChecksums(path: string, sums: readonly string[]): void {
  const half = `${checksumPathOf(path)}.part`;
  // Half a line would make a damaged one of a sound file.
  writeFileSync(half, sums.map((sum) => `${sum}  ${basename(path)}\n`).join(''), { flush: true });
  renamePatiently(half, checksumPathOf(path));
  syncName(checksumPathOf(path));
}

/** Throws `database-damaged` when the file at `copy` is not what a checksum beside `path` says; older ones have none. */
export function checkChecksum(copy: string, path: string): void {
  const noted = notedChecksums(path);
  if (noted === null || noted.includes(sha256Of(copy))) return;
  throw new AppError('unavailable', 'The file is not as it was written.', 'database-damaged', { path });
}

/** Whether a checksum stands beside the file at `path`, and is its own. */
export function hasRightChecksum(path: string): boolean {
  return notedChecksums(path)?.includes(sha256Of(path)) ?? false;
}

/** One, or two while another file takes the place of this one; null where nothing is noted. */
function notedChecksums(path: string): readonly string[] | null {
  const file = checksumPathOf(path);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line) => line.split(' ')[0] ?? '');
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
