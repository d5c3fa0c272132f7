import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** The index of the search lies beside the database and holds words of it, under the same key. */
export const searchFileName = 'smart-recruiting-search.db';

/** Removes the index of a data folder, which the next question makes anew. Throws where something holds it for longer. */
export function removeSearchFile(dataDir: string): void {
  removeIndex(join(dataDir, searchFileName));
}

/**
 * Removes an index and its journal. Tries again for a moment where a virus scanner or a thread that ends holds one, as on
 * Windows, and throws what removing throws after that.
 */
export function removeIndex(path: string): void {
  // Only of what may be a folder Node tries again.
  const insisting = { force: true, recursive: true, maxRetries: 4, retryDelay: 50 };
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, insisting);
}
