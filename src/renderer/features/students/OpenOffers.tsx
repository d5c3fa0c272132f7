import SearchIcon from '@mui/icons-material/ManageSearchOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FoundOffer, FoundOffers } from '../../../shared/contract/search';
import type { AppError } from '../../../shared/domain/app-error';
import type { OfferId } from '../../../shared/domain/ids';
import { unpackIds } from '../../../shared/util/packed-ids';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { PagedRows } from '../../components/PagedRows';
import { FoundRemarks } from '../search/FoundRemarks';
import { useSearchLink } from '../search/use-search-text';
import { OpenOffer } from './OpenOffer';

interface OpenOffersProps {
  /** Null while nothing is looked for. */
  readonly answer: {
    readonly data: FoundOffers | undefined;
    readonly error: AppError | null;
    readonly refetch: () => unknown;
  } | null;
  readonly text: string;
  /** The level that was asked for. */
  readonly level?: number | null | undefined;
  /** Those that came in since somebody last looked. */
  readonly news?: ReadonlySet<OfferId>;
  /** Takes the text with its likely slips put right; left out where it is nobody's to change here. */
  readonly onSuggestion?: (text: string) => void;
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  /** What to do where there is none, if not what the page of students proposes. */
  readonly noneText?: string;
}

/** Open offers that come close to what a student describes, the closest first, each with why. */
export function OpenOffers(props: OpenOffersProps) {
  const { answer, text, level = null, news, onSuggestion, page, pageSize, onPage, noneText } = props;
  const { t } = useTranslation();
  const inSearch = useSearchLink(text);
  const past = (
    <Button component={Link} {...inSearch()} variant="outlined">
      {t('students.pastOffers')}
    </Button>
  );
  const offerIds = (answer?.data?.rows ?? []).map(({ id }) => id);
  const { data: approaches } = useCall('students', 'approaches', { offerIds }, { enabled: offerIds.length > 0 });
  // Never those of the text before: they say why an offer suited that one.
  const { data: passages } = useCall(...(['students', 'passages', { text, offerIds }] as const), {
    enabled: offerIds.length > 0,
  });
  const total = answer?.data?.total;
  const isReading = answer?.data?.isComplete === false;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5, flexWrap: 'wrap' }}>
        <Typography variant="h2">{t('students.offers')}</Typography>
        <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
          {total === undefined || isReading ? '' : t('offers.count', { count: total })}
        </Typography>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('students.offersHint')}
      </Typography>
      {answer?.data ? (
        <FoundRemarks found={answer.data} hasText onSuggestion={onSuggestion ?? null} onEveryCopy={null} />
      ) : null}
      {answer?.data?.isOnlyNear ? (
        <Alert severity="info" variant="outlined">
          {t('students.onlyNear')}
        </Alert>
      ) : null}
      {answer === null ? (
        <EmptyState
          icon={<SearchIcon />}
          title={t('students.emptyTitle')}
          text={t('students.emptyText')}
          heading="h3"
        />
      ) : (
        <PagedRows
          answer={answer}
          page={page}
          pageSize={pageSize}
          onPage={onPage}
          heightPx={480}
          empty={
            isReading ? (
              <Skeleton variant="rounded" height={240} />
            ) : (
              <EmptyState
                icon={<SearchOffIcon />}
                title={t('students.noneTitle')}
                text={noneText ?? t('students.noneText')}
                action={past}
                heading="h3"
              />
            )
          }
        >
          {(rows) => (
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {rows.map((offer) => (
                <OpenOffer
                  key={offer.id}
                  offer={offer}
                  text={text}
                  level={level}
                  passage={passages?.find(({ offerId }) => offerId === offer.id)?.text}
                  isNew={hasNews(offer, news)}
                  approach={approaches?.find(({ offerId }) => offerId === offer.id)?.approach}
                />
              ))}
            </Box>
          )}
        </PagedRows>
      )}
    </>
  );
}

/** Whether an offer, or one of its copies, is among those that came in. */
function hasNews({ id, copies }: FoundOffer, news: ReadonlySet<number> | undefined): boolean {
  if (!news) return false;
  return news.has(id) || (copies !== null && unpackIds(copies.offers).some((copy) => news.has(copy)));
}
