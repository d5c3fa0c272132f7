import { Box } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import type { TFunction } from 'i18next';
import type { OfferRow } from '../../../shared/contract/offers';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import { OutcomeLabel } from '../../components/OutcomeLabel';
import { ScoreTag } from '../../components/ScoreTag';
import type { Format } from '../../i18n/use-format';

/** The columns of the offers table; each sortable one is named after the contract's sort column. */
export function offerColumns(t: TFunction, format: Format): readonly GridColDef<OfferRow>[] {
  return [
    {
      field: 'title',
      headerName: t('offers.columns.title'),
      flex: 2.4,
      minWidth: 200,
      cellClassName: 'strong',
    },
    { field: 'company', headerName: t('offers.columns.company'), flex: 1.3, minWidth: 120 },
    { field: 'city', headerName: t('offers.columns.city'), flex: 0.9, minWidth: 90 },
    {
      field: 'contractType',
      headerName: t('offers.columns.contractType'),
      width: 104,
      valueFormatter: (_value, row) => (row.contractType ? t(`contractTypes.${row.contractType}`) : ''),
    },
    { field: 'domain', headerName: t('offers.columns.domain'), flex: 1.1, minWidth: 110 },
    {
      field: 'postedOn',
      headerName: t('offers.columns.postedOn'),
      width: 106,
      valueFormatter: (_value, row) => (row.postedOn ? format.date(row.postedOn) : ''),
    },
    {
      field: 'academicYear',
      headerName: t('offers.columns.academicYear'),
      width: 104,
      valueFormatter: (_value, row) => formatAcademicYear(row.academicYear),
    },
    {
      field: 'score',
      headerName: t('offers.columns.score'),
      flex: 2,
      minWidth: 200,
      valueGetter: (_value, row) => row.best?.score ?? null,
      renderCell: ({ row }) => <BestFormation row={row} />,
    },
    {
      field: 'status',
      headerName: t('offers.columns.status'),
      width: 100,
      valueFormatter: (_value, row) => t(`statuses.${row.status}`),
    },
  ];
}

/** Columns that leave room for the open panel; the panel says what they say. */
export const columnsUnderPanel = ['city', 'contractType', 'domain', 'postedOn', 'academicYear', 'status'] as const;

interface BestFormationProps {
  readonly row: OfferRow;
}

function BestFormation({ row }: BestFormationProps) {
  if (!row.best) return <OutcomeLabel outcome={row.outcome} />;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, height: '100%', minWidth: 0 }}>
      <ScoreTag score={row.best.score} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {row.best.title}
      </Box>
    </Box>
  );
}
