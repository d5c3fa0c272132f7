import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, type BlockerFunction } from 'react-router';

interface LeaveGuardProps {
  /** Saves what is not saved yet; throws what saving throws. */
  readonly flush: () => Promise<unknown>;
  /** Whether something was written that is not stored. */
  readonly isUnsaved: () => boolean;
  /** What is not stored is given up. */
  readonly forget: () => void;
  /** Another way to keep what is written, for when somebody else's version stands in the way; throws likewise. */
  readonly rescue: { readonly label: string; readonly save: () => Promise<unknown> } | null;
}

/** Saves before another page is shown; where that fails, a person says what becomes of the text. */
export function LeaveGuard({ flush, isUnsaved, forget, rescue }: LeaveGuardProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const textId = useId();
  /** The way out before which saving failed; each has a key of its own. */
  const [failedBefore, setFailedBefore] = useState<string | null>(null);
  const holds = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isUnsaved(),
    [isUnsaved],
  );
  const blocker = useBlocker(holds);
  const hasFailed = blocker.state === 'blocked' && blocker.location.key === failedBefore;
  useEffect(() => {
    if (blocker.state !== 'blocked' || hasFailed) return;
    let isWaiting = true;
    flush().then(
      () => {
        if (isWaiting) blocker.proceed();
      },
      () => {
        if (isWaiting) setFailedBefore(blocker.location.key);
      },
    );
    return () => {
      isWaiting = false;
    };
  }, [blocker, flush, hasFailed]);

  if (!hasFailed) return null;
  const stay = (): void => blocker.reset();
  const leave = (): void => blocker.proceed();
  // What goes wrong again is said by the page; the dialog stays with its choice.
  const saveFirst = async (save: () => Promise<unknown>): Promise<void> => {
    await save().then(leave, () => undefined);
  };
  return (
    <Dialog open onClose={stay} maxWidth="sm" aria-labelledby={titleId} aria-describedby={textId}>
      <DialogTitle id={titleId} variant="h2">
        {t('editor.leaveTitle')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id={textId} variant="body2" sx={{ color: 'text.primary' }}>
          {t('editor.leaveText')}
        </DialogContentText>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap' }}>
        <Button
          color="error"
          onClick={() => {
            forget();
            leave();
          }}
        >
          {t('editor.leaveAnyway')}
        </Button>
        <Button onClick={() => void saveFirst(rescue?.save ?? flush)}>{rescue?.label ?? t('editor.leaveRetry')}</Button>
        <Button variant="contained" onClick={stay} autoFocus>
          {t('editor.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
