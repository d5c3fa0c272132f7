import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

const chunkBytes = 1024 * 1024;
/** What a disk reads or fails to read as one: a smaller piece of it cannot be had either. */
const sectorBytes = 4_096;

/** Reads as `fs.readSync` does; stands for the disk where a test needs a bad one. */
export type ReadAt = (file: number, buffer: Uint8Array, offset: number, length: number, position: number) => number;

/**
 * Copies a file from a disk that cannot read all of it any more: sectors that it does not give back are zeros in the copy.
 * Answers how many bytes are. Throws every other failure of the two.
 */
export function copyReadable(from: string, to: string, read: ReadAt = readSync): number {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w', 0o600);
    try {
      return copyChunks(source, target, read);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

function copyChunks(source: number, target: number, read: ReadAt): number {
  const chunk = Buffer.alloc(chunkBytes);
  let unread = 0;
  for (let at = 0; ;) {
    const whole = readOrNull(source, chunk, at, chunkBytes, read);
    if (whole === 0) return unread;
    if (whole !== null) {
      writeSync(target, chunk, 0, whole, at);
      at += whole;
      continue;
    }
    const end = at + chunkBytes;
    for (let isOver = false; at < end && !isOver;) {
      const some = readOrNull(source, chunk, at, sectorBytes, read);
      isOver = some === 0;
      if (some === null) {
        unread += sectorBytes;
        // Made longer with zeros.
        ftruncateSync(target, at + sectorBytes);
      } else writeSync(target, chunk, 0, some, at);
      at += some ?? sectorBytes;
    }
  }
}

/** How many bytes came; null where the disk cannot give them back. */
function readOrNull(source: number, chunk: Buffer, at: number, length: number, read: ReadAt): number | null {
  try {
    return read(source, chunk, 0, length, at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return null;
    throw error;
  }
}
