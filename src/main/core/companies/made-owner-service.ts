import type { CompanyId, ContactId } from '../../../shared/domain/ids';
import type { ReadDb, WriteDb } from '../db/open';
import { referrersOf } from './company-referrers';
import { ownersInBin } from './owners-in-bin';

/** A company and a contact. */
export interface Owners {
  readonly companyId: CompanyId | null;
  readonly contactId: ContactId | null;
}

/** The last company and the last contact that were made, 0 where there is none: ids only grow. */
export function lastOwnerIds(db: ReadDb): { readonly companyId: number; readonly contactId: number } {
  const last = (table: string): number =>
    db.prepare<number>(`select coalesce(max(id), 0) from ${table}`).pluck().get() ?? 0;
  return { companyId: last('company'), contactId: last('contact') };
}

/**
 * Removes those of these companies and contacts that nobody changed, validated or merged since they were made and that
 * nothing refers to, a deleted offer that may come back included.
 */
export function removeUnusedOwners(db: WriteDb, owners: readonly Owners[]): void {
  const inBin = ownersInBin(db, null);
  const binned = { company: new Set(inBin.companyIds), contact: new Set(inBin.contactIds) };
  const removeFrom = (table: 'company' | 'contact', id: number | null): void => {
    if (id === null || binned[table].has(id) || referrersOf(db, table, id).length > 0) return;
    const isAlone = table === 'contact' ? 'true' : isNeverMerged;
    db.prepare<unknown, [number]>(`delete from ${table} where id = ? and revision = 1 and ${isAlone}`).run(id);
  };
  for (const { contactId } of owners) removeFrom('contact', contactId);
  for (const { companyId } of owners) removeFrom('company', companyId);
}

const isNeverMerged =
  'merged_into is null and not exists (select 1 from company_merge where company.id in (kept_id, merged_id))';
