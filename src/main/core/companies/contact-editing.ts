import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import type { ContactForm } from '../../../shared/domain/company-form';
import type { CompanyId } from '../../../shared/domain/ids';
import { markHandEdits } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import { referrersOf, repoint } from './company-referrers';
import { contactKeyOf } from './contact-intake';

// The contacts of a company as a person writes them. One that was removed is kept for a day, for whoever takes it back.

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const referrersSchema = z.array(z.object({ table: z.string(), column: z.string(), ids: z.array(z.int()) }));

/** What was removed is kept this long. */
const keptMs = 24 * 60 * 60 * 1000;

const contactFields = ['name', 'role', 'email', 'phone'] as const;

interface Stored extends Omit<ContactForm, 'id'> {
  readonly id: number;
}

/**
 * Makes the contacts of a company what a form says: changed, added, removed, and back again when they were removed
 * within a day. Answers whether anything is different. Throws `invalid-input` (`contact-empty`).
 */
export function saveContacts(db: WriteDb, companyId: CompanyId, forms: readonly ContactForm[], now: Date): boolean {
  const known = new Map(contactsOf(db, companyId).map((contact) => [contact.id, contact]));
  const staying = new Set<number>();
  const keys = new Set<string>();
  let isChanged = false;
  for (const form of forms) {
    const key = contactKeyOf(form);
    if (key === null) throw new AppError('invalid-input', 'A contact without name, e-mail and phone.', 'contact-empty');
    const old = form.id === null ? null : (known.get(form.id) ?? takeFromBin(db, companyId, form.id, now));
    // Added twice, a person is still one.
    if (!old && keys.has(key)) continue;
    keys.add(key);
    if (!old) {
      insert(db, companyId, form, key, now);
    } else {
      staying.add(old.id);
      if (known.has(old.id) && saysTheSame(old, form)) continue;
      update(db, old.id, form, key);
      const written = contactFields.filter((field) => form[field] !== old[field]);
      markHandEdits(db, { kind: 'contact', id: old.id }, written, now.toISOString());
    }
    isChanged = true;
  }
  for (const { id } of known.values()) {
    if (staying.has(id)) continue;
    putInBin(db, id, now);
    isChanged = true;
  }
  return isChanged;
}

/** Forgets the contacts that were removed longer ago than a day. */
export function emptyBin(db: WriteDb, now: Date): void {
  db.prepare<unknown, [string]>('delete from deleted_contact where deleted_at < ?').run(keptSince(now));
}

function contactsOf(db: ReadDb, companyId: CompanyId): readonly Stored[] {
  return db
    .prepare<Stored, [number]>('select id, name, role, email, phone from contact where company_id = ? order by id')
    .all(companyId);
}

function saysTheSame(one: Stored, other: ContactForm): boolean {
  return contactFields.every((field) => one[field] === other[field]);
}

function insert(
  db: WriteDb,
  companyId: CompanyId,
  { name, role, email, phone }: ContactForm,
  key: string,
  now: Date,
): void {
  db.prepare<unknown, (string | number | null)[]>(
    `insert into contact (company_id, name, role, email, phone, identity_key, created_at) values (?, ?, ?, ?, ?, ?, ?)`,
  ).run(companyId, name, role, email, phone, key, now.toISOString());
}

function update(db: WriteDb, id: number, { name, role, email, phone }: ContactForm, key: string): void {
  db.prepare<unknown, (string | number | null)[]>(
    `update contact set name = ?, role = ?, email = ?, phone = ?, identity_key = ?, revision = revision + 1
     where id = ?`,
  ).run(name, role, email, phone, key, id);
}

function putInBin(db: WriteDb, id: number, now: Date): void {
  const row = db.prepare<unknown, [number]>('select * from contact where id = ?').get(id);
  db.prepare<unknown, [number, string, string, string]>(
    `insert into deleted_contact (contact_id, row, referrers, deleted_at) values (?, ?, ?, ?)
     on conflict do update set row = excluded.row, referrers = excluded.referrers, deleted_at = excluded.deleted_at`,
  ).run(id, JSON.stringify(row), JSON.stringify(referrersOf(db, 'contact', id)), now.toISOString());
  db.prepare<unknown, [number]>('delete from contact where id = ?').run(id);
}

/** Puts a removed contact of this company back with what referred to it, unless that refers to another by now. */
function takeFromBin(db: WriteDb, companyId: CompanyId, id: number, now: Date): Stored | null {
  const kept = db
    .prepare<{ row: string; referrers: string }, [number, string]>(
      'select row, referrers from deleted_contact where contact_id = ? and deleted_at >= ?',
    )
    .get(id, keptSince(now));
  const row = kept && rowSchema.parse(JSON.parse(kept.row));
  if (!kept || row?.['company_id'] !== companyId) return null;
  const columns = Object.keys(row);
  db.prepare<unknown, (string | number | null)[]>(
    `insert into contact (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map(() => '?').join(', ')})`,
  ).run(...Object.values(row));
  for (const referrers of referrersSchema.parse(JSON.parse(kept.referrers))) {
    repoint(db, referrers, { from: null, to: id });
  }
  db.prepare<unknown, [number]>('delete from deleted_contact where contact_id = ?').run(id);
  return contactsOf(db, companyId).find((contact) => contact.id === id) ?? null;
}

/** What was removed before this moment is gone for good, whether it was forgotten yet or not. */
function keptSince(now: Date): string {
  return new Date(now.getTime() - keptMs).toISOString();
}
