import { renameSync } from 'node:fs';

/** Together 1.6 s: a virus scanner that looks into a new file is done by then. */
const waitsMs = [10, 20, 50, 100, 200, 300, 400, 500];
const heldCodes: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/**
 * Renames a file; on Windows neither can be done while another program, such as a virus scanner, has one of the two open, so
 * it is tried again for a while. Throws what renaming throws. `rename` stands for the system's.
 */
export function renamePatiently(from: string, to: string, rename: typeof renameSync = renameSync): void {
  for (const waitMs of waitsMs) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
  }
  rename(from, to);
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && heldCodes.has(error.code);
}
