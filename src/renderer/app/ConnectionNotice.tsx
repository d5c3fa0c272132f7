import { Alert } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../api/use-changes';

interface ConnectionNoticeProps {
  readonly connection: Connection;
}

/** Says that the program no longer answers, for as long as it does not. */
export function ConnectionNotice({ connection }: ConnectionNoticeProps) {
  const { t } = useTranslation();
  if (connection !== 'lost') return null;
  return (
    <Alert severity="warning" variant="filled" square role="alert">
      {t('app.connectionLost')}
    </Alert>
  );
}
