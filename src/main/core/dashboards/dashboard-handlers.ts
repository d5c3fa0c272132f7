import type { dashboards } from '../../../shared/contract/dashboards';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { TopicService } from '../topics/topic-service';
import type { DashboardService } from './dashboard-service';

export function createDashboardHandlers(
  dashboardService: DashboardService,
  topicService: TopicService,
): GroupHandlers<typeof dashboards> {
  return {
    offers: ({ filter }, signal) => dashboardService.tab('offers', filter, signal),
    trends: ({ filter }, signal) => dashboardService.tab('trends', filter, signal),
    companies: ({ filter }, signal) => dashboardService.tab('companies', filter, signal),
    skills: ({ filter }, signal) => dashboardService.tab('skills', filter, signal),
    director: ({ filter }, signal) => dashboardService.tab('director', filter, signal),
    companyList: ({ filter, standing, page, pageSize }, signal) =>
      dashboardService.companyList(filter, { standing, page: { page, pageSize } }, signal),
    topics: ({ filter }, signal) => topicService.unmatched(filter, signal),
    values: ({ filter, facet, text }, signal) => dashboardService.values(filter, facet, text, signal),
  };
}
