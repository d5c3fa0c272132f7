import type { CompanyId, ContactId } from '../../../shared/domain/ids';
import { contentHash } from '../db/content-hash';
import type { ReadDb, WriteDb } from '../db/open';

/** Whom a former identity key of a company stands for. */
export interface ContactAlias {
  /** Null when the contact was removed. */
  readonly contactId: ContactId | null;
  readonly formerId: ContactId;
}

/** What files may still call the contacts of companies. */
export interface ContactAliases {
  /** The contact that had this identity key at this company; null when nobody did. */
  of(companyId: CompanyId, key: string): ContactAlias | null;
}

/** Reads aliases within one transaction, in which nobody else sets any. Where there are none, none is asked for. */
export function openContactAliases(db: ReadDb): ContactAliases {
  const isAny = db.prepare<number, []>('select exists (select 1 from contact_alias)').pluck().get();
  if (isAny !== 1) return { of: () => null };
  // After a merge, two may have had the same key: the one that is still there.
  const find = db.prepare<ContactAlias, [number, string]>(
    `select contact_id contactId, former_id formerId from contact_alias where company_id = ? and key_hash = ?
     order by contact_id is null, id desc limit 1`,
  );
  return { of: (companyId, key) => find.get(companyId, contentHash([key])) ?? null };
}

/** Has files find a contact under an identity key that it gives up, or leave it away once it is removed. */
export function keepAlias(
  db: WriteDb,
  { companyId, contactId }: { readonly companyId: number; readonly contactId: number },
  key: string,
): void {
  const hash = contentHash([key]);
  db.prepare<unknown, [number, string]>('delete from contact_alias where company_id = ? and key_hash = ?').run(
    companyId,
    hash,
  );
  db.prepare<unknown, [number, string, number, number]>(
    'insert into contact_alias (company_id, key_hash, contact_id, former_id) values (?, ?, ?, ?)',
  ).run(companyId, hash, contactId, contactId);
}

/** Forgets that a contact had this key before: it has it again. */
export function dropAlias(
  db: WriteDb,
  { companyId, contactId }: { readonly companyId: number; readonly contactId: number },
  key: string,
): void {
  db.prepare<unknown, [number, string, number]>(
    'delete from contact_alias where company_id = ? and key_hash = ? and former_id = ?',
  ).run(companyId, contentHash([key]), contactId);
}
