import { formationSortColumns, type FormationFilter } from '../../../shared/contract/formations';
import { componentIdSchema, formationIdSchema, type FormationId } from '../../../shared/domain/ids';
import { studyLevelSchema } from '../../../shared/domain/offer';
import { readWith, type ListRules } from '../../components/list-address';

export type FormationColumn = (typeof formationSortColumns)[number];

/** How the address of the formations page is read and written. */
export const formationListRules: ListRules<FormationFilter, FormationColumn> = {
  readers: {
    text: (text) => text.slice(0, 200),
    componentId: readWith(componentIdSchema, Number),
    level: readWith(studyLevelSchema, Number),
    formationIds: readIds,
  },
  columns: formationSortColumns,
  defaultSort: { by: 'title', direction: 'asc' },
};

/** Ids between commas; whatever is none is left out. */
function readIds(text: string): FormationId[] | undefined {
  const ids = text.split(',').flatMap((part) => {
    const id = formationIdSchema.safeParse(Number(part));
    return id.success ? [id.data] : [];
  });
  return ids.length === 0 ? undefined : ids;
}
