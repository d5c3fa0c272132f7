/** Together 1.6 s: a virus scanner that looks into a new file is done by then. */
const waitsMs = [10, 20, 50, 100, 200, 300, 400, 500];
const heldCodes: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/**
 * Does what on Windows cannot be done to a file while another program, such as a virus scanner, has it open: tries again for
 * a while, and throws what the last try throws.
 */
export function patiently(work: () => void): void {
  for (const waitMs of waitsMs) {
    try {
      work();
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
  }
  work();
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && heldCodes.has(error.code);
}
