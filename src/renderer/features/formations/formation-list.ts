import { formationSortColumns, type FormationFilter } from '../../../shared/contract/formations';
import { componentIdSchema } from '../../../shared/domain/ids';
import { studyLevelSchema } from '../../../shared/domain/offer';
import { readWith, type ListRules } from '../../components/list-address';

export type FormationColumn = (typeof formationSortColumns)[number];

/** How the address of the formations page is read and written. */
export const formationListRules: ListRules<FormationFilter, FormationColumn> = {
  readers: {
    text: (text) => text.slice(0, 200),
    componentId: readWith(componentIdSchema, Number),
    level: readWith(studyLevelSchema, Number),
  },
  columns: formationSortColumns,
  defaultSort: { by: 'title', direction: 'asc' },
};
