import { isCutOff } from '../../../shared/domain/cells/cut-cell';
import type { ImportField } from '../../../shared/domain/import';
import type { OfferDraft, SaidStanding } from '../../../shared/domain/offer';
import type { IdentityField } from '../../../shared/domain/offer-form';
import type { OfferContact } from '../../../shared/domain/offer-row';
import type { ResolvedCompany } from '../companies/company-service';
import { isNothing, isSameSaid, saidFields } from '../db/said-fields';

/** What an offer says now. */
export interface StoredOffer extends Omit<ResolvedCompany, 'isChanged'> {
  readonly draft: OfferDraft;
  /** The day on which it was stored, `yyyy-mm-dd`. */
  readonly createdOn: string;
}

/** What one row of a file says of an offer. */
export interface SaidOffer {
  readonly draft: OfferDraft;
  readonly contact: OfferContact;
  /** The company and the contact that the row's names stand for. */
  readonly company: ResolvedCompany;
  /** Where it says that the offer stands; null where it says nothing of it. */
  readonly standing: SaidStanding | null;
  /** Fields that the file empties. */
  readonly cleared: readonly ImportField[];
}

/** Names of one company, or of one person: whoever wrote one of them chose both. */
const identityGroups = {
  company: ['companyName', 'companySiret'],
  contact: ['contactName', 'contactEmail', 'contactPhone'],
} as const satisfies Record<string, readonly IdentityField[]>;

/**
 * What an offer says once a row is taken in, and the fields of the row that say otherwise and were left because a
 * person wrote them (`byHand`). Where the row says nothing, what was known stays.
 */
export function mergeIntoStored(
  stored: StoredOffer,
  said: SaidOffer,
  byHand: ReadonlySet<string>,
): { readonly offer: StoredOffer; readonly kept: readonly string[] } {
  const kept: string[] = [];
  const given = Object.entries(said.draft).filter(([field, value]) => {
    const known = stored.draft[field as keyof OfferDraft]; // A key of the draft.
    // Of what a workbook had to cut off, what is known is the whole.
    if (isNothing(value) || isCutOff(value, known)) return false;
    if (!byHand.has(field)) return true;
    if (!isSameSaid(value, known)) kept.push(field);
    return false;
  });
  const emptied = said.cleared.filter((field) => !byHand.has(field)).map((field) => [field, emptyOf(field)] as const);
  const draft = { ...stored.draft, ...Object.fromEntries(emptied), ...Object.fromEntries(given) };
  const owner = ownerOf(stored, said, byHand, kept);
  return { offer: { ...owner, draft, createdOn: stored.createdOn }, kept };
}

/** The fields in which an offer says something, as the marks of what a person wrote name them. */
export function fieldsSaidBy({ draft, companyId, contactId }: StoredOffer): string[] {
  return [
    ...saidFields(draft),
    ...(companyId === null ? [] : identityGroups.company),
    ...(contactId === null ? [] : identityGroups.contact),
  ];
}

function ownerOf(
  stored: StoredOffer,
  { company, contact }: SaidOffer,
  byHand: ReadonlySet<string>,
  kept: string[],
): Omit<ResolvedCompany, 'isChanged'> {
  const isByHand = (group: readonly IdentityField[]): boolean => group.some((field) => byHand.has(field));
  const keep = (group: readonly IdentityField[]): void => {
    kept.push(...group.filter((field) => contact[field] !== null));
  };
  const { companyId, companyKey, contactId } = stored;
  const isOtherCompany = company.companyId !== null && company.companyId !== companyId;
  if (isOtherCompany && isByHand(identityGroups.company)) {
    keep(identityGroups.company);
    // A contact of the company that the person did not want is nobody to write to.
    if (company.contactId !== null && company.contactId !== contactId) keep(identityGroups.contact);
    return { companyId, companyKey, contactId };
  }
  const isOtherContact = company.contactId !== null && company.contactId !== contactId;
  const keepsContact = isOtherContact && isByHand(identityGroups.contact);
  if (keepsContact) keep(identityGroups.contact);
  return {
    companyId: company.companyId ?? companyId,
    companyKey: company.companyId === null ? companyKey : company.companyKey,
    contactId: keepsContact ? contactId : (company.contactId ?? contactId),
  };
}

/** What a field of an offer holds that says nothing. */
function emptyOf(field: ImportField): null | '' | [] {
  if (field === 'description') return '';
  return field === 'levels' || field === 'skills' ? [] : null;
}
