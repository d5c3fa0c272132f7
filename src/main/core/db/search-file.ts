import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** The index of the search lies beside the database and holds words of it, under the same key. */
export const searchFileName = 'smart-recruiting-search.db';

/** Removes the index of a data folder, which the next question makes anew. Throws where something holds it. */
export function removeSearchFile(dataDir: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataDir, `${searchFileName}${suffix}`), { force: true });
}
