import type { CompanyDraft } from '../../../shared/domain/company';
import { companyNameKey, mayNameTheSame } from '../../../shared/domain/company-name';
import type { CompanyId, ContactId } from '../../../shared/domain/ids';
import type { ImportField } from '../../../shared/domain/import';
import type { OfferContact } from '../../../shared/domain/offer-row';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { openHandEdits } from '../db/hand-edits';
import type { LookedUp } from '../db/looked-up';
import type { WriteDb } from '../db/open';
import { saidFields } from '../db/said-fields';
import { keepFormer, snapshotOf, type IntakeOutcome, type Origin } from '../db/provenance';
import {
  companyFields,
  fieldColumns,
  fieldValues,
  storedColumns,
  unknownCompany,
  type CompanyFields,
  type StoredCompany,
} from './company-fields';
import { emptied, fieldsOf, mayBeMeant, withoutByHand } from './merge-company';
import { openContactIntake, type ContactFields, type ContactIntake } from './contact-intake';

/** Takes companies in within one transaction. */
export interface CompanyIntake {
  /**
   * Creates or completes one company. A field that a person wrote stays; one that the draft leaves empty keeps what was
   * known, unless it is among `cleared`, the fields that the file empties. `knownId`: the company that it is, where that
   * is known already.
   */
  put(draft: CompanyDraft, cleared?: readonly ImportField[], knownId?: number | null): IntakeOutcome;
  /** The company and the contact that an offer names, found or made. `postcode` is the offer's, to tell namesakes apart. */
  resolve(contact: OfferContact, postcode: string | null): ResolvedCompany;
}

export interface ResolvedCompany {
  readonly companyId: CompanyId | null;
  /** The folded name, for sorting and searching offers. */
  readonly companyKey: string | null;
  readonly contactId: ContactId | null;
  /** The id that the named contact had before a person removed it. */
  readonly removedContactId?: ContactId | null;
  /** Whether something that was known of the company or of the contact is now another. */
  readonly isChanged: boolean;
  /** The name under which the company of this SIRET is known, where quite another was given. */
  readonly siretOf?: string | null;
}

/** Enough for a year of offers; remembered in some megabytes. */
const rememberedCompanies = 20_000;

const nobody: ResolvedCompany = { companyId: null, companyKey: null, contactId: null, isChanged: false };

