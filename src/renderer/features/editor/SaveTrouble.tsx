import { Alert, AlertTitle, Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../components/ErrorState';
import type { SaveState } from './use-autosave';

interface SaveTroubleProps {
  readonly state: SaveState;
  readonly onCopy: () => void;
  readonly onReload: () => void;
  readonly onRetry: () => void;
}

/** What keeps the form from being saved, and the ways out; the text itself stays where it is. */
export function SaveTrouble({ state, onCopy, onReload, onRetry }: SaveTroubleProps) {
  const { t } = useTranslation();
  if (state.kind === 'failed') {
    return (
      <ErrorAlert
        error={state.error}
        action={
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  }
  if (state.kind !== 'conflict' && state.kind !== 'gone') return null;
  const isConflict = state.kind === 'conflict';
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="alert"
      action={
        <>
          <Button color="inherit" size="small" onClick={onCopy}>
            {t('editor.saveCopy')}
          </Button>
          {isConflict ? (
            <Button color="inherit" size="small" onClick={onReload}>
              {t('editor.loadOther')}
            </Button>
          ) : null}
        </>
      }
    >
      <AlertTitle>{t(isConflict ? 'editor.conflictTitle' : 'editor.goneTitle')}</AlertTitle>
      {t(isConflict ? 'editor.conflictText' : 'editor.goneText')}
    </Alert>
  );
}
