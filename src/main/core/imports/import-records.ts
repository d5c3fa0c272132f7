import { AppError } from '../../../shared/domain/app-error';
import { importIdSchema, type ImportId } from '../../../shared/domain/ids';
import type { ConflictRule, Import, ImportKind, ImportState } from '../../../shared/domain/import';
import type { PackageOrigin } from '../../../shared/domain/package';
import type { PageRequest } from '../../../shared/domain/page';
import type { Database, ReadDb } from '../db/open';
import * as importGroupRepository from './import-group-repository';
import type { WatchedFile } from './import-repository';
import * as importRepository from './import-repository';

/** An import that somebody asks for. */
export interface BegunImport {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly dryRun: boolean;
  /** Which file of the watched folder it is; null for any other. */
  readonly watchedFile: WatchedFile | null;
  /** The import whose lines are read again; null for a file. */
  readonly rereadOf: ImportId | null;
  /** The file of another university that it is part of; null for any other. */
  readonly packageOrigin: PackageOrigin | null;
  /** The first import of that file, where this is a further one. */
  readonly takenWith: ImportId | null;
  /** The rule that was asked for; the one of a profile is found when its turn comes. */
  readonly conflicts: ConflictRule;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/**
 * The records of imports, together with those that are not stored yet: while a large import is written, the next one is
 * asked for, shown and cancelled without waiting. What is lost with the process until then never began.
 */
export interface ImportRecords {
  /** An id that no other import has or gets. */
  newId(): ImportId;
  /** Begins an import; `stored` resolves once its record is in the database. */
  begin(begun: BegunImport): { readonly importId: ImportId; readonly stored: Promise<void> };
  /** Ends one that came to nothing, unless it has come to an end already. */
  giveUp(importId: ImportId, state: 'failed' | 'cancelled'): Promise<void>;
  /** Throws `not-found`. */
  get(importId: ImportId): Import;
  /** Newest first, without dry runs that are over. */
  list(page: PageRequest): { rows: Import[]; total: number };
  /** The imports of one package, by the first of them, in the order in which they were taken. */
  ofPackage(first: ImportId, db?: ReadDb): Import[];
}

interface Waiting extends BegunImport {
  readonly state: ImportState;
}

export function createImportRecords(database: Database): ImportRecords {
  let lastId = importRepository.lastId(database.read);
  const waiting = new Map<ImportId, Waiting>();
  const newId = (): ImportId => importIdSchema.parse((lastId += 1));
  return {
    newId,
    begin(begun) {
      const importId = newId();
      waiting.set(importId, { ...begun, state: 'reading' });
      const store = async (): Promise<void> => {
        try {
          await database.write((db) => importRepository.insert(db, { ...begun, id: importId }));
        } finally {
          waiting.delete(importId);
        }
      };
      return { importId, stored: store() };
    },
    async giveUp(importId, state) {
      const item = waiting.get(importId);
      if (item) waiting.set(importId, { ...item, state });
      await database.write((db) => importRepository.giveUp(db, importId, state));
    },
    get(importId) {
      const item = waiting.get(importId);
      const found = item ? toImport(importId, item) : importRepository.find(database.read, importId);
      if (!found) throw new AppError('not-found', `There is no import ${importId}.`, null, { importId });
      return found;
    },
    ofPackage(first, db = database.read) {
      const stored = importGroupRepository.ofPackage(db, first).filter(({ id }) => !waiting.has(id));
      const isOf = ([id, { takenWith }]: [ImportId, Waiting]): boolean => id === first || takenWith === first;
      return [...stored, ...[...waiting].filter(isOf).map(([id, item]) => toImport(id, item))];
    },
    list({ page, pageSize }) {
      const shown = [...waiting].filter(([, { state, dryRun }]) => state === 'reading' || !dryRun).toReversed();
      const offset = page * pageSize;
      const newest = shown.slice(offset, offset + pageSize).map(([id, item]) => toImport(id, item));
      // Stored in the order of their ids, so that those of the database are the older ones.
      const upTo = Math.min(...waiting.keys(), lastId + 1) - 1;
      const { rows, total } = importRepository.list(database.read, Math.max(upTo, 0), {
        offset: Math.max(0, offset - shown.length),
        limit: pageSize - newest.length,
      });
      return { rows: [...newest, ...rows], total: total + shown.length };
    },
  };
}

function toImport(
  id: ImportId,
  { kind, fileName, state, createdAt, watchedFile, rereadOf, packageOrigin, takenWith, conflicts }: Waiting,
): Import {
  return {
    ...{ id, kind, fileName, state, createdAt },
    counts: { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, warnings: 0 },
    alsoCreated: { companies: 0, contacts: 0, components: 0, managers: 0 },
    isWatched: watchedFile !== null,
    rereadOf,
    packageOrigin,
    takenWith,
    recognition: { key: 'automatic', matched: 0, keyless: 0 },
    conflicts,
    alikePairs: null,
    hasOldRules: false,
    ...{ undo: null, redo: null, redoableUntil: null },
  };
}
