import type { DashboardFilter } from '../../../shared/domain/dashboard/dashboard-filter';
import { useCall } from '../../api/use-call';
import type { DashboardTab } from './dashboard-address';

/** Asks for the tab that is looked at, and keeps what others answered before. */
export function useDashboardAnswers(tab: DashboardTab, filter: DashboardFilter) {
  const input = { filter };
  const optionsOf = (name: DashboardTab) => ({ enabled: tab === name, keepPrevious: true });
  return {
    offers: useCall('dashboards', 'offers', input, optionsOf('offers')),
    trends: useCall('dashboards', 'trends', input, optionsOf('trends')),
    skills: useCall('dashboards', 'skills', input, optionsOf('skills')),
    companies: useCall('dashboards', 'companies', input, optionsOf('companies')),
    director: useCall('dashboards', 'director', input, optionsOf('director')),
  };
}
