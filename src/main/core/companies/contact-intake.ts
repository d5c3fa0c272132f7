import type { CompanyId, ContactId } from '../../../shared/domain/ids';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { keepFormer, snapshotOf, type IntakeOutcome, type Origin } from '../db/provenance';
import { openHandEdits } from '../db/hand-edits';
import type { WriteDb } from '../db/open';
import { erasedAfterMs, putOffErasure } from '../erasure/erasure-service';
import { openContactAliases } from './contact-aliases';
import { addressOf, contactKeyOf, isNamedAlike, isNamedTheSame, isUnnamedTwin } from './contact-identity';

const fieldNames = ['name', 'role', 'email', 'phone', 'access'] as const;
type FieldName = (typeof fieldNames)[number];

export type ContactFields = Readonly<Record<FieldName, string | null>>;

const rememberedContacts = 20_000;

/** Finds, makes and completes contacts within one transaction. */
export interface ContactIntake {
  /**
   * The contact, and what became of it; null when the fields name nobody. People who share an address are told apart by
   * their names: a person who writes another name means another one, and so does a file unless the names are alike (a
   * title, a slip) or a person wrote the known one. A file finds a contact that a person corrected under what it was
   * called before, and does not bring one back that a person removed. A field that is given replaces the one known, the
   * first time that this import gives it: a file that names a person twice in two ways changes nothing when it is
   * imported again. (Of more than 20,000 people at once, some may be forgotten and take what a later row says.)
   */
  resolve(companyId: CompanyId | null, fields: ContactFields): ResolvedContact | null;
}

export interface ResolvedContact {
  /** Null when a person removed the contact. */
  readonly id: ContactId | null;
  /** The id that the contact had which a person removed. */
  readonly removedId: ContactId | null;
  readonly outcome: IntakeOutcome;
}

interface Stored extends ContactFields {
  readonly id: ContactId;
  readonly revision: number;
  readonly importId: number | null;
}

/** A contact and the fields that this import has given it. */
interface Known {
  stored: Stored;
  readonly said: Set<FieldName>;
}

