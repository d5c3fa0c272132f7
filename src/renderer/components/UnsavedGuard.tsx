import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, type BlockerFunction } from 'react-router';

interface UnsavedGuardProps {
  /** Whether something was written that going elsewhere would lose. */
  readonly holds: BlockerFunction;
}

/** Asks before another address is shown, where that loses what was written. */
export function UnsavedGuard({ holds }: UnsavedGuardProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const textId = useId();
  const blocker = useBlocker(holds);
  if (blocker.state !== 'blocked') return null;
  const stay = (): void => blocker.reset();
  return (
    <Dialog open onClose={stay} maxWidth="xs" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <DialogTitle id={titleId} variant="h2">
        {t('common.unsavedTitle')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id={textId} variant="body2" sx={{ color: 'text.primary' }}>
          {t('common.unsavedText')}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="error" onClick={() => blocker.proceed()}>
          {t('common.discard')}
        </Button>
        <Button variant="contained" onClick={stay} autoFocus>
          {t('common.goOnWriting')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
