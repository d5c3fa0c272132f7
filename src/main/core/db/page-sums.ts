import { closeSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { toDatabaseError } from './database-error';
import { renamePatiently } from './rename-patiently';

const blockBytes = 65_536;
const chunkBlocks = 64;
const checkBytes = 4;
/** About two seconds of a processor; a larger file is closed without. */
const largestBytes = 2 * 1024 ** 3;

/** Begins the file: a later layout gets another number. */
const mark = 'smart-recruiting sums 1';

/**
 * SQLite sees no bit that flips inside of a text. What a closed database consists of is noted beside it, a CRC-32 for each
 * 64 KB: a disk that gives back something else later is found out, whichever bit it is.
 */
function sumsFile(path: string): string {
  return `${path}.sums`;
}

/** Notes what the file at `path` consists of, which nobody may be writing. Does nothing where that is noted already. Throws nothing. */
export function notePageSums(path: string): void {
  const file = sumsFile(path);
  try {
    if (notedSums(path) !== null) return;
    rmSync(file, { force: true });
    if (statSync(path).size > largestBytes) return;
    const sums = sumsOf(path);
    const half = `${file}.part`;
    const bytes = Buffer.from(sums.buffer);
    writeFileSync(half, Buffer.concat([headOf(path), checkOf(bytes), bytes]));
    renamePatiently(half, file);
  } catch {
    // A full disk: the next start has nothing to compare.
  }
}

export function removePageSums(path: string): void {
  rmSync(sumsFile(path), { force: true });
}

/** Whether there are sums for the file as it was last written. */
export function hasPageSums(path: string): boolean {
  return notedSums(path) !== null;
}

/**
 * Compares the file at `path` with what was noted when it was closed: the offset in bytes of the first 64 KB that differ,
 * null when none does or nothing is noted. A file that is written meanwhile is not told to differ. Throws `database-damaged`
 * when the disk does not give all of it back.
 */
export function findChangedBlock(path: string): number | null {
  const noted = notedSums(path);
  if (noted === null) return null;
  const found = sumsOrDamage(path);
  const at = found.findIndex((sum, index) => sum !== noted[index]);
  return at < 0 || notedSums(path) === null ? null : at * blockBytes;
}

function sumsOrDamage(path: string): Uint32Array {
  try {
    return sumsOf(path);
  } catch (error) {
    throw toDatabaseError(error, path);
  }
}

/** Null where nothing is noted, or for another state of the file: whoever wrote to it since changed its time. */
function notedSums(path: string): Uint32Array | null {
  try {
    const noted = readFileSync(sumsFile(path));
    const head = headOf(path);
    if (!noted.subarray(0, head.length).equals(head)) return null;
    const bytes = noted.subarray(head.length + checkBytes);
    // The sums lie on the same disk.
    if (!noted.subarray(head.length, head.length + checkBytes).equals(checkOf(bytes))) return null;
    return new Uint32Array(Uint8Array.from(bytes).buffer);
  } catch {
    return null;
  }
}

function headOf(path: string): Buffer {
  const { size, mtimeMs } = statSync(path);
  return Buffer.from(`${mark}\n${size} ${Math.floor(mtimeMs)}\n`);
}

function checkOf(sums: Buffer): Buffer {
  const check = Buffer.alloc(checkBytes);
  check.writeUInt32LE(crc32(sums));
  return check;
}

function sumsOf(path: string): Uint32Array {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(chunkBlocks * blockBytes);
  const sums: number[] = [];
  try {
    // A file of the disk is read in full but at its end.
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      for (let at = 0; at < read; at += blockBytes) {
        sums.push(crc32(chunk.subarray(at, Math.min(at + blockBytes, read))));
      }
    }
  } finally {
    closeSync(file);
  }
  return Uint32Array.from(sums);
}
