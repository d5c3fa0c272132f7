import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { patiently } from './patiently';

/** The index of the search lies beside the database and holds words of it, under the same key. */
export const searchFileName = 'smart-recruiting-search.db';

/** Removes the index of a data folder, which the next question makes anew. Throws where something holds it for longer. */
export function removeSearchFile(dataDir: string): void {
  removeIndex(join(dataDir, searchFileName));
}

/** Removes an index and its journal, as `patiently` says. Throws what removing throws. */
export function removeIndex(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) patiently(() => rmSync(`${path}${suffix}`, { force: true }));
}
