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

/**
 * What the offers of a follow-up's figure have beside those of its scope: it happened by the last day that counts, as of
 * the year before it had by the same day.
 */
export function offersFollowedUp(
  scope: DashboardScope,
  days: 'now' | 'before',
  what: 'sent' | 'answered' | 'filled',
): OfferFilter {
  const followedTo = scope[days].to;
  return what === 'filled' ? { isFillDated: true, followedTo } : { transmission: what, followedTo };
}
