import type { companies } from '../../../shared/contract/companies';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { CompanyDuplicatesService } from './company-duplicates-service';
import type { CompanyEditingService } from './company-editing-service';
import type { CompanyMergingService } from './company-merging-service';
import type { CompanyService } from './company-service';

export interface CompanyHandlerParts {
  readonly companyService: CompanyService;
  readonly companyEditingService: CompanyEditingService;
  readonly companyDuplicatesService: CompanyDuplicatesService;
  readonly companyMergingService: CompanyMergingService;
  /** Called after what may change the name under which texts of offers are read. */
  readonly rankSoon: () => void;
}

export function createCompanyHandlers(parts: CompanyHandlerParts): GroupHandlers<typeof companies> {
  const { companyService, companyEditingService: editing, companyDuplicatesService: duplicates } = parts;
  const { companyMergingService: merging, rankSoon } = parts;
  const rankedSoon = <T>(answer: T): T => {
    rankSoon();
    return answer;
  };
  return {
    list: (request) => companyService.list(request),
    get: ({ companyId }) => {
      const company = companyService.detail(companyId);
      return { ...company, duplicates: duplicates.of(company.id).map(({ id, name }) => ({ id, name })) };
    },
    waiting: () => ({ toValidate: companyService.countToValidate(), duplicates: duplicates.count() }),
    save: async (request) => rankedSoon(await editing.save(request)),
    withdraw: async ({ companyId, revision }) => {
      await editing.withdraw(companyId, revision);
      return null;
    },
    setState: ({ companyIds, state }) => editing.setState(companyIds, state),
    similar: (request) => duplicates.similar(request),
    duplicates: (request) => duplicates.page(request),
    setApart: async ({ oneId, otherId, isApart }) => {
      await duplicates.setApart(oneId, otherId, isApart);
      return null;
    },
    merge: async (request) => rankedSoon({ mergeId: await merging.merge(request) }),
    merges: (request) => merging.merges(request),
    unmerge: async ({ mergeId }) => rankedSoon(await merging.unmerge(mergeId)),
  };
}
