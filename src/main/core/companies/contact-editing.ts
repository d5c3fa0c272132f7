import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import type { ContactForm } from '../../../shared/domain/company-form';
import { isNoAddress } from '../../../shared/domain/offer-faults';
import type { CompanyMark } from '../../../shared/contract/companies';
import { contactIdSchema, type CompanyId, type ContactId, type OfferId } from '../../../shared/domain/ids';
import { markHandEdits } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import { erasedAfterMs, putOffErasure } from '../erasure/erasure-service';
import { referrersOf, repoint, type Referrers } from './company-referrers';
import { dropAlias, keepAlias } from './contact-aliases';
import { contactKeyOf, isNamedTheSame } from './contact-identity';
import { forgetFilled, keepContacts, twinsOf } from './merged-rows';

// The contacts of a company as a person writes them. One that was removed is kept for a day, for whoever takes it back.

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const referrersSchema = z.array(z.object({ table: z.string(), column: z.string(), ids: z.array(z.int()) }));

const personSchema = z.object({
  ...{ id: z.int(), company_id: z.int().nullable() },
  ...{ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() },
});

const contactFields = ['name', 'role', 'email', 'phone', 'access'] as const;

interface Stored extends Omit<ContactForm, 'id'> {
  readonly id: number;
  readonly identityKey: string;
}

export interface SavedContacts {
  /** Whether anything is different. */
  readonly isChanged: boolean;
  /** The offers whose contact went, or came back. */
  readonly offerIds: readonly OfferId[];
  /** What was marked as written by hand. */
  readonly marks: readonly CompanyMark[];
}

/** Whose contacts are saved, and when. */
export interface Place {
  readonly companyId: CompanyId;
  readonly now: Date;
  /** Taking a change back is no word of a person's that files have to heed. */
  readonly isUndo: boolean;
}

/**
 * Makes the contacts of a company what a form says: changed, added, removed, and back again when they were removed
 * within a day. Throws `invalid-input` (`contact-empty`, `email-invalid` for an address that was not there before).
 */
export function saveContacts(db: WriteDb, place: Place, forms: readonly ContactForm[]): SavedContacts {
  const { companyId } = place;
  const marks: CompanyMark[] = [];
  const offerIds: OfferId[] = [];
  const known = new Map(contactsOf(db, companyId).map((contact) => [contact.id, contact]));
  const staying = new Set<number>();
  const said: { readonly key: string; readonly form: ContactForm }[] = [];
  let isChanged = false;
  for (const form of forms) {
    const key = contactKeyOf(form);
    if (key === null) throw new AppError('invalid-input', 'A contact without name, e-mail and phone.', 'contact-empty');
    const old = form.id === null ? null : (known.get(form.id) ?? takeFromBin(db, place, form.id, offerIds));
    if (!place.isUndo && form.email !== (old?.email ?? null) && isNoAddress(form.email)) {
      throw new AppError('invalid-input', 'This is no address.', 'email-invalid', { field: 'contactEmail' });
    }
    // Added twice, a person is still one.
    if (!old && said.some((other) => other.key === key && isNamedTheSame(other.form, form))) continue;
    said.push({ key, form });
    if (!old) {
      insert(db, place, form, key);
    } else {
      staying.add(old.id);
      if (known.has(old.id) && saysTheSame(old, form)) continue;
      update(db, old.id, form, key);
      marks.push(...rememberWriting(db, place, old, form));
    }
    isChanged = true;
  }
  for (const { id } of known.values()) {
    if (staying.has(id)) continue;
    offerIds.push(...putInBin(db, id, place));
    isChanged = true;
  }
  return { isChanged, offerIds, marks };
}

/** Has files that come later heed what a person wrote of a contact, or no longer where that is taken back. */
function rememberWriting(db: WriteDb, place: Place, old: Stored, form: ContactForm): CompanyMark[] {
  const { companyId, now, isUndo } = place;
  const key = contactKeyOf(form);
  const owner = { companyId, contactId: old.id };
  if (isUndo) {
    if (key !== null) dropAlias(db, owner, key);
    return [];
  }
  if (key !== old.identityKey) keepAlias(db, owner, old.identityKey);
  const written = contactFields.filter((field) => form[field] !== old[field]);
  const marks = markHandEdits(db, { kind: 'contact', id: old.id }, written, now.toISOString());
  return marks.map((mark) => ({ ...mark, contactId: contactIdSchema.parse(old.id) }));
}

/** Whether a company has this contact. */
export function isContactOf(db: ReadDb, companyId: CompanyId, contactId: ContactId): boolean {
  return contactsOf(db, companyId).some(({ id }) => id === contactId);
}

/** Forgets the contacts that were removed longer ago than a day, and has what files say of them be erased. */
export function emptyBin(db: WriteDb, now: Date): void {
  const gone = db
    .prepare<string, [string]>('select row from deleted_contact where deleted_at < ?')
    .pluck()
    .all(keptSince(now));
  for (const row of gone) {
    const { id: ownerId, company_id: companyId, name, email, phone } = personSchema.parse(JSON.parse(row));
    forgetFilled(db, ownerId);
    putOffErasure(db, { kind: 'contact', ownerId, companyId, name, email, phone }, now.toISOString());
  }
  db.prepare<unknown, [string]>('delete from deleted_contact where deleted_at < ?').run(keptSince(now));
}

