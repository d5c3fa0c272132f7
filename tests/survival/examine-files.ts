import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { keyIdOf } from '../../src/main/core/db/data-keys';
import { databaseFileName, type Database } from '../../src/main/core/db/open';
import { indexInMemory, indexPathOf } from '../../src/main/core/search/index-file';
import { openSearchIndex, type SearchIndex } from '../../src/main/core/search/search-index';

/** What the index of an open database says otherwise than one that is made of it now, once it has followed. */
export async function faultsOfIndex(database: Database): Promise<string[]> {
  const [kept, fresh] = [openSearchIndex(indexPathOf(database.path)), openSearchIndex(indexInMemory)];
  try {
    return await database.snapshot(() => {
      for (const index of [kept, fresh]) follow(index, database);
      const [words, wanted] = [wordsIn(kept.file), wordsIn(fresh.file)];
      return Promise.resolve(words === wanted ? [] : ['the index of the search is not that of the database']);
    });
  } finally {
    for (const index of [kept, fresh]) index.close();
  }
}

function follow(index: SearchIndex, { read }: Database): void {
  while (!index.update(read, Infinity).isComplete);
}

/** A digest of which offers are indexed as what, and of how often each word stands in which field. */
function wordsIn(file: BetterSqlite.Database): string {
  const hash = createHash('sha256').update(JSON.stringify(file.prepare('select * from entry order by id').raw().all()));
  for (const table of ['text', 'head']) {
    // Words of what was removed are kept until FTS5 merges.
    file.prepare(`insert into ${table} (${table}) values ('optimize')`).run();
    file.exec(`create virtual table temp.words_of_${table} using fts5vocab(main, ${table}, col)`);
    const rows = file.prepare(`select * from temp.words_of_${table} order by term, col`).raw().all();
    hash.update(JSON.stringify(rows));
  }
  return hash.digest('hex');
}

/** A word that stands in every offer. */
const trace = 'suivez';

/** What of a closed data folder is not under its key. */
export function faultsOfEncryption(dataDir: string, keyId: string): string[] {
  const database = join(dataDir, databaseFileName);
  const files = [database, indexPathOf(database)].filter((path) => existsSync(path));
  const all = files.flatMap((path) => [path, `${path}-wal`]).filter((path) => existsSync(path));
  return [
    ...files.filter((path) => keyIdOf(path) !== keyId).map((path) => `${path} is not under the key`),
    ...all.filter((path) => readFileSync(path).includes(trace)).map((path) => `${path} holds words in the clear`),
  ];
}
