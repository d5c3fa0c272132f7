import { Alert, Link as TextLink } from '@mui/material';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlikeOffer } from '../../../shared/contract/offers';
import { openingOf } from '../../../shared/domain/reading/offer-body';
import { localDay } from '../../../shared/util/local-day';
import { offerName } from '../../components/offer-name';
import { useFormat } from '../../i18n/use-format';

interface AlikeOffersProps {
  readonly offers: readonly AlikeOffer[];
  /** The text that they are alike to. */
  readonly text: string;
}

/** Says that a text was taken in before, with the way to where; it holds nobody up. */
export function AlikeOffers({ offers, text }: AlikeOffersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Texts that are alike begin alike.
  const opening = openingOf(text);
  if (offers.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" role="status" sx={{ py: 0.25 }}>
      {t('editor.alike', { count: offers.length })}{' '}
      {offers.map(({ offerId, title, company, status, savedAt }, index) => (
        <Fragment key={offerId}>
          {index > 0 ? ' ; ' : null}
          <TextLink component={Link} to={`/offers?open=${offerId}`}>
            {[offerName(t, title, opening), company].filter(Boolean).join(' · ')}
          </TextLink>{' '}
          {t('editor.alikeSince', { state: t(`statuses.${status}`), date: format.date(localDay(new Date(savedAt))) })}
        </Fragment>
      ))}
    </Alert>
  );
}
