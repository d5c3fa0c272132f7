import SearchIcon from '@mui/icons-material/ManageSearchOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Alert, Box, Button, Link as MuiLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FoundOffer, FoundOffers } from '../../../shared/contract/search';
import { useKiosk } from '../../api/use-kiosk';
import type { AppError } from '../../../shared/domain/app-error';
import { EmptyState } from '../../components/EmptyState';
import { PagedRows } from '../../components/PagedRows';
import { useFormat } from '../../i18n/use-format';
import { MarkedText } from '../matches/MarkedText';

interface OpenOffersProps {
  /** Null while nothing is looked for. */
  readonly answer: {
    readonly data: FoundOffers | undefined;
    readonly error: AppError | null;
    readonly refetch: () => unknown;
  } | null;
  readonly text: string;
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  /** What to do where there is none, if not what the page of students proposes. */
  readonly noneText?: string;
}

/** Open offers that come close to what a student describes, the closest first, each with why. */
export function OpenOffers({ answer, text, page, pageSize, onPage, noneText }: OpenOffersProps) {
  const { t } = useTranslation();
  const past = (
    <Button component={Link} to={`/search?${new URLSearchParams({ text }).toString()}`} variant="outlined">
      {t('students.pastOffers')}
    </Button>
  );
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
      {isReading ? (
        <Alert severity="info" variant="outlined">
          {t('search.incomplete')}
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
                <OpenOffer key={offer.id} offer={offer} text={text} />
              ))}
            </Box>
          )}
        </PagedRows>
      )}
    </>
  );
}

interface OpenOfferProps {
  readonly offer: FoundOffer;
  /** What was looked for. */
  readonly text: string;
}

function OpenOffer({ offer, text }: OpenOfferProps) {
  const { t } = useTranslation();
  const isKiosk = useKiosk();
  const inSearch = (more: Readonly<Record<string, string>>): string =>
    `/search?${new URLSearchParams({ text, ...more }).toString()}`;
  const to = isKiosk ? inSearch({ open: String(offer.id) }) : `/offers?open=${offer.id}`;
  const format = useFormat();
  const facts = [
    offer.company,
    offer.city,
    offer.contractType && t(`contractTypes.${offer.contractType}`),
    offer.postedOn && t('students.postedOn', { date: format.date(offer.postedOn) }),
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <MuiLink component={Link} to={to} sx={{ fontWeight: 600 }}>
        <MarkedText text={offer.title} words={offer.titleWords} />
      </MuiLink>
      <Typography variant="body2">{facts.join(' · ')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        <MarkedText text={offer.excerpt.text} words={offer.excerpt.words} />
      </Typography>
      {offer.foundBy === null ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t(`students.why.${offer.foundBy}`)}
        </Typography>
      )}
      {offer.copies === null ? null : (
        <MuiLink component={Link} to={inSearch({ among: offer.copies.offers })} variant="caption">
          {t('students.copies', { count: offer.copies.count })}
        </MuiLink>
      )}
    </Box>
  );
}
