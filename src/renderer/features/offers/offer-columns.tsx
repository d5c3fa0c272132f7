import ChosenIcon from '@mui/icons-material/CheckCircleOutlineOutlined';
import { Box } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import type { OfferRow } from '../../../shared/contract/offers';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import { offerName } from '../../components/offer-name';
import { OutcomeLabel } from '../../components/OutcomeLabel';
import { TwoLines } from '../../components/TwoLines';
import { ScoreTag } from '../../components/ScoreTag';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';

/** The columns of the offers table; each sortable one is named after the contract's sort column. */
export function offerColumns(t: Translate, format: Format): readonly GridColDef<OfferRow>[] {
  return [
    {
      field: 'title',
      headerName: t('offers.columns.title'),
      flex: 2.2,
      minWidth: 162,
      cellClassName: 'strong',
      renderCell: ({ row }) => <TwoLines text={offerName(t, row.title, row.opening)} />,
    },
    {
      field: 'company',
      headerName: t('offers.columns.company'),
      flex: 1.2,
      minWidth: 109,
      renderCell: ({ row }) => <TwoLines text={row.company ?? ''} />,
    },
    {
      field: 'city',
      headerName: t('offers.columns.city'),
      flex: 0.8,
      minWidth: 102,
      renderCell: ({ row }) => <TwoLines text={row.city ?? ''} />,
    },
    {
      field: 'contractType',
      headerName: t('offers.columns.contractType'),
      // As wide as the longest word of a contract, in either language.
      width: 86,
      renderCell: ({ row }) => <TwoLines text={row.contractType ? t(`contractTypes.${row.contractType}`) : ''} />,
    },
    {
      field: 'domain',
      headerName: t('offers.columns.domain'),
      flex: 0.9,
      minWidth: 108,
      renderCell: ({ row }) => (
        <TwoLines text={row.domain ?? ''} {...(row.isDomainRead ? { remark: t('reading.inText') } : {})} />
      ),
    },
    {
      field: 'postedOn',
      headerName: t('offers.columns.postedOn'),
      width: 107,
      cellClassName: 'figures',
      valueFormatter: (_value, row) => (row.postedOn && row.status !== 'draft' ? format.date(row.postedOn) : ''),
    },
    {
      field: 'academicYear',
      headerName: t('offers.columns.academicYear'),
      width: 96,
      cellClassName: 'figures',
      valueFormatter: (_value, row) => formatAcademicYear(row.academicYear),
    },
    {
      field: 'score',
      headerName: t('offers.columns.score'),
      description: t('decisions.firstHint'),
      flex: 1.9,
      minWidth: 160,
      valueGetter: (_value, row) => row.best?.score ?? null,
      renderCell: ({ row }) => <BestFormation row={row} t={t} />,
    },
    {
      field: 'status',
      headerName: t('offers.columns.status'),
      // The English words are longer, and a small window has no room to give away.
      width: format.language === 'fr' ? 76 : 92,
      valueFormatter: (_value, row) => t(`statuses.${row.status}`),
    },
  ];
}

/** Columns that leave room for the open panel; the panel says what they say. */
export const columnsUnderPanel = ['city', 'contractType', 'domain', 'postedOn', 'academicYear', 'status'] as const;

interface BestFormationProps {
  readonly row: OfferRow;
  readonly t: Translate;
}

function BestFormation({ row, t }: BestFormationProps) {
  if (!row.best) return <OutcomeLabel outcome={row.outcome} />;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, height: '100%', minWidth: 0 }}>
      {row.best.score === null ? null : <ScoreTag score={row.best.score} />}
      {row.best.isChosen ? (
        <ChosenIcon
          titleAccess={t('decisions.chosenMark')}
          sx={{ fontSize: 18, color: 'success.main', flexShrink: 0 }}
        />
      ) : null}
      <TwoLines text={row.best.title} />
    </Box>
  );
}
