import type { CompanyDraft } from '../../../shared/domain/company';
import { companyNameKey } from '../../../shared/domain/company-name';
import { fold } from '../../../shared/domain/fold';
import type { CompanyId } from '../../../shared/domain/ids';
import { contentHash } from '../db/content-hash';
import type { ReadDb, WriteDb } from '../db/open';

/** What can be said of a company, in the order of its columns. */
export const companyFields = [
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
export type CompanyField = (typeof companyFields)[number];
export type CompanyFields = Pick<CompanyDraft, CompanyField>;

/** A company of which nothing is known. */
export const unknownCompany: CompanyFields = {
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

/** The columns of `fieldValues`, in its order. */
export const fieldColumns = [
  'external_id',
  'name',
  'siret',
  'naf',
  'size',
  'address',
  'postcode',
  'city',
  'country',
  'website',
  'name_key',
  'city_key',
  'content_hash',
] as const;

/** What is written of a company: its fields and what follows from them. */
export function fieldValues(company: CompanyFields): (string | null)[] {
  const values = companyFields.map((field) => company[field]);
  const cityKey = company.city === null ? null : fold(company.city);
  return [...values, companyNameKey(company.name), cityKey, contentHash(values)];
}

/** A company with what the rules about its changes need. */
export interface StoredCompany extends CompanyFields {
  readonly id: CompanyId;
  readonly revision: number;
  readonly importId: number | null;
  readonly state: 'to-validate' | 'validated';
  /** The one that remains, of a company that was merged. */
  readonly mergedInto: CompanyId | null;
}

/** The columns of a `StoredCompany`. */
export const storedColumns = `id, revision, import_id importId, state, merged_into mergedInto, external_id externalId, name,
  siret, naf, size, address, postcode, city, country, website`;

/** A company by its id, merged or not; null when there is none. */
export function storedCompany(db: ReadDb, id: CompanyId): StoredCompany | null {
  return db.prepare<StoredCompany, [number]>(`select ${storedColumns} from company where id = ?`).get(id) ?? null;
}

interface WrittenBeside {
  readonly state?: StoredCompany['state'];
  readonly mergedInto?: CompanyId | null;
}

/** Writes a company in place of what was stored, as its next revision. What is left out of the last stays. */
export function writeCompany(
  db: WriteDb,
  old: StoredCompany,
  next: CompanyFields,
  at: string,
  { state = old.state, mergedInto = old.mergedInto }: WrittenBeside,
): void {
  db.prepare<unknown, (string | number | null)[]>(
    `update company set ${fieldColumns.map((column) => `${column} = ?`).join(', ')}, state = ?, merged_into = ?,
       revision = ?, updated_at = ? where id = ?`,
  ).run(...fieldValues(next), state, mergedInto, old.revision + 1, at, old.id);
}
