import { Box, Button, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { offerSortColumns, OfferFilter } from '../../shared/contract/offers';
import { useCall } from '../api/use-call';
import { useFormat } from '../i18n/use-format';
import { ErrorAlert } from './ErrorState';
import type { Sort } from './list-address';

const shown = 5;

interface OfferLinksProps {
  readonly filter: OfferFilter;
  readonly sort: Sort<(typeof offerSortColumns)[number]>;
  /** The offers page with the same filter. */
  readonly address: string;
  /** False where all are of one company, which the panel names. */
  readonly hasCompany?: boolean;
  readonly noneText: string;
  readonly moreText: (count: number) => string;
}

/** The first offers of a company or a formation, and the way to all of them. */
export function OfferLinks(props: OfferLinksProps) {
  const { filter, sort, address, hasCompany = true, noneText, moreText } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const list = useCall('offers', 'list', { filter, sort, page: 0, pageSize: shown });
  if (list.error && !list.data) {
    return (
      <ErrorAlert
        error={list.error}
        action={
          <Button color="inherit" size="small" onClick={() => void list.refetch()}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  }
  if (!list.data) return <Skeleton variant="rounded" height={120} />;
  const { rows, total } = list.data;
  if (total === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {noneText}
      </Typography>
    );
  }
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((offer) => (
          <Box
            component="li"
            key={offer.id}
            sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
          >
            <TextLink
              component={Link}
              to={`${address}&open=${offer.id}`}
              variant="body2"
              sx={{ display: 'block', lineHeight: 1.4 }}
            >
              {offer.title}
            </TextLink>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {[
                hasCompany ? offer.company : null,
                offer.city,
                offer.contractType ? t(`contractTypes.${offer.contractType}`) : null,
                offer.postedOn ? format.date(offer.postedOn) : null,
              ]
                .filter((part) => part)
                .join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
      {total > rows.length ? (
        <Button component={Link} to={address} size="small" sx={{ mt: 0.5 }}>
          {moreText(total)}
        </Button>
      ) : null}
    </>
  );
}
