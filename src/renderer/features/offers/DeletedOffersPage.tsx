import BinIcon from '@mui/icons-material/DeleteOutlined';
import RestoreIcon from '@mui/icons-material/RestoreFromTrashOutlined';
import {
  Box,
  Button,
  IconButton,
  Link as TextLink,
  Paper,
  Skeleton,
  TableCell,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeletedOffer } from '../../../shared/contract/offers';
import { useAction, useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ErrorAlert, ErrorState } from '../../components/ErrorState';
import { HeadedTable } from '../../components/HeadedTable';
import { offerName } from '../../components/offer-name';
import { PageHeader } from '../../components/PageHeader';
import { useOfferActions } from '../../components/use-offer-actions';
import { useFormat } from '../../i18n/use-format';

/** The offers that were deleted a while ago, each of which comes back with a click. */
export function DeletedOffersPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('offers', 'deleted', {});
  const count = data?.length ?? 0;
  return (
    <Box sx={{ maxWidth: 1200, mx: 'auto', px: 3, pt: 2, pb: 4, display: 'grid', gap: 2 }}>
      <PageHeader
        title={t('bin.title')}
        actions={
          <>
            {count > 0 ? <EmptyBin count={count} /> : null}
            <Button variant="outlined" component={Link} to="/offers">
              {t('bin.backToOffers')}
            </Button>
          </>
        }
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        {t('bin.lead')}
      </Typography>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={240} /> : null}
      {data ? (
        <Paper variant="outlined">
          {data.length === 0 ? (
            <EmptyState icon={<BinIcon />} title={t('bin.emptyTitle')} text={t('bin.emptyText')} />
          ) : (
            <Rows offers={data} />
          )}
        </Paper>
      ) : null}
    </Box>
  );
}

interface RowsProps {
  readonly offers: readonly DeletedOffer[];
}

function Rows({ offers }: RowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { restore } = useOfferActions();
  return (
    <HeadedTable
      label={t('bin.title')}
      size="small"
      headings={[
        { label: t('offers.columns.title') },
        { label: t('offers.columns.company') },
        { label: t('bin.deletedAt'), isNoWrap: true },
        { label: t('bin.keptUntil'), isNoWrap: true },
        { label: t('bin.restore'), isHidden: true },
      ]}
    >
      {offers
        .map((offer) => ({ ...offer, title: offerName(t, offer.title, offer.opening) }))
        .map(({ offerId, title, company, deletedAt, keptUntil }) => (
          <TableRow key={offerId}>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{title}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{company ?? t('common.notGiven')}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(deletedAt)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.date(keptUntil)}</TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              <Button
                size="small"
                startIcon={<RestoreIcon />}
                aria-label={t('bin.restoreOf', { title })}
                onClick={() => void restore({ id: offerId, title })}
              >
                {t('bin.restore')}
              </Button>
            </TableCell>
          </TableRow>
        ))}
    </HeadedTable>
  );
}

interface EmptyBinProps {
  readonly count: number;
}

/** Emptying is the one thing that nothing takes back: the button says so before it does it. */
function EmptyBin({ count }: EmptyBinProps) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const empty = useAction('offers', 'emptyBin');
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{t('bin.empty')}</Button>;
  return (
    <>
      {empty.error ? <ErrorAlert error={empty.error} /> : null}
      <Button
        autoFocus
        color="error"
        variant="outlined"
        loading={empty.isPending}
        onClick={() => empty.mutate({}, { onSuccess: () => setIsAsked(false) })}
      >
        {t('bin.emptyForGood', { count })}
      </Button>
      <Button onClick={() => setIsAsked(false)}>{t('bin.keep')}</Button>
    </>
  );
}

interface DeletedOffersLinkProps {
  /** Shown as a sign, where there is no room for words. */
  readonly isCompact: boolean;
}

/** The way there from the list of offers, while there is something in it. */
export function DeletedOffersLink({ isCompact }: DeletedOffersLinkProps) {
  const { t } = useTranslation();
  const count = useCall('offers', 'deleted', {}).data?.length ?? 0;
  if (count === 0) return null;
  const label = t('bin.link', { count });
  if (isCompact) {
    return (
      <Tooltip title={label}>
        <IconButton component={Link} to="/offers/deleted" aria-label={label} sx={{ alignSelf: 'center' }}>
          <BinIcon fontSize="small" />
        </IconButton>
      </Tooltip>
    );
  }
  return (
    <TextLink component={Link} to="/offers/deleted" variant="body2" sx={{ alignSelf: 'center', whiteSpace: 'nowrap' }}>
      {label}
    </TextLink>
  );
}