export function openContactIntake(db: WriteDb, origin: Origin): ContactIntake {
  const handEdits = openHandEdits(db, 'contact');
  const known = createBoundedMap<string, Known>(rememberedContacts);
  // Whoever writes names by hand means them as they are.
  const aliases = origin.importId === null ? null : openContactAliases(db);
  const { find, byId, insert, update } = prepare(db);
  const dueAt = new Date(Date.parse(origin.at) + erasedAfterMs).toISOString();

  const pick = (people: readonly Stored[], fields: ContactFields): Stored | undefined => {
    const exact = people.find((one) => isNamedTheSame(one, fields));
    if (exact) return exact;
    if (origin.importId === null) return people.find((one) => isUnnamedTwin(one, fields));
    // Who was renamed by hand goes on answering to what files call them.
    return people.find((one) => isNamedAlike(one, fields)) ?? people.find(({ id }) => handEdits.of(id).has('name'));
  };

  const findStored = (companyId: CompanyId | null, key: string, fields: ContactFields) => {
    const direct = pick(find.all(companyId, key), fields);
    if (direct) return { stored: direct };
    const alias = companyId === null ? null : aliases?.of(companyId, key);
    if (!alias) return null;
    const stored = alias.contactId === null ? undefined : byId.get(alias.contactId);
    return stored ? { stored } : { stored: null, removedId: alias.formerId };
  };

  // What a person wrote is said already.
  const asKnown = (stored: Stored): Known => ({
    stored,
    said: new Set([
      ...(origin.importId === null ? [] : fieldsIn(handEdits.of(stored.id))),
      ...(origin.keepsKnown?.() ? saidIn(stored) : []),
    ]),
  });

  const make = (companyId: CompanyId | null, key: string, fields: ContactFields): Known => {
    const values = fieldNames.map((field) => fields[field]);
    const id = insert.get(companyId, ...values, key, origin.importId, origin.at);
    if (id === undefined) throw new Error('The contact was not stored.');
    return { stored: { ...fields, id, revision: 1, importId: origin.importId }, said: saidIn(fields) };
  };

  const write = (old: Stored, next: ContactFields): Stored => {
    // Nobody saw the row before the end of the transaction that made it: one revision is enough.
    const isOwn = old.importId !== null && old.importId === origin.importId && old.revision === 1;
    const revision = isOwn ? 1 : old.revision + 1;
    if (origin.importId !== null && !isOwn) {
      const before = snapshotOf(db, 'contact', old.id);
      keepFormer(db, origin.importId, { kind: 'contact', id: old.id, revisionAfter: revision, before });
    }
    update.run(...fieldNames.map((field) => next[field]), revision, old.id);
    return { ...old, ...next, revision };
  };

  const complete = (person: Known, fields: ContactFields): IntakeOutcome => {
    const next = completed(person, fields);
    for (const field of saidIn(fields)) person.said.add(field);
    if (fieldNames.every((field) => next[field] === person.stored[field])) return 'unchanged';
    person.stored = write(person.stored, next);
    return 'updated';
  };

  return {
    resolve(companyId, given) {
      const fields = withoutBlanks(given);
      const key = contactKeyOf(fields);
      if (key === null) return null;
      const place = `${companyId ?? ''}|${key}|${fields.name ?? ''}`;
      let person = known.get(place);
      if (!person) {
        const found = findStored(companyId, key, fields);
        if (found?.stored === null) {
          // The lines of this file tell of them once more.
          const gone = { ...fields, kind: 'contact' as const, ownerId: found.removedId, companyId };
          putOffErasure(db, gone, dueAt);
          return { id: null, removedId: found.removedId, outcome: 'unchanged' };
        }
        person = found ? (known.get(`#${found.stored.id}`) ?? asKnown(found.stored)) : make(companyId, key, fields);
        known.set(place, person);
        // Under another name, it is still the same one.
        known.set(`#${person.stored.id}`, person);
        if (!found) return { id: person.stored.id, removedId: null, outcome: 'created' };
      }
      return { id: person.stored.id, removedId: null, outcome: complete(person, fields) };
    },
  };
}

function completed({ stored, said }: Known, fields: ContactFields): ContactFields {
  const value = (field: FieldName): string | null =>
    fields[field] === null || said.has(field) ? stored[field] : fields[field];
  const email = value('email');
  return {
    name: value('name'),
    role: value('role'),
    // Capitals in an address mean nothing.
    email: addressOf(email) === addressOf(stored.email) ? stored.email : email,
    phone: value('phone'),
    access: value('access'),
  };
}

function fieldsIn(names: ReadonlySet<string>): readonly FieldName[] {
  return fieldNames.filter((field) => names.has(field));
}

function saidIn(fields: ContactFields): Set<FieldName> {
  return new Set(fieldNames.filter((field) => fields[field] !== null));
}

function withoutBlanks({ name, role, email, phone, access }: ContactFields): ContactFields {
  return {
    name: name?.trim() || null,
    role: role?.trim() || null,
    email: email?.trim() || null,
    phone: phone?.trim() || null,
    access,
  };
}

function prepare(db: WriteDb) {
  const stored = 'id, name, role, email, phone, access, revision, import_id importId';
  return {
    // The index gives equal keys by id; "order by id" has SQLite compile the statement anew for each value.
    find: db.prepare<Stored, [number | null, string]>(
      `select ${stored} from contact indexed by contact_by_company_identity
       where company_id is ? and identity_key = ?`,
    ),
    byId: db.prepare<Stored, [number]>(`select ${stored} from contact where id = ?`),
    insert: db
      .prepare<ContactId, (string | number | null)[]>(
        `insert into contact (company_id, name, role, email, phone, access, identity_key, import_id, created_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
      )
      .pluck(),
    update: db.prepare<unknown, (string | number | null)[]>(
      'update contact set name = ?, role = ?, email = ?, phone = ?, access = ?, revision = ? where id = ?',
    ),
  };
}
