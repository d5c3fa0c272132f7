import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { DashboardFilter } from '../../../shared/domain/dashboard/dashboard-filter';
import type { CompanyStanding } from '../../../shared/domain/dashboard/company-standing';
import {
  criteriaKeys,
  plainAddress,
  readDashboardAddress,
  writeDashboardAddress,
  type DashboardState,
  type DashboardTab,
} from './dashboard-address';

export interface DashboardAddress extends DashboardState {
  readonly isFiltered: boolean;
  /** What stands behind the question mark, without the view that was opened. */
  readonly plain: string;
  /** Changes some criteria, undefined removing one. */
  readonly setFilter: (change: Partial<DashboardFilter>) => void;
  readonly clearFilter: () => void;
  /** The address of the same dashboard with another tab, page or other criteria; but for another page, from the first one. */
  readonly addressOf: (change: {
    readonly tab?: DashboardTab;
    readonly standing?: CompanyStanding;
    readonly page?: number;
    readonly filter?: Partial<DashboardFilter>;
  }) => string;
}

/** Keeps what a dashboard shows in the address of the page, so that a link, a reload and the way back find it again. */
export function useDashboardAddress(): DashboardAddress {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const state = readDashboardAddress(params);
    const first = { ...state, page: 0 };
    const { year, basis, span } = state.filter;
    return {
      ...state,
      plain: plainAddress(params.toString()),
      isFiltered: criteriaKeys.some((key) => state.filter[key] !== undefined),
      setFilter: (change) => setParams(writeDashboardAddress({ ...first, filter: { ...state.filter, ...change } })),
      clearFilter: () => setParams(writeDashboardAddress({ ...first, filter: { year, basis, span } })),
      addressOf: ({ filter = {}, ...change }) =>
        `/dashboards?${writeDashboardAddress({ ...first, ...change, filter: { ...state.filter, ...filter } }).toString()}`,
    };
  }, [params, setParams]);
}