function contactsOf(db: ReadDb, companyId: CompanyId): readonly Stored[] {
  return db
    .prepare<Stored, [number]>(
      'select id, name, role, email, phone, access, identity_key identityKey from contact where company_id = ? order by id',
    )
    .all(companyId);
}

function saysTheSame(one: Stored, other: ContactForm): boolean {
  return contactFields.every((field) => one[field] === other[field]);
}

function insert(db: WriteDb, { companyId, now }: Place, form: ContactForm, key: string): void {
  db.prepare<unknown, (string | number | null)[]>(
    `insert into contact (company_id, ${contactFields.join(', ')}, identity_key, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(companyId, ...contactFields.map((field) => form[field]), key, now.toISOString());
}

function update(db: WriteDb, id: number, form: ContactForm, key: string): void {
  db.prepare<unknown, (string | number | null)[]>(
    `update contact set ${contactFields.map((field) => `${field} = ?`).join(', ')}, identity_key = ?,
       revision = revision + 1 where id = ?`,
  ).run(...contactFields.map((field) => form[field]), key, id);
}

/** Removes a contact, also where it stays with a merged company, and answers with the offers that named it. */
function putInBin(db: WriteDb, id: number, { now, isUndo }: Place): readonly OfferId[] {
  // The first is the contact itself; what is removed for good must not come back with a merge that is taken back.
  return [id, ...twinsOf(db, id)].flatMap((contactId) => {
    const row = rowSchema.parse(db.prepare<unknown, [number]>('select * from contact where id = ?').get(contactId));
    const { company_id: companyId, identity_key: key } = row;
    // Files may go on naming it; what was added by mistake they never knew.
    if (!isUndo && typeof companyId === 'number' && typeof key === 'string')
      keepAlias(db, { companyId, contactId }, key);
    const referrers = referrersOf(db, 'contact', contactId);
    db.prepare<unknown, (string | number | null)[]>(
      `insert into deleted_contact (contact_id, row, referrers, deleted_at, removed_with) values (?, ?, ?, ?, ?)
       on conflict do update set row = excluded.row, referrers = excluded.referrers, deleted_at = excluded.deleted_at,
         removed_with = excluded.removed_with`,
    ).run(
      ...[contactId, JSON.stringify(row), JSON.stringify(referrers), now.toISOString()],
      contactId === id ? null : id,
    );
    db.prepare<unknown, [number]>('delete from contact where id = ?').run(contactId);
    return offersAmong(referrers);
  });
}

function offersAmong(referrers: readonly Referrers[]): readonly OfferId[] {
  return referrers.filter(({ table }) => table === 'offer').flatMap(({ ids }) => ids) as OfferId[]; // Ids of the table `offer`.
}

interface Binned {
  readonly id: number;
  readonly row: string;
  readonly referrers: string;
}

/**
 * Puts a removed contact of this company back with what referred to it, unless that refers to another by now, and the
 * same person at merged companies. Adds the offers that name it again.
 */
function takeFromBin(db: WriteDb, { companyId, now }: Place, id: number, offerIds: OfferId[]): Stored | null {
  const kept = db
    .prepare<Binned, [number, number, string]>(
      `select contact_id id, row, referrers from deleted_contact
       where (contact_id = ? or removed_with = ?) and deleted_at >= ? order by removed_with is not null`,
    )
    .all(id, id, keptSince(now))
    .map((binned) => ({ ...binned, row: rowSchema.parse(JSON.parse(binned.row)) }));
  if (kept[0]?.id !== id || kept[0].row['company_id'] !== companyId) return null;
  for (const { id: contactId, row, referrers } of kept) {
    putRowBack(db, row);
    for (const rows of referrersSchema.parse(JSON.parse(referrers))) {
      repoint(db, rows, { from: null, to: contactId });
      offerIds.push(...offersAmong([rows]));
    }
    db.prepare<unknown, [number]>('delete from deleted_contact where contact_id = ?').run(contactId);
  }
  // The merge may have been taken back meanwhile: each company's offers name its own contact.
  const others = kept.flatMap(({ row: { company_id: other } }) =>
    typeof other === 'number' && other !== companyId ? [other as CompanyId] : [],
  );
  for (const other of others) keepContacts(db, other, companyId, now.toISOString());
  return contactsOf(db, companyId).find((contact) => contact.id === id) ?? null;
}

function putRowBack(db: WriteDb, row: z.infer<typeof rowSchema>): void {
  const columns = Object.keys(row);
  db.prepare<unknown, (string | number | null)[]>(
    `insert into contact (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map(() => '?').join(', ')})`,
  ).run(...Object.values(row));
}

/** What was removed before this moment is gone for good, whether it was forgotten yet or not. */
function keptSince(now: Date): string {
  return new Date(now.getTime() - erasedAfterMs).toISOString();
}
