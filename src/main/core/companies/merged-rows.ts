import { z } from 'zod';
import type { CompanyId, OfferId } from '../../../shared/domain/ids';
import type { ReadDb, WriteDb } from '../db/open';
import { referrersOf, repoint } from './company-referrers';
import { isNamedAlike } from './contact-identity';

// What hangs on a company that was merged goes over to the one that stays, and each step is kept for the way back.

const movedSchema = z.object({
  table: z.string(),
  column: z.string(),
  from: z.int(),
  to: z.int(),
  ids: z.array(z.int()),
});
export type Moved = z.infer<typeof movedSchema>;

const contactFieldSchema = z.enum(['name', 'role', 'email', 'phone', 'access']);
const filledSchema = z.object({ contactId: z.int(), field: contactFieldSchema, value: z.string() });
type Filled = z.infer<typeof filledSchema>;

/** The rows that went over, contacts of both that are the same person, and what one of these told of the other. */
export const carriedSchema = z.object({
  rows: z.array(movedSchema),
  twins: z.array(z.object({ from: z.int(), to: z.int() })),
  filled: z.array(filledSchema),
});
export type Carried = z.infer<typeof carriedSchema>;

export const nothingCarried: Carried = { rows: [], twins: [], filled: [] };

interface Contact {
  readonly id: number;
  readonly identityKey: string;
  readonly name: string | null;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly access: string | null;
}

/**
 * Lets everything that refers to company `from` refer to `to`. A contact that `to` has already stays with `from`, and
 * what referred to it refers to the other. Adds what it did to what was carried before.
 */
export function carryOver(db: WriteDb, from: CompanyId, to: CompanyId, before: Carried): Carried {
  const rows = [...before.rows];
  const twins = [...before.twins];
  const filled = [...before.filled];
  const staying = new Set(twins.map((twin) => twin.from));
  for (const contact of contactsOf(db, from)) {
    const twin = contactsOf(db, to).find((other) => isSamePerson(other, contact));
    if (!twin) continue;
    if (!staying.has(contact.id)) {
      staying.add(contact.id);
      twins.push({ from: contact.id, to: twin.id });
      filled.push(...fillIn(db, twin, contact));
    }
    for (const referrers of referrersOf(db, 'contact', contact.id)) {
      repoint(db, referrers, { from: contact.id, to: twin.id });
      rows.push({ ...referrers, ids: [...referrers.ids], from: contact.id, to: twin.id });
    }
  }
  for (const { table, column, ids } of referrersOf(db, 'company', from)) {
    const going = table === 'contact' ? ids.filter((id) => !staying.has(id)) : [...ids];
    if (going.length === 0) continue;
    repoint(db, { table, column, ids: going }, { from, to });
    rows.push({ table, column, from, to, ids: going });
  }
  return { rows, twins, filled };
}

/**
 * The way back, for every row that still is where it was carried to, or that lost a contact which is gone there by now.
 * A contact that is gone where the rows came from is left out.
 */
export function carryBack(db: WriteDb, { rows, twins, filled }: Carried): void {
  const isThere = db.prepare<number, [number]>('select exists (select 1 from contact where id = ?)').pluck();
  const isGone = (contactId: number): boolean => isThere.get(contactId) !== 1;
  for (const { table, column, ids, from, to } of rows.toReversed()) {
    const isContact = column === 'contact_id' && twins.some((twin) => twin.from === from && twin.to === to);
    if (isContact && isGone(from)) continue;
    repoint(db, { table, column, ids }, { from: isContact && isGone(to) ? null : to, to: from });
  }
  for (const { contactId, field, value } of filled) {
    db.prepare<unknown, [number, string]>(
      `update contact set ${field} = null, revision = revision + 1 where id = ? and ${field} = ?`,
    ).run(contactId, value);
  }
}

/** Forgets what a merge told a contact that is gone: taking the merge back has nothing to take from it. */
export function forgetFilled(db: WriteDb, contactId: number): void {
  const ofContact = `json_extract(value, '$.contactId')`;
  db.prepare<unknown, [number, number]>(
    `update company_merge set moved = json_set(moved, '$.filled', (
       select json_group_array(json(value)) from json_each(moved, '$.filled') where ${ofContact} <> ?))
     where exists (select 1 from json_each(moved, '$.filled') where ${ofContact} = ?)`,
  ).run(contactId, contactId);
}

/** The contacts of merged companies that are the same person as this one. */
export function twinsOf(db: ReadDb, contactId: number): readonly number[] {
  return db
    .prepare<number, [number, number]>(
      `with recursive pair("from", "to") as (
         select json_extract(value, '$.from'), json_extract(value, '$.to')
         from company_merge, json_each(company_merge.moved, '$.twins')
       ), twin(id) as (select ? union select "from" from pair join twin on pair."to" = twin.id)
       select contact.id from contact join twin using (id) where contact.id <> ? order by contact.id`,
    )
    .pluck()
    .all(contactId, contactId);
}

/** The offers whose company or contact was another before. */
export function movedOffers({ rows }: Carried): readonly OfferId[] {
  const ids = rows.filter(({ table }) => table === 'offer').flatMap((moved) => moved.ids);
  return [...new Set(ids)] as OfferId[]; // Ids of the table `offer`.
}

/**
 * Gives offers of `companyId` whose contact went to `otherId` a contact of their own company: the same person there,
 * or a copy. Answers with those offers.
 */
export function keepContacts(db: WriteDb, companyId: CompanyId, otherId: CompanyId, at: string): readonly OfferId[] {
  const strays = db
    .prepare<{ offerId: OfferId; contactId: number }, [number, number]>(
      `select o.id offerId, k.id contactId from offer o join contact k on k.id = o.contact_id
       where o.company_id = ? and k.company_id = ?`,
    )
    .all(companyId, otherId);
  const copy = db
    .prepare<number, [number, string, number]>(
      `insert into contact (company_id, name, role, email, phone, access, identity_key, created_at)
       select ?, name, role, email, phone, access, identity_key, ? from contact where id = ? returning id`,
    )
    .pluck();
  for (const { offerId, contactId } of strays) {
    const stray = contactsOf(db, otherId).find(({ id }) => id === contactId);
    const own = stray && contactsOf(db, companyId).find((contact) => isSamePerson(contact, stray));
    const place = own?.id ?? copy.get(companyId, at, contactId);
    if (place !== undefined) {
      repoint(db, { table: 'offer', column: 'contact_id', ids: [offerId] }, { from: contactId, to: place });
    }
  }
  return strays.map(({ offerId }) => offerId);
}

function contactsOf(db: ReadDb, companyId: number): readonly Contact[] {
  return db
    .prepare<Contact, [number]>(
      'select id, identity_key identityKey, name, role, email, phone, access from contact where company_id = ? order by id',
    )
    .all(companyId);
}

function isSamePerson(one: Contact, other: Contact): boolean {
  return one.identityKey === other.identityKey && isNamedAlike(one, other);
}

/** Tells a contact what only the other one said. */
function fillIn(db: WriteDb, contact: Contact, other: Contact): readonly Filled[] {
  const filled = contactFieldSchema.options.flatMap((field) => {
    const value = other[field];
    return contact[field] === null && value !== null ? [{ contactId: contact.id, field, value }] : [];
  });
  for (const { contactId, field, value } of filled) {
    db.prepare<unknown, [string, number]>(`update contact set ${field} = ?, revision = revision + 1 where id = ?`).run(
      value,
      contactId,
    );
  }
  return filled;
}
