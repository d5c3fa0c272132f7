import { Box, Chip, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import type { OfferId } from '../../../shared/domain/ids';
import type { Offer } from '../../../shared/domain/offer';
import { isExpired, isStartPast } from '../../../shared/domain/offer-life-cycle';
import { openingOf } from '../../../shared/domain/reading/offer-body';
import { localDay } from '../../../shared/util/local-day';
import { useCall } from '../../api/use-call';
import { useKiosk } from '../../api/use-kiosk';
import { ErrorState } from '../../components/ErrorState';
import { OfferTransmissions } from '../../components/OfferTransmissions';
import { offerName } from '../../components/offer-name';
import { OfferActionBar } from '../../components/OfferActionBar';
import { OriginSection } from '../../components/OriginSection';
import { PanelSection, SidePanel } from '../../components/SidePanel';
import { PanelSkeleton } from '../../components/PanelSkeleton';
import { KeptInstead } from './KeptInstead';
import { HowToAnswer } from './HowToAnswer';
import { InBin } from './InBin';
import { OfferFacts } from './OfferFacts';
import { OfferText } from './OfferText';
import { OfferMatches } from '../matches/OfferMatches';

interface OfferPanelProps {
  readonly offerId: OfferId;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One whole offer: the formations that it suits, what it says of itself, its text. */
export function OfferPanel({ offerId, takesFocus, onClose }: OfferPanelProps) {
  const { t } = useTranslation();
  const { data: offer, error, refetch } = useCall('offers', 'get', { offerId });
  const [explained, setExplained] = useState({ offerId, isExplaining: false });
  // The next offer begins without open reasons, and so does this one when it is come back to.
  if (explained.offerId !== offerId) setExplained({ offerId, isExplaining: false });
  const isKiosk = useKiosk() ?? true;
  const title = offer ? offerName(t, offer.title, openingOf(offer.description)) : '';
  if (error && !offer) {
    return (
      <SidePanel
        label={t('nav.offers')}
        title={t('errors.title')}
        takesFocus={takesFocus}
        onClose={onClose}
        contentKey={offerId}
      >
        <ErrorState error={error} onRetry={() => void refetch()} />
        {isKiosk ? null : <InBin offerId={offerId} />}
      </SidePanel>
    );
  }
  return (
    <SidePanel
      label={t('offers.panelLabel', { title })}
      title={offer ? title : <Skeleton width="70%" />}
      takesFocus={takesFocus}
      onClose={onClose}
      contentKey={offerId}
      isWide={explained.isExplaining}
      marks={
        offer ? (
          <>
            {offer.contractType ? <Chip size="small" label={t(`contractTypes.${offer.contractType}`)} /> : null}
            <Chip size="small" variant="outlined" label={formatAcademicYear(offer.academicYear)} />
            <Chip size="small" variant="outlined" label={t(`statuses.${offer.status}`)} />
            {isExpired(offer, localDay(new Date())) ? (
              <Chip size="small" color="warning" variant="outlined" label={t('editor.expired')} />
            ) : null}
            {isStartPast(offer, localDay(new Date())) ? (
              <Chip size="small" color="warning" variant="outlined" label={t('due.kinds.past-start')} />
            ) : null}
            <Box sx={{ flex: 1 }} />
            {isKiosk ? null : <OfferActionBar offer={{ ...offer, title }} onRemoved={onClose} />}
          </>
        ) : null
      }
    >
      {offer ? (
        <>
          {isKiosk ? null : (
            <>
              <KeptInstead offerId={offerId} />
              <OfferMatches
                key={offerId}
                offerId={offerId}
                onExplain={(isExplaining) => setExplained({ offerId, isExplaining })}
              />
              <OfferTransmissions offerId={offerId} />
            </>
          )}
          {isKiosk && isOpenToAnswer(offer) ? <HowToAnswer offerId={offerId} /> : null}
          <PanelSection title={t('offers.facts')}>
            <OfferFacts offer={offer} />
            {isKiosk ? null : <OriginSection kind="offers" id={offerId} />}
          </PanelSection>
          <PanelSection title={t('offers.sourceText')}>
            {offer.description === '' ? (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('offers.noSourceText')}
              </Typography>
            ) : (
              <OfferText key={offer.id} description={offer.description} />
            )}
            {offer.rawTitle !== offer.title ? (
              <Typography variant="caption" component="p" sx={{ mt: 1.5, color: 'text.secondary' }}>
                {t('offers.rawTitle', { title: offer.rawTitle })}
              </Typography>
            ) : null}
          </PanelSection>
        </>
      ) : (
        <Box aria-hidden>
          <PanelSkeleton />
        </Box>
      )}
    </SidePanel>
  );
}

function isOpenToAnswer({ status, ...offer }: Offer): boolean {
  return status !== 'filled' && status !== 'archived' && !isExpired({ status, ...offer }, localDay(new Date()));
}
