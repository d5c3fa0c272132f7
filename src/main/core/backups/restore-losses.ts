import type { RestoreComparison } from '../../../shared/contract/backups';
import { restoredKinds } from '../../../shared/domain/backup';
import type { ReadDb } from '../db/open';

/**
 * What is in the database and would not be once a backup took its place. Ids only grow, so that rows with a
 * higher one than the backup ever gave were made since. `isOther`: the ids of another database, or of one from before a
 * restore, say nothing of ours, and everything is replaced. Throws as `examineDatabase`.
 */
export function compareWithBackup(
  db: ReadDb,
  backup: {
    /** The highest id that each of its tables ever gave. */
    readonly lastIds: ReadonlyMap<string, number>;
    readonly at: string;
    readonly isOther: boolean;
  },
): RestoreComparison {
  const countAbove = (table: string, id: number): number =>
    db.prepare<number, [number]>(`select count(*) from ${table} where id > ?`).pluck().get(id) ?? 0;
  const madeSince = restoredKinds.map((kind) => {
    // Profiles are in no backup.
    const isAll = backup.isOther || kind === 'candidate';
    return { kind, count: countAbove(kind, isAll ? 0 : (backup.lastIds.get(kind) ?? 0)) };
  });
  const corrections = db
    .prepare<number, [string]>('select count(*) from hand_edit where edited_at > ?')
    .pluck()
    .get(backup.isOther ? '' : backup.at);
  const lost = [...madeSince, { kind: 'hand_edit' as const, count: corrections ?? 0 }];
  return { isOther: backup.isOther, lost: lost.filter(({ count }) => count > 0) };
}
