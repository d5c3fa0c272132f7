import type { CompanyDraft } from '../../../shared/domain/company';
import { companyNameKey } from '../../../shared/domain/company-name';
import { fold } from '../../../shared/domain/fold';
import type { CompanyId, ContactId } from '../../../shared/domain/ids';
import type { OfferContact } from '../../../shared/domain/offer-row';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { contentHash } from '../db/content-hash';
import type { WriteDb } from '../db/open';
import { keepFormer, snapshotOf, type IntakeOutcome, type Origin } from '../db/provenance';
import { openContactIntake, type ContactFields, type ContactIntake } from './contact-intake';

/** Takes companies in within one transaction. */
export interface CompanyIntake {
  /** Creates or completes one company; a field that the draft leaves empty keeps what was known. */
  put(draft: CompanyDraft): IntakeOutcome;
  /** The company and the contact that an offer names, found or made. `postcode` is the offer's, to tell namesakes apart. */
  resolve(contact: OfferContact, postcode: string | null): ResolvedCompany;
}

export interface ResolvedCompany {
  readonly companyId: CompanyId | null;
  /** The folded name, for sorting and searching offers. */
  readonly companyKey: string | null;
  readonly contactId: ContactId | null;
  /** Whether something that was known of the company or of the contact is now another. */
  readonly isChanged: boolean;
}

const fields = [
  'externalId',
  'name',
  'siret',
  'naf',
  'size',
  'address',
  'postcode',
  'city',
  'country',
  'website',
] as const;
const fieldColumns = 'external_id, name, siret, naf, size, address, postcode, city, country, website';
type Fields = Pick<CompanyDraft, (typeof fields)[number]>;
type Stored = Fields & { readonly id: CompanyId; readonly revision: number; readonly importId: number | null };

/** Enough for a year of offers; remembered in some megabytes. */
const rememberedCompanies = 20_000;

const nobody: ResolvedCompany = { companyId: null, companyKey: null, contactId: null, isChanged: false };

export function openCompanyIntake(db: WriteDb, origin: Origin): CompanyIntake {
  const contacts = openContactIntake(db, origin);
  const statements = prepare(db);
  const resolved = createBoundedMap<string, { readonly id: CompanyId; readonly key: string }>(rememberedCompanies);

  /** SIRET, else reference, else name and postcode; a namesake with another SIRET is another company. */
  const find = (draft: Fields, key: string): Stored | undefined => {
    const bySiret = draft.siret === null ? undefined : statements.bySiret.get(draft.siret);
    if (bySiret) return bySiret;
    const byReference = draft.externalId === null ? undefined : statements.byExternalId.get(draft.externalId);
    if (byReference) return byReference;
    // Sorted here: "order by id" in the SQL has SQLite compile the statement anew for each value bound to it.
    const namesakes = statements.byName.all(key).sort((one, other) => one.id - other.id);
    const possible = namesakes.filter(
      ({ siret, postcode }) =>
        (draft.siret === null || siret === null) &&
        (draft.postcode === null || postcode === null || postcode === draft.postcode),
    );
    return possible.find(({ postcode }) => postcode === draft.postcode) ?? possible[0];
  };

  const insert = (draft: Fields, key: string): CompanyId => {
    const id = statements.insert.get(...valuesOf(draft, key), origin.importId, origin.at, origin.at);
    if (id === undefined) throw new Error('The company was not stored.');
    return id;
  };

  const update = (old: Stored, merged: Fields): void => {
    // Nobody saw the row before the end of the transaction that made it: one revision is enough.
    const isOwn = old.importId !== null && old.importId === origin.importId && old.revision === 1;
    const revisionAfter = isOwn ? 1 : old.revision + 1;
    if (origin.importId !== null && !isOwn) {
      const before = snapshotOf(db, 'company', old.id);
      keepFormer(db, origin.importId, { kind: 'company', id: old.id, revisionAfter, before });
    }
    const key = companyNameKey(merged.name);
    statements.update.run(...valuesOf(merged, key), revisionAfter, origin.at, old.id);
    if (key !== companyNameKey(old.name)) statements.renameInOffers.run(key, old.id);
  };

  return {
    put(draft) {
      const key = companyNameKey(draft.name);
      const old = find(draft, key);
      if (!old) {
        const id = insert(draft, key);
        if (draft.contact) contacts.resolve(id, draft.contact);
        return 'created';
      }
      const merged = merge(old, draft);
      const takenBy = merged.externalId === null ? undefined : statements.byExternalId.get(merged.externalId)?.id;
      const next = takenBy === undefined || takenBy === old.id ? merged : { ...merged, externalId: old.externalId };
      const isSame = fields.every((field) => next[field] === old[field]);
      if (!isSame) update(old, next);
      const person = draft.contact ? contacts.resolve(old.id, draft.contact) : null;
      return isSame && (person === null || person.outcome === 'unchanged') ? 'unchanged' : 'updated';
    },

    resolve(contact, postcode) {
      const name = contact.companyName?.trim() ?? '';
      const person: ContactFields = {
        name: contact.contactName,
        role: null,
        email: contact.contactEmail,
        phone: contact.contactPhone,
      };
      if (name === '' && contact.companySiret === null) {
        return withContact(nobody, contacts.resolve(null, person));
      }
      const wording = `${name}|${contact.companySiret ?? ''}`;
      const company = resolved.get(wording) ?? resolved.get(`${wording}|${postcode ?? ''}`);
      if (company) {
        const owner = { companyId: company.id, companyKey: company.key, isChanged: false };
        return withContact(owner, contacts.resolve(company.id, person));
      }
      const { id, key, isChanged } = resolveNew(name, contact.companySiret, postcode);
      // Without a namesake the postcode decides nothing.
      const isOnly = statements.byName.all(key).length === 1;
      resolved.set(isOnly ? wording : `${wording}|${postcode ?? ''}`, { id, key });
      return withContact({ companyId: id, companyKey: key, isChanged }, contacts.resolve(id, person));
    },
  };

  function resolveNew(name: string, siret: string | null, postcode: string | null) {
    const shown = name === '' ? (siret ?? '') : name;
    const wanted: Fields = { ...unknown, name: shown, siret, postcode };
    const key = companyNameKey(shown);
    const old = find(wanted, key) ?? findElsewhere(wanted, key);
    if (old) {
      // Kept with the company, or else a third offer with another SIRET would be taken for the same one.
      const isChanged = siret !== null && old.siret === null;
      if (isChanged) update(old, { ...old, siret });
      return { id: old.id, key: companyNameKey(old.name), isChanged };
    }
    // The offer's town is where the work is, which may not be the company's.
    return { id: insert({ ...wanted, postcode: null }, key), key, isChanged: false };
  }

  /** A namesake in another town. A SIRET, which stays, is only given to the one that it can be. */
  function findElsewhere(wanted: Fields, key: string): Stored | undefined {
    if (wanted.siret === null) return find({ ...wanted, postcode: null }, key);
    const possible = statements.byName.all(key).filter(({ siret }) => siret === null);
    return possible.length === 1 ? possible[0] : undefined;
  }
}

