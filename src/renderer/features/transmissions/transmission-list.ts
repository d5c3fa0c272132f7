import {
  transmissionFilterSchema,
  transmissionSortColumns,
  type TransmissionFilter,
} from '../../../shared/contract/transmissions';
import { formationIdSchema, formationManagerIdSchema, offerIdSchema } from '../../../shared/domain/ids';
import { readWith, type ListRules } from '../../components/list-address';

export type TransmissionColumn = (typeof transmissionSortColumns)[number];

/** How the address of the register is read and written. */
export const transmissionListRules: ListRules<TransmissionFilter, TransmissionColumn> = {
  readers: {
    text: (text) => text.slice(0, 200),
    state: readWith(transmissionFilterSchema.shape.state),
    due: readWith(transmissionFilterSchema.shape.due),
    managerId: readWith(formationManagerIdSchema, Number),
    formationId: readWith(formationIdSchema, Number),
    offerId: readWith(offerIdSchema, Number),
    answeredFrom: readWith(transmissionFilterSchema.shape.answeredFrom.unwrap()),
  },
  columns: transmissionSortColumns,
  defaultSort: { by: 'changedAt', direction: 'desc' },
};
