import { Alert, Box, Button, Skeleton } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { EncryptionState } from '../../../shared/contract/encryption';
import { AppError } from '../../../shared/domain/app-error';
import { keyNumber } from '../../../shared/domain/key-number';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert, ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { BeginEncryption } from './BeginEncryption';
import { ManageEncryption } from './ManageEncryption';

/** Whether the data of this PC are encrypted, and what opens them. */
export function EncryptionPage() {
  const { t } = useTranslation();
  const { data: state, error, refetch } = useCall('encryption', 'state', {});
  return (
    <Box sx={{ maxWidth: 860, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader title={t('encryption.title')} />
      {error && !state ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!state && !error ? <Skeleton variant="rounded" height={320} sx={{ mt: 1.5 }} /> : null}
      {state ? (
        <Box sx={{ display: 'grid', gap: 2, mt: 1.5 }}>
          <Notices state={state} />
          {!state.isEncrypted && state.pending === null ? <BeginEncryption hasSystem={state.hasSystem} /> : null}
          {state.isEncrypted ? <ManageEncryption state={state} /> : null}
        </Box>
      ) : null}
    </Box>
  );
}

/** How it stands, and what waits for the next start. */
function Notices({ state }: { readonly state: EncryptionState }) {
  const { t } = useTranslation();
  const cancel = useAction('encryption', 'cancel');
  const { isEncrypted, keyId, cipher, opensBy, pending, failure, hasKeyFile } = state;
  const openers = [...opensBy, 'recovery' as const].map((opener) => t(`encryption.openers.${opener}`)).join(' · ');
  return (
    <Box sx={{ display: 'grid', gap: 1, '@media print': { display: 'none' } }}>
      {isEncrypted ? (
        <Alert severity="success" variant="outlined">
          {t('encryption.on', { cipher, openers, number: keyNumber(keyId ?? '') })}
        </Alert>
      ) : null}
      {isEncrypted && !hasKeyFile ? (
        <Alert severity="warning" variant="outlined">
          {t('encryption.noKeyFile')}
        </Alert>
      ) : null}
      {pending === null ? null : (
        <Alert
          severity="info"
          variant="outlined"
          action={
            <Button
              color="inherit"
              size="small"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({})}
              sx={{ whiteSpace: 'nowrap' }}
            >
              {t(`encryption.cancel.${pending}`)}
            </Button>
          }
        >
          {t(`encryption.pending.${pending}`)}
        </Alert>
      )}
      {failure && pending !== null ? (
        <>
          <Alert severity="warning" variant="outlined">
            {t('encryption.failed')}
          </Alert>
          <ErrorAlert error={AppError.fromWire(failure)} />
        </>
      ) : null}
      {cancel.error ? <ErrorAlert error={cancel.error} /> : null}
    </Box>
  );
}
