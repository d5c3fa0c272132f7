import ErrorOutlineIcon from '@mui/icons-material/ErrorOutlined';
import { Box, Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState';

/** Stands in for a page that failed to draw itself. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <Box sx={{ height: '100%', display: 'grid', placeItems: 'center' }} role="alert">
      <EmptyState
        icon={<ErrorOutlineIcon />}
        title={t('app.crashTitle')}
        text={t('app.crashText')}
        action={
          <Button variant="contained" onClick={() => window.location.reload()}>
            {t('app.reload')}
          </Button>
        }
      />
    </Box>
  );
}
