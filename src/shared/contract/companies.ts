import { z } from 'zod';
import { companySchema, companySizeSchema } from '../domain/company';
import { companyIdSchema } from '../domain/ids';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { call } from './define';

export const companyRowSchema = z.object({
  id: companyIdSchema,
  name: z.string(),
  siret: z.string().nullable(),
  size: companySizeSchema.nullable(),
  city: z.string().nullable(),
  offerCount: z.int().nonnegative(),
  lastPostedOn: z.iso.date().nullable(),
});
export type CompanyRow = z.infer<typeof companyRowSchema>;

export const companyFilterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  size: companySizeSchema.optional(),
});
export type CompanyFilter = z.infer<typeof companyFilterSchema>;

export const companySortColumns = ['name', 'size', 'city', 'offerCount', 'lastPostedOn'] as const;

export const companies = {
  list: call({
    input: pageRequestSchema.extend({
      filter: companyFilterSchema,
      sort: z.strictObject({ by: z.enum(companySortColumns), direction: sortDirectionSchema }),
    }),
    output: pageOf(companyRowSchema),
  }),
  get: call({ input: z.strictObject({ companyId: companyIdSchema }), output: companySchema }),
} as const;
