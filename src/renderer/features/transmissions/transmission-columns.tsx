import type { GridColDef } from '@mui/x-data-grid';
import type { TransmissionRow } from '../../../shared/contract/transmissions';
import { localDay } from '../../../shared/util/local-day';
import { TwoLines } from '../../components/TwoLines';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';
import { NextStep } from './NextStep';
import { StateLabel } from './StateLabel';

/** The columns of the register; each sortable one is named after the contract's sort column. */
export function transmissionColumns(t: Translate, format: Format): readonly GridColDef<TransmissionRow>[] {
  const day = (instant: string | null): string => (instant === null ? '' : format.date(localDay(new Date(instant))));
  return [
    {
      field: 'offer',
      headerName: t('transmissions.columns.offer'),
      flex: 2,
      minWidth: 150,
      cellClassName: 'strong',
      renderCell: ({ row }) => <TwoLines text={[row.offerTitle, row.company].filter(Boolean).join(' · ')} />,
    },
    {
      field: 'formation',
      headerName: t('transmissions.columns.formation'),
      flex: 1.6,
      minWidth: 130,
      renderCell: ({ row }) => <TwoLines text={row.formationTitle} />,
    },
    {
      field: 'manager',
      headerName: t('transmissions.columns.manager'),
      flex: 1.1,
      minWidth: 110,
      renderCell: ({ row }) => <TwoLines text={row.managerName} />,
    },
    {
      field: 'state',
      headerName: t('transmissions.columns.state'),
      flex: 1,
      minWidth: 130,
      renderCell: ({ row }) => <StateLabel state={row.state} isDue={row.isDue} />,
    },
    {
      field: 'sentAt',
      headerName: t('transmissions.columns.sentAt'),
      width: 106,
      cellClassName: 'figures',
      valueFormatter: (_value, row) => day(row.sentAt),
    },
    {
      field: 'answeredAt',
      headerName: t('transmissions.columns.answeredAt'),
      width: 108,
      cellClassName: 'figures',
      valueFormatter: (_value, row) => day(row.answeredAt),
    },
    {
      field: 'personName',
      headerName: t('transmissions.columns.personName'),
      width: 100,
      sortable: false,
      renderCell: ({ row }) => <TwoLines text={row.personName ?? ''} />,
    },
    {
      field: 'nextStep',
      headerName: t('transmissions.columns.nextStep'),
      width: 150,
      sortable: false,
      renderCell: ({ row }) => <NextStep row={row} />,
    },
  ];
}

/** Columns that leave room for the open panel; the panel says what they say. */
export const columnsUnderPanel = ['manager', 'sentAt', 'answeredAt', 'personName', 'nextStep'] as const;
