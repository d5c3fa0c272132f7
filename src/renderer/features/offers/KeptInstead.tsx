import { Alert, Link as TextLink } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';

interface KeptInsteadProps {
  readonly offerId: OfferId;
}

/** On an offer that is a duplicate: the one that stays in its place. */
export function KeptInstead({ offerId }: KeptInsteadProps) {
  const { t } = useTranslation();
  const kept = useCall('offerDuplicates', 'keptFor', { offerId }).data;
  if (!kept) return null;
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
      {t('offerDuplicates.keptFor')}{' '}
      <TextLink component={Link} to={`/offers?open=${kept.id}`}>
        {kept.title}
      </TextLink>
    </Alert>
  );
}
