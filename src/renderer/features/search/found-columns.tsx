import { Box } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import type { FoundOffer } from '../../../shared/contract/search';
import { TwoLines } from '../../components/TwoLines';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';
import { MarkedText } from '../matches/MarkedText';
import { offerColumns } from '../offers/offer-columns';

/** The columns of the list of offers that a search shows beside what it found. */
const taken = ['company', 'city', 'contractType', 'domain', 'postedOn'];
/** Room for a title and two lines of what was found, in pixels. */
export const foundRowHeightPx = 84;
/** « Alternance » in one line, in pixels. */
const contractWidth = 100;
/** Columns that leave room for the open panel. */
export const columnsUnderPanel = ['city', 'contractType', 'domain', 'postedOn', 'relevance'] as const;

/** The columns of offers that were found; each sortable one is named after the contract's sort column. */
export function foundColumns(t: Translate, format: Format): readonly GridColDef<FoundOffer>[] {
  const others = offerColumns(t, format)
    .filter(({ field }) => taken.includes(field))
    .map((column) => (column.field === 'contractType' ? { ...column, width: contractWidth } : column));
  return [
    {
      field: 'title',
      headerName: t('offers.columns.title'),
      flex: 4,
      minWidth: 260,
      renderCell: ({ row }) => <FoundTitle offer={row} />,
    },
    // What a column of offers reads is in each offer that was found too.
    ...(others as unknown as readonly GridColDef<FoundOffer>[]),
    {
      field: 'relevance',
      headerName: t('search.foundBy'),
      description: t('search.foundByHint'),
      width: 142,
      renderCell: ({ row }) => <TwoLines text={row.foundBy === null ? '' : t(`search.by.${row.foundBy}`)} />,
    },
  ];
}

interface FoundTitleProps {
  readonly offer: FoundOffer;
}

/** A title and what of the text says most of what was looked for, its words marked. */
function FoundTitle({ offer }: FoundTitleProps) {
  const { title, titleWords, excerpt } = offer;
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        height: '100%',
        minWidth: 0,
        gap: 0.25,
      }}
    >
      <Box
        component="span"
        title={title}
        sx={{ fontWeight: 600, lineHeight: 1.35, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        <MarkedText text={title} words={titleWords} />
      </Box>
      {excerpt.text === '' ? null : (
        <Box
          component="span"
          sx={{
            display: '-webkit-box',
            WebkitBoxOrient: 'vertical',
            WebkitLineClamp: 2,
            overflow: 'hidden',
            whiteSpace: 'normal',
            lineHeight: 1.35,
            fontSize: '0.8125rem',
            color: 'text.secondary',
          }}
        >
          <MarkedText text={excerpt.text} words={excerpt.words} />
        </Box>
      )}
    </Box>
  );
}
