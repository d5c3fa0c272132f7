import type { CompanyFigures } from '../../../../shared/contract/dashboard-companies';
import type { Wording } from '../figure-texts';

/** The domains of a company's offers with their numbers, or that none is known. */
export function domainsText({ t, format }: Wording, { domains }: CompanyFigures): string {
  if (domains.length === 0) return t('dashboards.companyBoard.noDomain');
  return domains
    .map(({ label, count }) => t('dashboards.companyBoard.domain', { name: label, number: format.number(count) }))
    .join(', ');
}
