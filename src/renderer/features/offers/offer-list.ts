import { academicYearSchema } from '../../../shared/domain/academic-year';
import { companyIdSchema, formationIdSchema, importIdSchema } from '../../../shared/domain/ids';
import { contractTypeSchema, matchOutcomeSchema, offerStatusSchema } from '../../../shared/domain/offer';
import { offerSortColumns, type OfferFilter } from '../../../shared/contract/offers';
import { readWith, type ListRules } from '../../components/list-address';

export type OfferColumn = (typeof offerSortColumns)[number];

/** How the address of the offers page is read and written. */
export const offerListRules: ListRules<OfferFilter, OfferColumn> = {
  readers: {
    text: (text) => text.slice(0, 200),
    contractType: readWith(contractTypeSchema),
    academicYear: readWith(academicYearSchema, Number),
    status: readWith(offerStatusSchema),
    outcome: readWith(matchOutcomeSchema),
    city: (text) => text.slice(0, 200),
    domain: (text) => text.slice(0, 200),
    companyId: readWith(companyIdSchema, Number),
    importId: readWith(importIdSchema, Number),
    formationId: readWith(formationIdSchema, Number),
  },
  columns: offerSortColumns,
  defaultSort: { by: 'postedOn', direction: 'desc' },
};
