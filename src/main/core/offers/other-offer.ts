import { cleanTitle } from '../../../shared/domain/clean-title';
import { mayNameTheSame } from '../../../shared/domain/company-name';
import { mayTitleTheSame } from '../../../shared/domain/offer-duplicates';
import type { ResolvedCompany } from '../companies/company-service';
import type { SaidOffer, StoredOffer } from './merge-offer';

interface KnownOffer extends StoredOffer {
  /** The fields that a person wrote. */
  readonly byHand: ReadonlySet<string>;
}

/**
 * Whether a row with the reference of a known offer is about another one: neither title nor company nor text is alike. A
 * source that has a name numbers its offers itself, and is believed where nothing of the company speaks against it. What a
 * person wrote says nothing of what the file said.
 */
export function isAnotherOffer({ draft, company }: Pick<SaidOffer, 'draft' | 'company'>, known: KnownOffer): boolean {
  if (mayTitleTheSame(cleanTitle(known.draft.title), cleanTitle(draft.title)) || known.byHand.has('title'))
    return false;
  if (draft.description !== '' && draft.description === known.draft.description) return false;
  const areNamed = company.companyId !== null && known.companyId !== null;
  if (!areNamed) return draft.source === null;
  return !isSameCompany(company, known) && !known.byHand.has('companyName') && !known.byHand.has('companySiret');
}

/** Who has the same SIRET is the same company here already. */
function isSameCompany(one: ResolvedCompany, other: StoredOffer): boolean {
  return one.companyId === other.companyId || mayNameTheSame(one.companyKey ?? '', other.companyKey ?? '');
}
