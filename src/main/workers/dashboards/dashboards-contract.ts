import { z } from 'zod';
import { call } from '../../../shared/contract/define';
import type { FacetValue, OffersTab, TrendsTab } from '../../../shared/contract/dashboards';
import { dashboardFacets, dashboardQuerySchema } from '../../../shared/domain/dashboard/dashboard-filter';

const question = z.object({ databasePath: z.string(), query: dashboardQuerySchema });
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** What the thread answers that counts offers. Its answers are checked where the application gives them. */
export const dashboardsContract = {
  dashboards: {
    offers: call({ input: question, output: z.custom<OffersTab>(isObject) }),
    trends: call({ input: question, output: z.custom<TrendsTab>(isObject) }),
    values: call({
      input: question.extend({ facet: z.enum(dashboardFacets), text: z.string() }),
      output: z.custom<FacetValue[]>(Array.isArray),
    }),
    prepare: call({ input: z.object({ databasePath: z.string() }), output: z.null() }),
  },
} as const;
