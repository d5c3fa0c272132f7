import type { DashboardFilter } from '../domain/dashboard/dashboard-filter';
import type { DashboardScope } from './dashboard-figures';
import type { OfferFilter } from './offers';

/**
 * The filter of `offers.list` that gives the very offers a dashboard counts: those of its year, or of the year before. A
 * figure of one value adds that value to it.
 */
export function offersOfScope(filter: DashboardFilter, scope: DashboardScope, days: 'now' | 'before'): OfferFilter {
  const { domain, contractType, companyId, city, skill, formationId } = filter;
  const { from, to } = scope[days];
  const byDay =
    scope.basis === 'deposit' ? { depositedFrom: from, depositedTo: to } : { startsFrom: from, startsTo: to };
  const componentId = scope.component?.id ?? filter.componentId;
  return { ...{ domain, contractType, companyId, city, skill, formationId, componentId }, ...byDay, isDeposited: true };
}

/** The same offers whatever the level of view: those that figures of the direction's tab are counted of. */
export function offersOfAllLevels(filter: DashboardFilter, scope: DashboardScope, days: 'now' | 'before'): OfferFilter {
  return { ...offersOfScope(filter, scope, days), componentId: undefined, formationId: undefined };
}
