import type { Log } from '../../src/main/core/ports';

/** A log that keeps its errors, so that a test can ask for them. */
export function createQuietLog(): Log & { readonly errors: unknown[] } {
  const errors: unknown[] = [];
  return {
    errors,
    info: () => undefined,
    warn: () => undefined,
    error: (_message, error) => void errors.push(error),
  };
}
