import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { examineDatabase } from '../../src/main/core/db/copy-database';
import { backupFolderName, type Database } from '../../src/main/core/db/open';
import { readBackupFileName } from '../../src/shared/domain/backup';

/** Rules that hold in every database of the application, whatever was interrupted: each counts what breaks it. */
const rules: readonly (readonly [string, string])[] = [
  [
    'rankings without what they rank',
    "select count(*) from ranking where outcome = 'ranked' and offer_id not in (select offer_id from match)",
  ],
  // Matches without a ranking are none of these: rankings that go are removed at once, their matches in stretches, and what a
  // crash leaves of those is removed by the ranking that the next start goes on with.
  ['gaps in a ranking', 'select count(*) from (select 1 from match group by offer_id having max(rank) <> count(*))'],
  [
    'imports that are half there',
    `select count(*) from import i where state = 'committed' and not dry_run and created_count + updated_count + unchanged_count + rejected_count <>
      coalesce((select sum(created + updated + unchanged + rejected) from import_batch where import_id = i.id), 0)`,
  ],
  [
    'rows of an import that never was',
    "select count(*) from import_batch where import_id in (select id from import where state in ('reading', 'failed', 'cancelled'))",
  ],
  [
    'vectors of nobody',
    "select count(*) from embedding where (owner_kind = 'offer' and owner_id not in (select id from offer)) or (owner_kind = 'formation' and owner_id not in (select id from formation))",
  ],
];

/** What is wrong with an open database by SQLite's own checks and by rules of the application; empty when nothing is. */
export function faultsOf(database: Database): string[] {
  const { read } = database;
  const faults: string[] = [];
  const { integrity } = database.examine();
  if (integrity !== 'ok') faults.push(`integrity: ${integrity}`);
  const orphans = read.prepare('pragma foreign_key_check').all().length;
  if (orphans > 0) faults.push(`${orphans} rows without what they refer to`);
  for (const [rule, sql] of rules) {
    const count = Number(read.prepare(sql).pluck().get());
    if (count > 0) faults.push(`${count} ${rule}`);
  }
  return faults;
}

/** Names of all backups of a data folder, oldest first. */
export function backupNames(dataDir: string): string[] {
  try {
    return readdirSync(join(dataDir, backupFolderName))
      .filter((name) => readBackupFileName(name) !== null)
      .sort((one, other) => ((readBackupFileName(one)?.at ?? '') < (readBackupFileName(other)?.at ?? '') ? -1 : 1));
  } catch {
    return [];
  }
}

/**
 * Of the names in a backup folder, oldest first, those that hold what stood in the database before the last work. One that
 * restores keeps the former database once, as its first backup of that kind: broken off, it is done again and keeps what
 * was restored meanwhile, and a restored database of an older version is kept before it is migrated, within the same
 * millisecond as the former one.
 */
export function backupsOfFormer(
  names: readonly string[],
  { seen, isRestore }: { readonly seen: ReadonlySet<string>; readonly isRestore: boolean },
): string[] {
  const made = names.filter((name) => !seen.has(name));
  return isRestore ? made.filter((name) => readBackupFileName(name)?.reason === 'restore').slice(0, 1) : made;
}

/** What is wrong with backups that no earlier look has seen: whatever has the name of one must be whole. */
export function faultsOfBackups(dataDir: string, seen: ReadonlySet<string>): string[] {
  return backupNames(dataDir)
    .filter((name) => !seen.has(name))
    .flatMap((name) => {
      try {
        examineDatabase(join(dataDir, backupFolderName, name));
        return [];
      } catch (error) {
        return [`backup ${name}: ${String(error)}`];
      }
    });
}
