import { Box, Button, Paper, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';

/** On a first visit, the choice to encrypt what will be there: what it protects, and what it costs. Off unless chosen. */
export function EncryptionOffer() {
  const { t } = useTranslation();
  const { data: state } = useCall('encryption', 'state', {});
  if (!state || state.isEncrypted) return null;
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('encryption.title')}
      sx={{ mt: 2, p: 3, display: 'flex', gap: 3, alignItems: 'center', flexWrap: { xs: 'wrap', md: 'nowrap' } }}
    >
      <Box sx={{ flex: 1, minWidth: 280 }}>
        <Typography variant="h2" sx={{ mb: 0.75 }}>
          {t('encryption.welcome')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {state.pending === 'encrypt'
            ? t('encryption.pending.encrypt')
            : `${t('encryption.protects')} ${t('encryption.costs')}`}
        </Typography>
      </Box>
      <Button variant="outlined" component={Link} to="/settings/encryption" sx={{ flexShrink: 0 }}>
        {state.pending === 'encrypt' ? t('encryption.manage') : t('encryption.decide')}
      </Button>
    </Paper>
  );
}
