import type { CompanyService } from '../companies/company-service';
import { lastOwnerIds, removeUnusedOwners, type Owners } from '../companies/made-owner-service';
import type { WriteDb } from '../db/open';
import type { IdentityField, OfferForm } from '../../../shared/domain/offer-form';
import type { OfferStatus } from '../../../shared/domain/offer';
import * as editRepository from './offer-edit-repository';
import type { EditState, StoredEdit } from './offer-edit-repository';

const identityFields: readonly IdentityField[] = [
  'companyName',
  'companySiret',
  'contactName',
  'contactEmail',
  'contactPhone',
];

/** What an offer becomes, as far as its names depend on it. */
export interface NextNames {
  readonly form: OfferForm;
  readonly status: OfferStatus;
  readonly closedFrom: OfferStatus | null;
  /** Whether the names of company and contact are typed to the end. */
  readonly hasNames: boolean;
}

type Names = Pick<EditState, 'owner' | 'isTyping' | 'made'>;

/** Names that are being typed, or were typed anew, and what they stand for by now. */
export function namesOf(db: WriteDb, companyService: CompanyService, old: StoredEdit, next: NextNames): Names {
  const { form } = next;
  const isDraft = next.status === 'draft' || next.closedFrom === 'draft';
  const isTyped = old.isTyping || identityFields.some((field) => form[field] !== old.form[field]);
  const hasMade = old.made.companyId !== null || old.made.contactId !== null;
  // A draft names its company as it is being typed; from publication on, names are records.
  if (isDraft && (isTyped || hasMade)) {
    if (hasMade) editRepository.letGo(db, old.record.id, old.made);
    return {
      owner: editRepository.knownCompany(db, form.companyName),
      isTyping: true,
      made: editRepository.nothingMade,
    };
  }
  if (!isTyped) return { owner: editRepository.ownerOf(old.record), isTyping: false, made: old.made };
  if (!next.hasNames) return { owner: editRepository.ownerOf(old.record), isTyping: true, made: old.made };
  const before = lastOwnerIds(db);
  const owner = companyService.openIntake(db, null).resolve(form, form.postcode);
  const made: Owners = {
    companyId: madeOf(owner.companyId, before.companyId, old.made.companyId),
    contactId: madeOf(owner.contactId, before.contactId, old.made.contactId),
  };
  return { owner, isTyping: false, made };
}

/** Ids only grow: what is beyond the last one is new. */
function madeOf<Id extends number>(id: Id | null, last: number, madeBefore: Id | null): Id | null {
  return id !== null && (id > last || id === madeBefore) ? id : null;
}

/** Removes what the former names of an offer made, where nothing refers to it any more. */
export function forgetFormerNames(db: WriteDb, { made }: StoredEdit): void {
  removeUnusedOwners(db, [made]);
}