function withContact(
  owner: Omit<ResolvedCompany, 'contactId'>,
  contact: ReturnType<ContactIntake['resolve']>,
): ResolvedCompany {
  return {
    ...owner,
    contactId: contact?.id ?? null,
    isChanged: owner.isChanged || contact?.outcome === 'updated',
  };
}

const unknown: Fields = {
  externalId: null,
  name: '',
  siret: null,
  naf: null,
  size: null,
  address: null,
  postcode: null,
  city: null,
  country: null,
  website: null,
};

function merge(old: Fields, draft: Fields): Fields {
  const merged = Object.fromEntries(fields.map((field) => [field, draft[field] ?? old[field]]));
  return merged as Fields; // The loop goes over exactly the keys of Fields.
}

function valuesOf(company: Fields, key: string): (string | null)[] {
  const values = fields.map((field) => company[field]);
  return [...values, key, company.city === null ? null : fold(company.city), contentHash(values)];
}

function prepare(db: WriteDb) {
  const columns = `id, revision, import_id importId, external_id externalId, name, siret, naf, size, address, postcode, city,
    country, website`;
  const written = [...fieldColumns.split(', '), 'name_key', 'city_key', 'content_hash'];
  return {
    bySiret: db.prepare<Stored, [string]>(`select ${columns} from company where siret = ?`),
    byExternalId: db.prepare<Stored, [string]>(`select ${columns} from company where external_id = ?`),
    byName: db.prepare<Stored, [string]>(`select ${columns} from company where name_key = ?`),
    insert: db
      .prepare<CompanyId, (string | number | null)[]>(
        `insert into company (${written.join(', ')}, import_id, created_at, updated_at)
         values (${written.map(() => '?').join(', ')}, ?, ?, ?) returning id`,
      )
      .pluck(),
    update: db.prepare<unknown, (string | number | null)[]>(
      `update company set ${written.map((column) => `${column} = ?`).join(', ')}, revision = ?, updated_at = ?
       where id = ?`,
    ),
    renameInOffers: db.prepare<unknown, [string, number]>('update offer set company_key = ? where company_id = ?'),
  };
}
