import type { GridColDef } from '@mui/x-data-grid';
import type { CompanyRow } from '../../../shared/contract/companies';
import { formatSiret } from '../../components/format-siret';
import { TwoLines } from '../../components/TwoLines';
import { StateChip } from './StateChip';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';

/** The columns of the companies table; each sortable one is named after the contract's sort column. */
export function companyColumns(t: Translate, format: Format): readonly GridColDef<CompanyRow>[] {
  return [
    {
      field: 'name',
      headerName: t('companies.columns.name'),
      flex: 2,
      minWidth: 200,
      cellClassName: 'strong',
      renderCell: ({ row }) => <TwoLines text={row.name} />,
    },
    {
      field: 'siret',
      headerName: t('companies.columns.siret'),
      width: 170,
      cellClassName: 'figures',
      sortable: false,
      valueFormatter: (_value, row) => (row.siret === null ? '' : formatSiret(row.siret)),
    },
    {
      field: 'size',
      headerName: t('companies.columns.size'),
      flex: 1.2,
      minWidth: 150,
      renderCell: ({ row }) => <TwoLines text={row.size === null ? '' : t(`companySizes.${row.size}`)} />,
    },
    {
      field: 'city',
      headerName: t('companies.columns.city'),
      flex: 1,
      minWidth: 110,
      renderCell: ({ row }) => <TwoLines text={row.city ?? ''} />,
    },
    {
      field: 'state',
      headerName: t('companies.columns.state'),
      width: 130,
      renderCell: ({ row }) =>
        row.state === 'validated' ? t('companies.states.validated') : <StateChip state={row.state} />,
    },
    {
      field: 'offerCount',
      headerName: t('companies.columns.offerCount'),
      width: 96,
      align: 'right',
      cellClassName: 'figures',
      headerAlign: 'right',
      valueFormatter: (_value, row) => format.number(row.offerCount),
    },
    {
      field: 'lastPostedOn',
      headerName: t('companies.columns.lastPostedOn'),
      width: 140,
      cellClassName: 'figures',
      valueFormatter: (_value, row) => (row.lastPostedOn ? format.date(row.lastPostedOn) : ''),
    },
  ];
}

/** Columns that leave room for the open panel; the panel says what they say. */
export const columnsUnderPanel = ['siret', 'size', 'state', 'lastPostedOn'] as const;
