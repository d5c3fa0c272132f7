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
  const { what, todo, where, incident } = errorText(t, error);
  const sentences = [...where, t('common.nothingLost'), todo];
  if (incident !== null) sentences.push(`${t('common.incident', { incident })}.`);
  return (
    <Box role="alert">
      <EmptyState
        icon={<CloudOffIcon />}
        title={what}
        text={sentences.map(withFullStop).join(' ')}
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

function withFullStop(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
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
  const { what, todo, where, incident } = errorText(t, error);
  return (
    <Alert severity="error" variant="outlined" action={action} sx={{ alignItems: 'flex-start' }}>
      <AlertTitle>{what}</AlertTitle>
      {where.length > 0 ? <Typography variant="body2">{where.join(' · ')}</Typography> : null}
      <Typography variant="body2">
        {isHarmless ? `${t('common.nothingLost')} ${todo}` : todo}
        {incident === null ? '' : ` (${t('common.incident', { incident })})`}
      </Typography>
    </Alert>
  );
}
