import { Alert } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call';

/** Says what does not go on of itself in safe mode, for as long as it lasts. */
export function SafeModeNotice() {
  const { t } = useTranslation();
  const { data } = useCall('host', 'info', {});
  if (!data?.notices.includes('safe-mode')) return null;
  return (
    <Alert severity="info" square sx={{ '@media print': { display: 'none' } }}>
      {t('app.safeMode')}
    </Alert>
  );
}
