import type { companies } from '../../../shared/contract/companies';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { CompanyService } from './company-service';

export function createCompanyHandlers(service: CompanyService): GroupHandlers<typeof companies> {
  return {
    list: (request) => service.list(request),
    get: ({ companyId }) => service.get(companyId),
  };
}
