import { Box, Link as TextLink } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';

interface InBinProps {
  readonly offerId: OfferId;
}

/** Below what could not be found: that it was deleted a while ago, and where it comes back from. */
export function InBin({ offerId }: InBinProps) {
  const { t } = useTranslation();
  const deleted = useCall('offers', 'deleted', {}).data ?? [];
  if (!deleted.some((offer) => offer.offerId === offerId)) return null;
  return (
    <Box sx={{ textAlign: 'center' }}>
      <TextLink component={Link} to="/offers/deleted" variant="body2">
        {t('bin.isThere')}
      </TextLink>
    </Box>
  );
}
