import type { GroupHandlers } from '../../../shared/contract/define';
import type { search } from '../../../shared/contract/search';
import type { SearchService } from './search-service';

export function createSearchHandlers(service: SearchService): GroupHandlers<typeof search> {
  return {
    offers: (request, signal) => service.offers(request, signal),
    arrivals: (request, signal) => service.arrivals(request, signal),
    companies: (searched, signal) => service.companies(searched, signal),
    facets: (searched, signal) => service.facets(searched, signal),
    values: (request, signal) => service.values(request, signal),
  };
}
