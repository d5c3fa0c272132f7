import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportId } from '../../shared/domain/ids';
import { useCall } from '../api/use-call';

interface OfferDuplicatesLinkProps {
  /** Counts those with an offer of this import; null counts all. */
  readonly importId: ImportId | null;
}

/** How many offers may have come twice, and where that is settled; nothing where there are none. */
export function OfferDuplicatesLink({ importId }: OfferDuplicatesLinkProps) {
  const { t } = useTranslation();
  const count = useCall('offerDuplicates', 'page', { importId, page: 0, pageSize: 1 }).data?.total ?? 0;
  if (count === 0) return null;
  return (
    <Button
      variant="outlined"
      color="warning"
      size="small"
      component={Link}
      to={importId === null ? '/offers/duplicates' : `/offers/duplicates?importId=${importId}`}
      sx={{ justifySelf: 'start', alignSelf: 'start' }}
    >
      {t('offerDuplicates.link', { count })}
    </Button>
  );
}
