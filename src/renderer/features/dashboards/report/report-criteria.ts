import type { DashboardFilter } from '../../../../shared/domain/dashboard/dashboard-filter';
import type { Wording } from '../figure-texts';
import type { ReportFrame } from './build-report';

/** The criteria of a filter that a report names, besides year and level. */
export function criteriaOf({ t, scope }: Wording, filter: DashboardFilter): ReportFrame['criteria'] {
  const { domain, contractType, city, skill } = filter;
  const named: readonly (readonly [key: CriterionName, value: string | undefined])[] = [
    ['domain', domain],
    ['contractType', contractType && t(`contractTypes.${contractType}`)],
    ['company', scope.company?.name],
    ['city', city],
    ['skill', skill],
  ];
  return named.flatMap(([key, value]) =>
    value === undefined ? [] : [{ label: t(`dashboards.filters.${key}`), value }],
  );
}

type CriterionName = 'domain' | 'contractType' | 'company' | 'city' | 'skill';
