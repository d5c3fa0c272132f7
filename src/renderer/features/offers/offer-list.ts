import { academicYearSchema, isoDateSchema } from '../../../shared/domain/academic-year';
import { departmentSchema } from '../../../shared/domain/dashboard/department';
import { companyIdSchema, componentIdSchema, formationIdSchema, importIdSchema } from '../../../shared/domain/ids';
import {
  contractTypeSchema,
  matchOutcomeSchema,
  offerStatusSchema,
  senioritySchema,
  studyLevelSchema,
} from '../../../shared/domain/offer';
import { offerFilterSchema, offerSortColumns, type OfferFilter } from '../../../shared/contract/offers';
import { dueKindSchema } from '../../../shared/domain/offer-life-cycle';
import { regionSchema } from '../../../shared/domain/places/regions';
import { romeCodeSchema } from '../../../shared/domain/rome';
import { packedIdsSchema } from '../../../shared/util/packed-ids';
import { readWith, type ListRules } from '../../components/list-address';

export type OfferColumn = (typeof offerSortColumns)[number];

/** How the address of the offers page is read and written. */
export const offerListRules: ListRules<OfferFilter, OfferColumn> = {
  readers: {
    text: (text) => text.slice(0, 200),
    title: (text) => text.slice(0, 200),
    contractType: readWith(contractTypeSchema),
    academicYear: readWith(academicYearSchema, Number),
    status: readWith(offerStatusSchema),
    due: readWith(dueKindSchema),
    outcome: readWith(matchOutcomeSchema),
    city: (text) => text.slice(0, 200),
    domain: (text) => text.slice(0, 200),
    companyId: readWith(companyIdSchema, Number),
    importId: readWith(importIdSchema, Number),
    formationId: readWith(formationIdSchema, Number),
    alsoFormationId: readWith(formationIdSchema, Number),
    componentId: readWith(componentIdSchema, Number),
    firstFormationId: readWith(formationIdSchema, Number),
    firstComponentId: readWith(componentIdSchema, Number),
    skill: (text) => text.slice(0, 300),
    romeCode: readWith(romeCodeSchema),
    level: readWith(studyLevelSchema, Number),
    seniority: readWith(senioritySchema),
    department: readWith(departmentSchema),
    region: readWith(regionSchema),
    depositedFrom: readWith(isoDateSchema),
    depositedTo: readWith(isoDateSchema),
    startsFrom: readWith(isoDateSchema),
    startsTo: readWith(isoDateSchema),
    transmission: readWith(offerFilterSchema.shape.transmission.unwrap()),
    isFillDated: (text) => (text === 'true' ? true : undefined),
    followedTo: readWith(isoDateSchema),
    isOpen: (text) => (text === 'true' ? true : undefined),
    isDeposited: (text) => (text === 'true' ? true : undefined),
    createdFrom: readWith(offerFilterSchema.shape.createdFrom.unwrap()),
    isTakable: (text) => (text === 'true' ? true : undefined),
    isForStudents: (text) => (text === 'true' ? true : undefined),
    keepsUnsaid: (text) => (text === 'true' ? true : undefined),
    availableFrom: readWith(isoDateSchema),
    availableTo: readWith(isoDateSchema),
    among: readWith(packedIdsSchema),
  },
  columns: offerSortColumns,
  defaultSort: { by: 'postedOn', direction: 'desc' },
};
