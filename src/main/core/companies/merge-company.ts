import type { ImportField } from '../../../shared/domain/import';
import { companyNameKey, mayNameTheSame } from '../../../shared/domain/company-name';
import { companyFields, type CompanyFields, type StoredCompany } from './company-fields';

/** What a row says where nobody wrote by hand, and the fields in which it says otherwise than the person did. */
export function withoutByHand(stored: CompanyFields, draft: CompanyFields, byHand: ReadonlySet<string>) {
  if (byHand.size === 0) return { said: draft, kept: [] };
  const own = companyFields.filter((field) => byHand.has(field));
  const kept = own.filter((field) => draft[field] !== null && draft[field] !== stored[field]);
  const said: CompanyFields = { ...draft, ...Object.fromEntries(own.map((field) => [field, stored[field]])) };
  return { said, kept };
}

/** The fields that a row empties. What names the company stays. */
export function emptied(
  draft: CompanyFields,
  cleared: readonly ImportField[],
  byHand: ReadonlySet<string>,
): Partial<CompanyFields> {
  const fields = ['naf', 'size', 'address', 'postcode', 'city', 'country', 'website'] as const;
  const empty = fields.filter((field) => cleared.includes(field) && draft[field] === null && !byHand.has(field));
  return Object.fromEntries(empty.map((field) => [field, null]));
}

/** What the later one says, and where it says nothing, what the former one does. */
export function fieldsOf(former: CompanyFields, later: CompanyFields): CompanyFields {
  const fields = Object.fromEntries(companyFields.map((field) => [field, later[field] ?? former[field]]));
  return fields as CompanyFields; // The loop goes over exactly the keys of CompanyFields.
}

/**
 * Whether a company that has the reference of a row may be the one that the row names: two files may number theirs alike.
 * The first nine digits of a SIRET are those of the firm, the others of its place.
 */
export function mayBeMeant(known: StoredCompany, { name, siret }: CompanyFields): boolean {
  if (siret !== null && siret.slice(0, 9) === known.siret?.slice(0, 9)) return true;
  return mayNameTheSame(companyNameKey(known.name), companyNameKey(name));
}
