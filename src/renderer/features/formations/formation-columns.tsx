import type { GridColDef } from '@mui/x-data-grid';
import type { FormationRow } from '../../../shared/contract/formations';
import { TwoLines } from '../../components/TwoLines';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';

/** The columns of the formations table; each sortable one is named after the contract's sort column. */
export function formationColumns(
  t: Translate,
  format: Format,
  level: (years: number) => string,
): readonly GridColDef<FormationRow>[] {
  return [
    {
      field: 'title',
      headerName: t('formations.columns.title'),
      flex: 2.6,
      minWidth: 220,
      cellClassName: 'strong',
      renderCell: twoLines('title'),
    },
    {
      field: 'diplomaType',
      headerName: t('formations.columns.diplomaType'),
      flex: 1,
      minWidth: 124,
      renderCell: twoLines('diplomaType'),
    },
    {
      field: 'level',
      headerName: t('formations.columns.level'),
      width: 88,
      valueFormatter: (_value, row) => (row.level === null ? '' : level(row.level)),
    },
    {
      field: 'component',
      headerName: t('formations.columns.component'),
      flex: 1.6,
      minWidth: 150,
      renderCell: twoLines('component'),
    },
    {
      field: 'managerName',
      headerName: t('formations.columns.managerName'),
      flex: 1.1,
      minWidth: 120,
      sortable: false,
      renderCell: twoLines('managerName'),
    },
    {
      field: 'capacity',
      headerName: t('formations.columns.capacity'),
      width: 92,
      align: 'right',
      cellClassName: 'figures',
      headerAlign: 'right',
      valueFormatter: (_value, row) => (row.capacity === null ? '' : format.number(row.capacity)),
    },
    {
      field: 'matchedOffers',
      headerName: t('formations.columns.matchedOffers'),
      description: t('formations.columnHints.matchedOffers'),
      width: 88,
      align: 'right',
      cellClassName: 'figures',
      headerAlign: 'right',
      valueFormatter: (_value, row) => format.number(row.matchedOffers),
    },
    {
      field: 'firstPlaces',
      headerName: t('formations.columns.firstPlaces'),
      description: t('formations.columnHints.firstPlaces'),
      width: 92,
      align: 'right',
      cellClassName: 'figures',
      headerAlign: 'right',
      valueFormatter: (_value, row) => format.number(row.firstPlaces),
    },
  ];
}

function twoLines(field: 'title' | 'diplomaType' | 'component' | 'managerName') {
  return ({ row }: { readonly row: FormationRow }) => <TwoLines text={row[field] ?? ''} />;
}

/** Columns that leave room for the open panel; the panel says what they say. */
export const columnsUnderPanel = ['diplomaType', 'component', 'managerName', 'capacity', 'firstPlaces'] as const;
