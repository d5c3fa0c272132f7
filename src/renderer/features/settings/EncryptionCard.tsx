import { Box, Button, Paper, Skeleton, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keyNumber } from '../../../shared/domain/key-number';
import { useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';

/** Whether the data are encrypted; its own page has the rest. */
export function EncryptionCard() {
  const { t } = useTranslation();
  const headingId = useId();
  const { data: state, error } = useCall('encryption', 'state', {});
  const openers = [...(state?.opensBy ?? []), 'recovery' as const].map((opener) => t(`encryption.openers.${opener}`));
  return (
    <Paper variant="outlined" component="section" aria-labelledby={headingId} sx={{ p: 2.5 }}>
      <Typography variant="h2" id={headingId} sx={{ mb: 1 }}>
        {t('encryption.title')}
      </Typography>
      {error && !state ? <ErrorAlert error={error} /> : null}
      {!state && !error ? <Skeleton variant="rounded" height={72} /> : null}
      {state ? (
        <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {state.isEncrypted
              ? t('encryption.on', {
                  ...{ cipher: state.cipher, openers: openers.join(' · ') },
                  number: keyNumber(state.keyId ?? ''),
                })
              : `${t('encryption.off')} ${t('encryption.protects')}`}
          </Typography>
          {state.pending === null ? null : (
            <Typography variant="body2">{t(`encryption.pending.${state.pending}`)}</Typography>
          )}
          <Button component={Link} to="/settings/encryption" variant="outlined">
            {state.isEncrypted || state.pending !== null ? t('encryption.manage') : t('encryption.decide')}
          </Button>
        </Box>
      ) : null}
    </Paper>
  );
}