export function openCompanyIntake(db: WriteDb, origin: Origin): CompanyIntake {
  const { onTaken, onRemark, keepsKnown, matchKey = 'automatic' } = origin;
  const handEdits = openHandEdits(db, 'company');
  const contacts = openContactIntake(db, origin);
  const statements = prepare(db);
  const resolved = createBoundedMap<string, NamedCompany>(rememberedCompanies);

  const remaining = (company: StoredCompany): Found => {
    if (company.mergedInto === null) return { company, isMerged: false };
    const kept = statements.byId.get(company.mergedInto);
    if (!kept) throw new Error(`Company ${company.id} was merged into one that is gone.`);
    return { company: kept, isMerged: true };
  };

  /** Namesakes that may be meant, merged ones too: one with another SIRET is another company. */
  const namesakesOf = (draft: CompanyFields, key: string) =>
    statements.byName
      .all(key)
      // Sorted here: "order by id" in the SQL has SQLite compile the statement anew for each value bound to it.
      .sort((one, other) => one.id - other.id)
      .map((namesake) => ({ ...remaining(namesake), own: namesake }))
      .filter(({ company, own }) => draft.siret === null || (own.siret === null && company.siret === null));

  /** By the key that was chosen for a file of companies; null where the row has no value for it, or nobody chose one. */
  const findByKey = ({ siret, externalId }: CompanyFields, key: string): LookedUp<Found> | null => {
    if (matchKey === 'siret') return siret === null ? null : sole(statements.bySiret.all(siret).map(remaining));
    if (matchKey === 'reference') {
      return externalId === null ? null : sole(statements.byExternalId.all(externalId).map(remaining));
    }
    return matchKey === 'name' ? sole(statements.byName.all(key).map(remaining)) : null;
  };

  /** The company that has the SIRET or the reference of a row already. */
  const holderOf = ({ siret, externalId }: CompanyFields): StoredCompany | undefined =>
    (siret === null ? undefined : statements.bySiret.get(siret)) ??
    (externalId === null ? undefined : statements.byExternalId.get(externalId));

  const undecided = (code: 'ambiguous-match' | 'reference-of-other', names: readonly string[]): 'undecided' => {
    onRemark?.(code, names);
    return 'undecided';
  };

  /** SIRET, else the reference of one that may be meant, else name and postcode. */
  const find = (draft: CompanyFields, key: string): Found | undefined => {
    const bySiret = draft.siret === null ? undefined : statements.bySiret.get(draft.siret);
    if (bySiret) return remaining(bySiret);
    const byReference = draft.externalId === null ? undefined : statements.byExternalId.get(draft.externalId);
    const isRenamed = byReference !== undefined && handEdits.of(byReference.id).has('name');
    if (byReference && (isRenamed || mayBeMeant(byReference, draft))) return remaining(byReference);
    const possible = namesakesOf(draft, key).filter(
      ({ own: { postcode } }) => draft.postcode === null || postcode === null || postcode === draft.postcode,
    );
    return possible.find(({ own }) => own.postcode === draft.postcode) ?? possible[0];
  };

  /** The known name of the company that a row's SIRET led to, where the row names quite another one. */
  const siretOf = ({ name, siret }: CompanyFields, key: string, { company }: Found): string | null => {
    if (siret === null || name === company.name) return null;
    const holder = statements.bySiret.get(siret);
    if (!holder) return null;
    // One that was merged keeps its name, which is right, too.
    const isKnown = [holder.name, company.name].some((name) => mayNameTheSame(companyNameKey(name), key));
    return isKnown ? null : company.name;
  };

  const insert = (draft: CompanyFields): CompanyId => {
    // What a file brings, the office has taken in itself.
    const state = origin.importId === null ? 'to-validate' : 'validated';
    const id = statements.insert.get(...fieldValues(draft), state, origin.importId, origin.at, origin.at);
    if (id === undefined) throw new Error('The company was not stored.');
    return id;
  };

  const update = (old: StoredCompany, next: CompanyFields, state = old.state): void => {
    // Nobody saw the row before the end of the transaction that made it: one revision is enough.
    const isOwn = old.importId !== null && old.importId === origin.importId && old.revision === 1;
    const revisionAfter = isOwn ? 1 : old.revision + 1;
    if (origin.importId !== null && !isOwn) {
      const before = snapshotOf(db, 'company', old.id);
      keepFormer(db, origin.importId, { kind: 'company', id: old.id, revisionAfter, before });
    }
    const key = companyNameKey(next.name);
    statements.update.run(...fieldValues(next), state, revisionAfter, origin.at, old.id);
    if (key !== companyNameKey(old.name)) statements.renameInOffers.run(key, old.id);
  };

  return {
    put(draft, cleared = [], knownId = null) {
      const key = companyNameKey(draft.name);
      const known = knownId === null ? undefined : statements.byId.get(knownId);
      const byKey = known ? null : findByKey(draft, key);
      if (byKey && 'several' in byKey) return undecided('ambiguous-match', byKey.several.map(named));
      const found = known ? remaining(known) : byKey ? byKey.one : find(draft, key);
      if (!found) {
        const holder = holderOf(draft);
        if (holder) return undecided('reference-of-other', [draft.name, named(remaining(holder))]);
        const id = insert(draft);
        if (draft.contact) contacts.resolve(id, draft.contact);
        onTaken?.(id, []);
        return 'created';
      }
      const old = found.company;
      const byHand = keepsKnown?.() ? new Set([...handEdits.of(old.id), ...saidFields(old)]) : handEdits.of(old.id);
      const { said, kept } = withoutByHand(old, draft, byHand);
      onTaken?.(old.id, kept, siretOf(draft, key, found));
      const next = { ...completed(found, said), ...emptied(draft, cleared, byHand) };
      const state = origin.importId === null ? old.state : 'validated';
      const isSame = state === old.state && companyFields.every((field) => next[field] === old[field]);
      if (!isSame) update(old, next, state);
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
        access: null,
      };
      if (name === '' && contact.companySiret === null) {
        return withContact(nobody, contacts.resolve(null, person));
      }
      const wording = `${name}|${contact.companySiret ?? ''}`;
      const company = resolved.get(wording) ?? resolved.get(`${wording}|${postcode ?? ''}`);
      if (company) {
        const owner = { companyId: company.id, companyKey: company.key, isChanged: false, siretOf: company.siretOf };
        return withContact(owner, contacts.resolve(company.id, person));
      }
      const { isChanged, ...named } = resolveNew(name, contact.companySiret, postcode);
      const { id, key } = named;
      // Without a namesake the postcode decides nothing.
      const isOnly = statements.byName.all(key).length === 1;
      resolved.set(isOnly ? wording : `${wording}|${postcode ?? ''}`, named);
      const owner = { companyId: id, companyKey: key, isChanged, siretOf: named.siretOf };
      return withContact(owner, contacts.resolve(id, person));
    },
  };

  /**
   * What is known by now. A row that names a company merged since fills in what the one that stays lacks, and changes
   * nothing else: a person chose between the two.
   */
  function completed({ company: old, isMerged }: Found, draft: CompanyFields): CompanyFields {
    const merged = isMerged ? fieldsOf(draft, old) : fieldsOf(old, draft);
    const isOthers = (holder: StoredCompany | undefined): boolean => holder !== undefined && holder.id !== old.id;
    const { externalId, siret } = merged;
    return {
      ...merged,
      externalId:
        externalId !== null && isOthers(statements.byExternalId.get(externalId)) ? old.externalId : externalId,
      siret: siret !== null && isOthers(statements.bySiret.get(siret)) ? old.siret : siret,
    };
  }

  function resolveNew(
    name: string,
    siret: string | null,
    postcode: string | null,
  ): NamedCompany & { readonly isChanged: boolean } {
    const shown = name === '' ? (siret ?? '') : name;
    const wanted: CompanyFields = { ...unknownCompany, name: shown, siret, postcode };
    const key = companyNameKey(shown);
    const found = find(wanted, key) ?? findElsewhere(wanted, key);
    if (found) {
      const old = found.company;
      const other = name === '' ? null : siretOf(wanted, key, found);
      // Kept with the company, or else a third offer with another SIRET would be taken for the same one.
      const isChanged = siret !== null && old.siret === null && !statements.bySiret.get(siret);
      if (isChanged) update(old, { ...old, siret });
      return { id: old.id, key: companyNameKey(old.name), isChanged, siretOf: other };
    }
    // The offer's town is where the work is, which may not be the company's.
    return { id: insert({ ...wanted, postcode: null }), key, isChanged: false, siretOf: null };
  }

  /** A namesake in another town. A SIRET, which stays, is only given to the one that it can be. */
  function findElsewhere(wanted: CompanyFields, key: string): Found | undefined {
    if (wanted.siret === null) return find({ ...wanted, postcode: null }, key);
    const possible = namesakesOf(wanted, key);
    return new Set(possible.map(({ company }) => company.id)).size === 1 ? possible[0] : undefined;
  }
}

