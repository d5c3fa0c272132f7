import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from './ErrorState';

interface CardErrorProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What a card of a page could not be filled with: what happened, and another try. */
export function CardError({ error, onRetry }: CardErrorProps) {
  const { t } = useTranslation();
  return (
    <ErrorAlert
      error={error}
      action={
        <Button color="inherit" size="small" onClick={onRetry} sx={{ whiteSpace: 'nowrap' }}>
          {t('common.retry')}
        </Button>
      }
    />
  );
}
