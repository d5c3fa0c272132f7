import { Box, Link as TextLink } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FoundOffer } from '../../../shared/contract/search';
import { unpackIds } from '../../../shared/util/packed-ids';
import { offerName } from '../../components/offer-name';
import { TwoLines } from '../../components/TwoLines';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';
import { MarkedText } from '../matches/MarkedText';
import { offerColumns } from '../offers/offer-columns';

/** The columns that are shown to who never chose. */
export const usualColumns = ['company', 'city', 'contractType', 'domain', 'postedOn', 'relevance'];
/** Where there is room for more. */
export const wideColumns = [...usualColumns, 'seniority', 'skills'];
/** Room for a title and two lines of what was found, in pixels. */
export const foundRowHeightPx = 84;
/** « Alternance » in one line, in pixels. */
const contractWidth = 100;
/** Columns that leave room for the open panel. */
export const columnsUnderPanel = [
  ...['city', 'contractType', 'domain', 'postedOn', 'academicYear', 'score', 'status'],
  ...['seniority', 'levels', 'skills', 'relevance'],
] as const;
/** By what an offer was found says nothing where nothing was looked for. */
export const columnsWithoutText = ['relevance'] as const;

/**
 * The columns of offers that were found; each sortable one is named after the contract's sort column. Which formation comes
 * first is known to the office alone.
 */
export function foundColumns(t: Translate, format: Format, isOffice: boolean): readonly GridColDef<FoundOffer>[] {
  const others = offerColumns(t, format)
    .filter(({ field }) => field !== 'title' && (isOffice || field !== 'score'))
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
      field: 'seniority',
      headerName: t('offers.seniorityLabel'),
      width: 120,
      renderCell: ({ row }) => (
        <TwoLines
          text={row.seniority ? t(`seniority.${row.seniority}`) : ''}
          {...(row.isSeniorityRead ? { remark: t('reading.inText') } : {})}
        />
      ),
    },
    {
      field: 'levels',
      headerName: t('offers.levels'),
      width: 110,
      renderCell: ({ row }) => <TwoLines text={format.list(row.levels.map((years) => levelName(t, years)))} />,
    },
    {
      field: 'skills',
      headerName: t('search.skills'),
      flex: 1.6,
      minWidth: 160,
      renderCell: ({ row }) => <TwoLines text={row.skills.join(', ')} />,
    },
    {
      field: 'relevance',
      headerName: t('search.foundBy'),
      description: t('search.foundByHint'),
      width: 142,
      renderCell: ({ row }) => <TwoLines text={row.foundBy === null ? '' : t(`search.by.${row.foundBy}`)} />,
    },
  ];
}

/** How often an offer was posted, and how many of these its link leads to where an address holds no more. */
function copiesText(t: Translate, { count, offers }: NonNullable<FoundOffer['copies']>): string {
  const shown = unpackIds(offers).length;
  const posted = t('search.copies', { count });
  return shown < count ? `${posted} ${t('search.newestCopies', { count: shown })}` : posted;
}

function levelName(t: Translate, years: number): string {
  return years === 0 ? t('common.bacOnly') : t('common.bac', { years });
}

interface FoundTitleProps {
  readonly offer: FoundOffer;
}

/** A title and what of the text says most of what was looked for, its words marked. */
function FoundTitle({ offer }: FoundTitleProps) {
  const { t } = useTranslation();
  const { titleWords, excerpt, opening, copies } = offer;
  const title = offerName(t, offer.title, opening);
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
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, minWidth: 0 }}>
        <Box
          component="span"
          title={title}
          sx={{ fontWeight: 600, lineHeight: 1.35, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          <MarkedText text={title} words={titleWords} />
        </Box>
        {copies === null ? null : (
          <TextLink
            component={Link}
            to={`/search?among=${copies.offers}`}
            variant="caption"
            title={copiesText(t, copies)}
            aria-label={copiesText(t, copies)}
            onClick={(event) => event.stopPropagation()}
            sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}
          >
            ×&nbsp;{copies.count}
          </TextLink>
        )}
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