/** The one company among those found, merged ones counting as the one that stays, or all of them. */
function sole(found: readonly Found[]): LookedUp<Found> {
  const several = [...new Map(found.map((each) => [each.company.id, each])).values()];
  return several.length > 1 ? { several } : { one: several[0] };
}

/** How a company is told from its namesakes. */
function named({ company: { name, postcode, siret } }: Found): string {
  const where = siret ?? postcode;
  return where === null ? name : `${name} (${where})`;
}

/** What is remembered of a wording. */
interface NamedCompany {
  readonly id: CompanyId;
  readonly key: string;
  readonly siretOf: string | null;
}

/** A company that stands for a name or number by now, and whether it does so for one merged into it. */
interface Found {
  readonly company: StoredCompany;
  readonly isMerged: boolean;
}

function withContact(
  owner: Omit<ResolvedCompany, 'contactId'>,
  contact: ReturnType<ContactIntake['resolve']>,
): ResolvedCompany {
  return {
    ...owner,
    contactId: contact?.id ?? null,
    removedContactId: contact?.removedId ?? null,
    isChanged: owner.isChanged || contact?.outcome === 'updated',
  };
}

function prepare(db: WriteDb) {
  const written = [...fieldColumns, 'state'];
  const select = `select ${storedColumns} from company`;
  return {
    byId: db.prepare<StoredCompany, [number]>(`${select} where id = ?`),
    bySiret: db.prepare<StoredCompany, [string]>(`${select} where siret = ?`),
    byExternalId: db.prepare<StoredCompany, [string]>(`${select} where external_id = ?`),
    byName: db.prepare<StoredCompany, [string]>(`${select} where name_key = ?`),
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
