import type { CompanyId, ContactId } from '../../../shared/domain/ids';
import { fold } from '../../../shared/domain/fold';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import type { Origin } from '../db/provenance';
import type { WriteDb } from '../db/open';

export interface ContactFields {
  readonly name: string | null;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

const rememberedContacts = 20_000;

/** How a person is found again: by e-mail address, else by name, else by phone number; null when all are empty. */
export function contactKeyOf({ name, email, phone }: ContactFields): string | null {
  return email?.trim().toLowerCase() || fold(name ?? '') || phone?.replaceAll(/[^\d+]/g, '') || null;
}

/** Finds or makes contacts within one transaction. */
export interface ContactIntake {
  /** The contact, and whether it had to be made; null when the fields name nobody. */
  resolve(
    companyId: CompanyId | null,
    fields: ContactFields,
  ): { readonly id: ContactId; readonly isNew: boolean } | null;
}

export function openContactIntake(db: WriteDb, origin: Origin): ContactIntake {
  const known = createBoundedMap<string, ContactId>(rememberedContacts);
  const find = db
    .prepare<ContactId, [number | null, string]>(
      // The index gives equal keys by id; "order by id" has SQLite compile the statement anew for each value.
      `select id from contact indexed by contact_by_company_identity where company_id is ? and identity_key = ?
       limit 1`,
    )
    .pluck();
  const insert = db
    .prepare<ContactId, (string | number | null)[]>(
      `insert into contact (company_id, name, role, email, phone, identity_key, import_id, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    )
    .pluck();
  return {
    resolve(companyId, fields) {
      const key = contactKeyOf(fields);
      if (key === null) return null;
      const place = `${companyId ?? ''}|${key}`;
      const old = known.get(place) ?? find.get(companyId, key);
      if (old !== undefined) {
        known.set(place, old);
        return { id: old, isNew: false };
      }
      const { name, role, email, phone } = fields;
      const shown = name?.trim() || email || phone || key;
      const id = insert.get(companyId, shown, role, email, phone, key, origin.importId, origin.at);
      if (id === undefined) throw new Error('The contact was not stored.');
      known.set(place, id);
      return { id, isNew: true };
    },
  };
}
