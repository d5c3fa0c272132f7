import type { SimilarCompany } from '../../../shared/contract/companies';
import { companyNameKey } from '../../../shared/domain/company-name';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { isEmpty, type Proposals } from './proposals';

/** By what the company of a text is looked for among those that are known. */
export interface CompanyQuestion {
  readonly name: string;
  readonly siret: string | null;
  readonly exceptId: null;
}

/** What is to be asked before a company is proposed; null where none is. */
export function companyQuestion(form: OfferForm, proposals: Proposals): CompanyQuestion | null {
  const name = proposals.companyName ?? '';
  const siret = form.companySiret ?? proposals.companySiret ?? null;
  const isOpen = isEmpty(form.companyName) && !form.dismissed.includes('companyName');
  return isOpen && (name !== '' || siret !== null) ? { name, siret, exceptId: null } : null;
}

/** The company that a text means: the one of its SIRET before the one of its name. */
export function knownAmong(
  companies: readonly SimilarCompany[],
  { name, siret }: CompanyQuestion,
): SimilarCompany | undefined {
  const bySiret = siret === null ? undefined : companies.find((company) => company.siret === siret);
  const key = companyNameKey(name);
  return bySiret ?? (name === '' ? undefined : companies.find((company) => companyNameKey(company.name) === key));
}

/** The proposals with the company that is shown for them: the known one under its own name, none as long as nobody has looked. */
export function withShownCompany(
  proposals: Proposals,
  question: CompanyQuestion | null,
  companies: readonly SimilarCompany[] | undefined,
): Proposals {
  if (question === null) return proposals;
  const { companyName: read, ...others } = proposals;
  if (!companies) return others;
  const companyName = knownAmong(companies, question)?.name ?? read;
  return companyName === undefined ? others : { ...others, companyName };
}
