import BetterSqlite from 'better-sqlite3';
import type { ReadDb } from '../db/open';
import { removeIndex } from '../db/search-file';
import { createCountedColumns, type CountedColumns } from './counted-columns';
import { createFilterKeeper, type FilterKeeper } from './filter-keeper';
import { createWordFinder, type WordFinder } from './find-words';
import { indexInMemory, isDamage } from './index-file';
import { createOfferVectors, type OfferVectors } from './offer-vectors';
import { openSearchIndex, type SearchIndex } from './search-index';

/** What a question needs of the offers besides their words. */
export interface NeededOfOffers {
  readonly modelId: string | null;
  readonly hasColumns: boolean;
}

/** All that is kept of offers beside the database, kept true to it. */
export interface FollowedOffers {
  readonly index: SearchIndex;
  readonly finder: WordFinder;
  readonly vectors: OfferVectors;
  readonly columns: CountedColumns;
  readonly filters: FilterKeeper;
  /** Another whenever a text may find other offers than before. */
  readonly version: string;
  /** Another whenever anything was written. */
  readonly moment: string;
  /**
   * Reads what changed, for about so many milliseconds all together, inside of a read transaction. Says whether all that is
   * needed is there.
   */
  update(forMs: number, needed: NeededOfOffers): boolean;
  /**
   * After a failure: puts another index in the place of one that cannot be used any more, a new file for a damaged one and
   * else, such as on a full disk, one in memory. False where the failure is no fault of the index.
   */
  replaceIndex(error: unknown): boolean;
  close(): void;
}

/** The offers of a database on a connection of its own; nobody else may write the index at `path`. */
export function createFollowedOffers(db: ReadDb, path: string): FollowedOffers {
  const vectors = createOfferVectors();
  const columns = createCountedColumns();
  const filters = createFilterKeeper(db);
  let place = path;
  let index = openSearchIndex(place);
  let finder = createWordFinder(index.file);
  let replaced = 0;
  let seen: number | null = null;
  let isIndexed = false;
  let hasVectorsOf: string | null = null;
  let hasColumns = false;

  const versionNow = (): string => `${replaced}.${index.version}.${vectors.version}`;

  return {
    ...{ vectors, columns, filters },
    get index() {
      return index;
    },
    get finder() {
      return finder;
    },
    get version() {
      return versionNow();
    },
    get moment() {
      return `${versionNow()}.${seen ?? ''}`;
    },
    update(forMs, needed) {
      const untilMs = performance.now() + forMs;
      const version = db.prepare<number>('select data_version from pragma_data_version').pluck().get() ?? 0;
      if (version !== seen) {
        filters.forget();
        isIndexed = false;
        hasVectorsOf = null;
        hasColumns = false;
        seen = version;
      }
      isIndexed ||= index.update(db, untilMs).isComplete;
      const { modelId } = needed;
      if (modelId !== null && hasVectorsOf !== modelId)
        hasVectorsOf = vectors.update(db, modelId, untilMs) ? modelId : null;
      if (needed.hasColumns) hasColumns ||= columns.update(db, untilMs);
      return isIndexed && (modelId === null || hasVectorsOf !== null) && (!needed.hasColumns || hasColumns);
    },
    replaceIndex(error) {
      if (!(error instanceof BetterSqlite.SqliteError) || place === indexInMemory) return false;
      index.close();
      place = isDamage(error) && replaced === 0 && isRemoved(path) ? path : indexInMemory;
      index = openSearchIndex(place);
      finder = createWordFinder(index.file);
      replaced += 1;
      isIndexed = false;
      return true;
    },
    close: () => index.close(),
  };
}

function isRemoved(path: string): boolean {
  try {
    removeIndex(path);
    return true;
  } catch {
    return false;
  }
}
