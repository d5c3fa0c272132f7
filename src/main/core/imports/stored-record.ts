import { alsoCreatedSchema, type AlsoCreated, type Import } from '../../../shared/domain/import';
import { readPackageOrigin } from '../../../shared/domain/package';
import { readingRules } from '../../../shared/domain/reading-rules';
import type { importTable } from './import-table';

/** Of an import that made nothing on the way. */
export const nothingElse: AlsoCreated = { companies: 0, contacts: 0, components: 0, managers: 0 };

/** The record of an import as people see it. */
export function toImport(record: typeof importTable.$inferSelect): Import {
  const { removedCount: removed, restoredCount: restored, keptCount: kept } = record;
  const { redoneRestoredCount, redoneKeptCount, alsoCreated } = record;
  return {
    id: record.id,
    kind: record.kind,
    fileName: record.fileName,
    state: record.state,
    counts: {
      read: record.readCount,
      created: record.createdCount,
      updated: record.updatedCount,
      unchanged: record.unchangedCount,
      rejected: record.rejectedCount,
      warnings: record.warningCount,
    },
    alsoCreated: alsoCreated === null ? nothingElse : alsoCreatedSchema.parse(JSON.parse(alsoCreated)),
    undo: removed === null || restored === null || kept === null ? null : { removed, restored, kept },
    redo:
      redoneRestoredCount === null || redoneKeptCount === null
        ? null
        : { restored: redoneRestoredCount, kept: redoneKeptCount },
    redoableUntil: record.redoableUntil,
    isWatched: record.watchedFile !== null,
    rereadOf: record.rereadOf,
    packageOrigin: readPackageOrigin(record.packageOrigin),
    takenWith: record.takenWith,
    recognition: { key: record.matchKey, matched: record.matchedCount, keyless: record.keylessCount },
    conflicts: record.conflicts,
    alikePairs: record.alikeCount,
    hasOldRules: record.rulesVersion < readingRules,
    createdAt: record.createdAt,
  };
}
