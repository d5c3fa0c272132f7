/**
 * Does `load` once and keeps what it gave; a failure is tried again with the next call, for somebody may have mended
 * what it was about.
 */
export function keepSuccess<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return async () => {
    kept ??= load();
    try {
      return await kept;
    } catch (error) {
      kept = null;
      throw error;
    }
  };
}
