import { academicYearSchema } from '../../../shared/domain/academic-year';
import { yearSpanSchema } from '../../../shared/domain/academic-year-days';
import { yearBasisSchema, type DashboardFilter } from '../../../shared/domain/dashboard/dashboard-filter';
import {
  companyIdSchema,
  componentIdSchema,
  namedViewIdSchema,
  formationIdSchema,
  type NamedViewId,
} from '../../../shared/domain/ids';
import { contractTypeSchema } from '../../../shared/domain/offer';
import { companyStandingSchema, type CompanyStanding } from '../../../shared/domain/dashboard/company-standing';
import type { NamedView } from '../../../shared/contract/named-views';
import type { FormationFilter } from '../../../shared/contract/formations';
import type { OfferFilter } from '../../../shared/contract/offers';
import { readWith } from '../../components/list-address';

export const dashboardTabs = ['offers', 'trends', 'skills', 'companies', 'director'] as const;
export type DashboardTab = (typeof dashboardTabs)[number];

/** What a dashboard shows, as its address says it. */
export interface DashboardState {
  readonly tab: DashboardTab;
  readonly filter: DashboardFilter;
  /** Which companies the tab of companies lists. */
  readonly standing: CompanyStanding;
  /** The page of that list, from 0; in the address from 1. */
  readonly page: number;
  /** The named view that was opened; what is shown may have been changed since. */
  readonly viewId: NamedViewId | null;
}

/** The criteria that a person takes away at once: all but the year and how it is counted. */
export type DashboardCriteria = Omit<DashboardFilter, 'year' | 'basis' | 'span'>;

const readers = {
  componentId: readWith(componentIdSchema, Number),
  formationId: readWith(formationIdSchema, Number),
  domain: (text) => text.slice(0, 200),
  contractType: readWith(contractTypeSchema),
  companyId: readWith(companyIdSchema, Number),
  city: (text) => text.slice(0, 200),
  skill: (text) => text.slice(0, 300),
} as const satisfies { readonly [K in keyof DashboardCriteria]-?: (text: string) => DashboardCriteria[K] | undefined };

/** The names of the criteria, as the address has them. */
export const criteriaKeys = Object.keys(readers) as readonly (keyof typeof readers)[]; // Its own keys.

/** Reads an address. Whatever it cannot mean is left out, so that an old or mistyped link still opens the page. */
export function readDashboardAddress(params: URLSearchParams): DashboardState {
  const valueOf = <Value>(key: string, read: (text: string) => Value | undefined): Value | undefined => {
    const text = params.get(key);
    return text === null || text === '' ? undefined : read(text);
  };
  const criteria = criteriaKeys.map((key) => [key, valueOf<string | number>(key, readers[key])]);
  return {
    tab: dashboardTabs.find((tab) => tab === params.get('tab')) ?? 'offers',
    viewId: valueOf('view', readWith(namedViewIdSchema, Number)) ?? null,
    standing: valueOf('standing', readWith(companyStandingSchema)) ?? 'present',
    page: valueOf('page', readPage) ?? 0,
    filter: {
      year: valueOf('year', readWith(academicYearSchema, Number)) ?? null,
      basis: valueOf('basis', readWith(yearBasisSchema)) ?? 'deposit',
      span: valueOf('span', readWith(yearSpanSchema)) ?? null,
      // Each was read by the reader of its own key.
      ...(Object.fromEntries(criteria.filter(([, value]) => value !== undefined)) as DashboardCriteria),
    },
  };
}

/** The page that an address names, which counts from 1. */
function readPage(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) - 1 : undefined;
}

/** Writes an address, leaving out what goes without saying. */
export function writeDashboardAddress({ tab, filter, standing, page, viewId }: DashboardState): URLSearchParams {
  const params = new URLSearchParams();
  if (tab !== 'offers') params.set('tab', tab);
  if (tab === 'companies' && standing !== 'present') params.set('standing', standing);
  if (tab === 'companies' && page > 0) params.set('page', String(page + 1));
  if (filter.year !== null) params.set('year', String(filter.year));
  if (filter.basis !== 'deposit') params.set('basis', filter.basis);
  if (filter.span !== null) params.set('span', filter.span);
  for (const key of criteriaKeys) {
    const value = filter[key];
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  if (viewId !== null) params.set('view', String(viewId));
  return params;
}

/** What stands behind the question mark, written in the one way, without the view that was opened and how far one leafed. */
export function plainAddress(address: string): string {
  const state = readDashboardAddress(new URLSearchParams(address));
  return writeDashboardAddress({ ...state, page: 0, viewId: null }).toString();
}

/** The address of a named view. */
export function viewAddress({ id, address }: Pick<NamedView, 'id' | 'address'>): string {
  const state = readDashboardAddress(new URLSearchParams(address));
  return `/dashboards?${writeDashboardAddress({ ...state, viewId: id }).toString()}`;
}

/** The address of the list of offers that shows the rows behind a figure. */
export function offersAddress(filter: OfferFilter): string {
  return `/offers?${paramsOf(filter)}`;
}

/** The address of the list of formations that shows those behind a figure. */
export function formationsAddress(filter: FormationFilter): string {
  return `/formations?${paramsOf(filter)}`;
}

function paramsOf(filter: OfferFilter | FormationFilter): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value !== undefined) params.set(key, String(value));
  return params.toString();
}
