import { z } from 'zod';
import { call } from '../../../shared/contract/define';
import type { CompanyList } from '../../../shared/contract/dashboard-companies';
import type { DashboardTabName, DashboardTabs, FacetValue } from '../../../shared/contract/dashboards';
import { companyStandingSchema } from '../../../shared/domain/dashboard/company-standing';
import { dashboardFacets, dashboardQuerySchema } from '../../../shared/domain/dashboard/dashboard-filter';
import { pageRequestSchema } from '../../../shared/domain/page';

/** The database that is counted, and the folder of the vocabulary of skills. */
const source = z.object({ databasePath: z.string(), referenceDir: z.string() });
const question = source.extend({ query: dashboardQuerySchema });
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** What the thread answers that counts offers. Its answers are checked where the application gives them. */
export const dashboardsContract = {
  dashboards: {
    tab: call({
      input: question.extend({ name: z.custom<DashboardTabName>((value) => typeof value === 'string') }),
      output: z.custom<DashboardTabs[DashboardTabName]>(isObject),
    }),
    companyList: call({
      input: question.extend({ standing: companyStandingSchema, page: pageRequestSchema }),
      output: z.custom<CompanyList>(isObject),
    }),
    values: call({
      input: question.extend({ facet: z.enum(dashboardFacets), text: z.string() }),
      output: z.custom<FacetValue[]>(Array.isArray),
    }),
    untaughtSkills: call({ input: source, output: z.array(z.string()).nullable() }),
    prepare: call({ input: source, output: z.null() }),
  },
} as const;
