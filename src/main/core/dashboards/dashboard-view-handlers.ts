import type { dashboardViews } from '../../../shared/contract/dashboard-views';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { DashboardViewService } from './dashboard-view-service';

export function createDashboardViewHandlers(service: DashboardViewService): GroupHandlers<typeof dashboardViews> {
  return {
    list: () => service.list(),
    save: (request) => service.save(request),
    remove: async ({ viewId }) => {
      await service.remove(viewId);
      return null;
    },
  };
}
