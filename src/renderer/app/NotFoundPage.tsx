import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Box, Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { usePageTitle } from '../components/use-page-title';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('app.notFoundTitle'));
  return (
    <Box sx={{ height: '100%', display: 'grid', placeItems: 'center' }}>
      <EmptyState
        heading="h1"
        icon={<SearchOffIcon />}
        title={t('app.notFoundTitle')}
        text={t('app.notFoundText')}
        action={
          <Button variant="contained" component={Link} to="/">
            {t('app.goHome')}
          </Button>
        }
      />
    </Box>
  );
}
