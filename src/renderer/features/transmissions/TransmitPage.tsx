import { Alert, Box, Button, Skeleton } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formationIdSchema, offerIdSchema, type FormationId, type OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { OpenRemarks } from './OpenRemarks';
import { TransmitPlan } from './TransmitPlan';

/** Transmitting one offer: to which formations, with what message. */
export function TransmitPage() {
  const { t } = useTranslation();
  const parsed = offerIdSchema.safeParse(Number(useParams()['offerId']));
  // An address that names no offer is told like one whose offer is gone.
  return parsed.success ? (
    <Plan key={parsed.data} offerId={parsed.data} />
  ) : (
    <Box sx={{ p: 3 }}>
      <Alert severity="warning">{t('errors.codes.not-found.what')}</Alert>
    </Box>
  );
}

interface PlanProps {
  readonly offerId: OfferId;
}

function Plan({ offerId }: PlanProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<readonly FormationId[]>([]);
  const { data, error, refetch } = useCall(
    'transmissions',
    'plan',
    { offerId, formationIds: [...added] },
    { keepPrevious: true },
  );
  return (
    <Box sx={{ maxWidth: 1480, mx: 'auto', px: 3, pt: 2, pb: 4, display: 'grid', gap: 2 }}>
      <PageHeader
        title={data ? t('transmissions.planOf', { title: data.title }) : t('transmissions.planTitle')}
        actions={
          <Button variant="outlined" component={Link} to={`/offers?open=${offerId}`}>
            {t('transmissions.backToOffer')}
          </Button>
        }
      />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={420} /> : null}
      {data ? <OpenRemarks offerId={offerId} /> : null}
      {data ? <TransmitPlan plan={data} onAdd={({ id }) => setAdded([...added, formationIdSchema.parse(id)])} /> : null}
    </Box>
  );
}
