import type { GridColDef } from '@mui/x-data-grid';
import { managerSortColumns, type ManagerFilter, type ManagerRow } from '../../../shared/contract/managers';
import { TwoLines } from '../../components/TwoLines';
import type { ListRules } from '../../components/list-address';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';

export type ManagerColumn = (typeof managerSortColumns)[number];

/** How the address of the managers page is read and written. */
export const managerListRules: ListRules<ManagerFilter, ManagerColumn> = {
  readers: { text: (text) => text.slice(0, 200) },
  columns: managerSortColumns,
  defaultSort: { by: 'name', direction: 'asc' },
};

/** The columns of the managers table; each sortable one is named after the contract's sort column. */
export function managerColumns(t: Translate, format: Format): readonly GridColDef<ManagerRow>[] {
  const figure = (field: 'formationCount' | 'awaiting' | 'sent', width: number): GridColDef<ManagerRow> => ({
    field,
    headerName: t(`managers.columns.${field}`),
    width,
    align: 'right',
    headerAlign: 'right',
    cellClassName: 'figures',
    valueFormatter: (_value, row) => format.number(row[field]),
  });
  return [
    {
      field: 'name',
      headerName: t('managers.columns.name'),
      flex: 1.4,
      minWidth: 160,
      cellClassName: 'strong',
      renderCell: ({ row }) => <TwoLines text={row.name} />,
    },
    {
      field: 'email',
      headerName: t('managers.columns.email'),
      flex: 1.6,
      minWidth: 180,
      renderCell: ({ row }) => <TwoLines text={row.email ?? t('managers.noEmail')} />,
    },
    {
      field: 'components',
      headerName: t('managers.columns.components'),
      flex: 1.2,
      minWidth: 120,
      sortable: false,
      renderCell: ({ row }) => <TwoLines text={format.list(row.components)} />,
    },
    figure('formationCount', 116),
    figure('sent', 130),
    figure('awaiting', 130),
  ];
}

/** Columns that leave room for the open panel; the panel says what they say. */
export const managerColumnsUnderPanel = ['components', 'formationCount', 'sent'] as const;
