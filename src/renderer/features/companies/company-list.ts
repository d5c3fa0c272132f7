import { companyFilterSchema, companySortColumns, type CompanyFilter } from '../../../shared/contract/companies';
import { companySizeSchema, companyStateSchema } from '../../../shared/domain/company';
import { readWith, type ListRules } from '../../components/list-address';

export type CompanyColumn = (typeof companySortColumns)[number];

/** How the address of the companies page is read and written. */
export const companyListRules: ListRules<CompanyFilter, CompanyColumn> = {
  readers: {
    text: (text) => text.slice(0, 200),
    size: readWith(companySizeSchema),
    state: readWith(companyStateSchema),
    createdFrom: readWith(companyFilterSchema.shape.createdFrom.unwrap()),
  },
  columns: companySortColumns,
  defaultSort: { by: 'name', direction: 'asc' },
};
