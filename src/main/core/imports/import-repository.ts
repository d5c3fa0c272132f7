import { and, desc, eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { FileNotation } from '../../../shared/domain/file-notation';
import type { ImportId } from '../../../shared/domain/ids';
import {
  type AlsoCreated,
  type ColumnMapping,
  type ConflictRule,
  type EmptyCellRule,
  type FileFormat,
  type Import,
  type ImportCounts,
  type ImportKind,
  type ImportState,
  type RecognitionCounts,
  type RedoCounts,
  type UndoCounts,
} from '../../../shared/domain/import';
import type { MatchKey } from '../../../shared/domain/match-key';
import type { PackageOrigin } from '../../../shared/domain/package';
import { readingRules } from '../../../shared/domain/reading-rules';
import type { ReadDb, WriteDb } from '../db/open';
import { countMade } from '../db/provenance';
import { importTable } from './import-table';
import { nothingElse, toImport } from './stored-record';

/** The last id that an import was given; ids are given before an import is stored, which may have to wait. */
export function lastId(db: ReadDb): number {
  return db.prepare<number>(`select seq from sqlite_sequence where name = 'import'`).pluck().get() ?? 0;
}

/** By what a file of the watched folder is told from others there. */
export interface WatchedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

function watchedKey({ name, sizeBytes, modifiedMs }: WatchedFile): string {
  return JSON.stringify({ name, sizeBytes, modifiedMs });
}

/** How far the last import of a file of the watched folder is; null where none was begun. */
export function watchedState(db: ReadDb, file: WatchedFile): ImportState | null {
  const found = db
    .prepare<ImportState, [string]>(
      `select state from import where watched_file = ? and dry_run = 0 order by id desc limit 1`,
    )
    .pluck()
    .get(watchedKey(file));
  return found ?? null;
}

/** Stores the record of an import that begins. */
export function insert(
  db: WriteDb,
  begun: {
    readonly id: ImportId;
    readonly kind: ImportKind;
    readonly fileName: string;
    readonly dryRun: boolean;
    readonly createdAt: string;
    readonly watchedFile?: WatchedFile | null;
    readonly rereadOf?: ImportId | null;
    readonly packageOrigin?: PackageOrigin | null;
    readonly takenWith?: ImportId | null;
    readonly conflicts?: ConflictRule;
  },
): void {
  const { watchedFile = null, packageOrigin = null, ...record } = begun;
  db.orm
    .insert(importTable)
    .values({
      ...record,
      state: 'reading',
      watchedFile: watchedFile && watchedKey(watchedFile),
      packageOrigin: packageOrigin && JSON.stringify(packageOrigin),
      rulesVersion: readingRules,
    })
    .run();
}

/** Keeps how the file is read, beside what the rows hold. */
export function setReading(
  db: WriteDb,
  id: ImportId,
  reading: {
    readonly format: FileFormat;
    readonly header: readonly string[];
    readonly mapping: ColumnMapping;
    readonly notation: FileNotation;
    readonly emptyCells?: EmptyCellRule;
    readonly profileName?: string | null;
    readonly matchKey?: MatchKey;
    readonly conflicts?: ConflictRule;
    readonly fileSource?: string | null;
  },
): void {
  const {
    format,
    header,
    mapping,
    notation,
    emptyCells = 'leave',
    profileName = null,
    matchKey = 'automatic',
    conflicts = 'theirs',
    fileSource = null,
  } = reading;
  const written = {
    ...{ emptyCells, profileName, matchKey, conflicts, fileSource },
    notation: JSON.stringify(notation),
    format: JSON.stringify(format),
    header: JSON.stringify(header),
    mapping: JSON.stringify(mapping),
  };
  db.orm.update(importTable).set(written).where(eq(importTable.id, id)).run();
}

/**
 * Ends an import with its counts; `committedAt` is null for one that stored no row. Answers with what the rows made on
 * the way.
 */
export function finish(
  db: WriteDb,
  id: ImportId,
  end: {
    readonly state: ImportState;
    readonly counts: ImportCounts;
    readonly recognised: RecognitionCounts;
    readonly committedAt: string | null;
    readonly alikePairs?: number | null;
  },
): AlsoCreated {
  const { counts, recognised, state, committedAt } = end;
  const alsoCreated = committedAt === null ? nothingElse : countOnTheWay(db, id);
  db.orm
    .update(importTable)
    .set({
      state,
      committedAt,
      readCount: counts.read,
      createdCount: counts.created,
      updatedCount: counts.updated,
      unchangedCount: counts.unchanged,
      rejectedCount: counts.rejected,
      warningCount: counts.warnings,
      matchedCount: recognised.matched,
      keylessCount: recognised.keyless,
      alsoCreated: JSON.stringify(alsoCreated),
      alikeCount: end.alikePairs ?? null,
    })
    .where(eq(importTable.id, id))
    .run();
  return alsoCreated;
}

/** What the rows made besides what they stand for and that is there still: companies are of a file of companies. */
export function countOnTheWay(db: ReadDb, id: ImportId): AlsoCreated {
  const kind = db.orm.select({ kind: importTable.kind }).from(importTable).where(eq(importTable.id, id)).get()?.kind;
  return {
    companies: kind === 'companies' ? 0 : countMade(db, 'company', id),
    contacts: countMade(db, 'contact', id),
    components: countMade(db, 'component', id),
    managers: countMade(db, 'formation_manager', id),
  };
}

/** Marks an import that came to nothing, unless it has come to an end already. */
export function giveUp(db: WriteDb, id: ImportId, state: 'failed' | 'cancelled'): void {
  db.orm
    .update(importTable)
    .set({ state })
    .where(and(eq(importTable.id, id), eq(importTable.state, 'reading')))
    .run();
}

/**
 * Marks imports that an earlier run of the application left behind; their rows were rolled back with it. A file of the
 * watched folder is no longer known by such an import, and so taken again.
 */
export function failUnfinished(db: WriteDb): void {
  db.orm.update(importTable).set({ state: 'failed', watchedFile: null }).where(eq(importTable.state, 'reading')).run();
}

/** Removes the records of dry runs from before an instant (ISO 8601): nothing hangs on them. */
export function removeDryRuns(db: WriteDb, before: string): void {
  db.prepare<unknown, [string]>(`delete from import where dry_run = 1 and state <> 'reading' and created_at < ?`).run(
    before,
  );
}

const headerSchema = z.array(z.string());
/** More different headers are not looked through. */
const mostHeaders = 500;

/** The headers of files of which an import stands, the newest first. */
export function headersTaken(db: ReadDb, kind: ImportKind): readonly (readonly string[])[] {
  return db
    .prepare<string, [ImportKind, number]>(
      `select header from import where kind = ? and state = 'committed' and header is not null
       group by header order by max(id) desc limit ?`,
    )
    .pluck()
    .all(kind, mostHeaders)
    .map((header) => headerSchema.parse(JSON.parse(header)));
}

/** Marks an import as undone; both instants are ISO 8601. */
export function setUndone(
  db: WriteDb,
  id: ImportId,
  counts: UndoCounts,
  { undoneAt, redoableUntil }: { readonly undoneAt: string; readonly redoableUntil: string },
): void {
  const { removed, restored, kept } = counts;
  const undone = { removedCount: removed, restoredCount: restored, keptCount: kept, undoneAt, redoableUntil };
  const redone = { redoneRestoredCount: null, redoneKeptCount: null };
  db.orm
    .update(importTable)
    .set({ state: 'undone', ...undone, ...redone })
    .where(eq(importTable.id, id))
    .run();
}

/** Marks an undone import as committed again. */
export function setRedone(db: WriteDb, id: ImportId, { restored, kept }: RedoCounts): void {
  const undone = { removedCount: null, restoredCount: null, keptCount: null, undoneAt: null, redoableUntil: null };
  db.orm
    .update(importTable)
    .set({ state: 'committed', ...undone, redoneRestoredCount: restored, redoneKeptCount: kept })
    .where(eq(importTable.id, id))
    .run();
}

/** Undone imports that could be redone until an instant (ISO 8601) that is over. */
export function pastRedo(db: ReadDb, now: string): ImportId[] {
  return db
    .prepare<ImportId, [string]>(`select id from import where state = 'undone' and redoable_until < ?`)
    .pluck()
    .all(now);
}

/** Erases what an undone import would be redone with. */
export function endRedo(db: WriteDb, id: ImportId): void {
  db.prepare<unknown, [number]>('delete from import_change where import_id = ?').run(id);
  db.orm.update(importTable).set({ redoableUntil: null }).where(eq(importTable.id, id)).run();
}

/** What an empty cell of an import did. */
export function emptyCellsOf(db: ReadDb, id: ImportId): EmptyCellRule {
  return db.orm.select().from(importTable).where(eq(importTable.id, id)).get()?.emptyCells ?? 'leave';
}

/** One import, null when there is none with this id. */
export function find(db: ReadDb, id: ImportId): Import | null {
  const record = db.orm.select().from(importTable).where(eq(importTable.id, id)).get();
  return record ? toImport(record) : null;
}

/** Imports with an id up to `upTo`, newest first, and how many there are. Dry runs that are over are left out. */
export function list(
  db: ReadDb,
  upTo: number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { rows: Import[]; total: number } {
  const isOpen = or(eq(importTable.dryRun, false), eq(importTable.state, 'reading'));
  const shown = and(sql`${importTable.id} <= ${upTo}`, isOpen);
  const records = db.orm
    .select()
    .from(importTable)
    .where(shown)
    .orderBy(sql`coalesce(${importTable.takenWith}, ${importTable.id}) desc`, desc(importTable.id))
    .limit(limit)
    .offset(offset)
    .all();
  const total =
    db.orm
      .select({ n: sql<number>`count(*)` })
      .from(importTable)
      .where(shown)
      .get()?.n ?? 0;
  return { rows: records.map(toImport), total };
}
