import CloudOffIcon from '@mui/icons-material/ErrorOutlined';
import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../i18n/error-text';
import { EmptyState } from './EmptyState';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** A place whose content could not be had: what happened, that nothing is lost, what to do. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const { what, todo, where } = errorText(t, error);
  const sentences = [where === '' ? '' : `${where}.`, t('errors.nothingLost'), todo];
  return (
    <Box role="alert">
      <EmptyState
        icon={<CloudOffIcon />}
        title={what}
        text={sentences.join(' ').trim()}
        action={
          onRetry ? (
            <Button variant="outlined" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          ) : null
        }
      />
    </Box>
  );
}

interface ErrorAlertProps {
  readonly error: unknown;
  readonly action?: ReactNode;
  /** False where something may have been changed before the failure. */
  readonly isHarmless?: boolean;
}

/** The same as a strip above what is still usable. */
export function ErrorAlert({ error, action, isHarmless = true }: ErrorAlertProps) {
  const { t } = useTranslation();
  const { what, todo, where } = errorText(t, error);
  return (
    <Alert severity="error" variant="outlined" action={action} sx={{ alignItems: 'flex-start' }}>
      <AlertTitle>{what}</AlertTitle>
      {where === '' ? null : <Typography variant="body2">{where}</Typography>}
      <Typography variant="body2">{isHarmless ? `${t('errors.nothingLost')} ${todo}` : todo}</Typography>
    </Alert>
  );
}
