import CloseIcon from '@mui/icons-material/Close';
import { Alert, IconButton, Snackbar } from '@mui/material';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticesContext, type Notice } from './notices';

/** Long enough to read and reach the button with a keyboard; the timer waits while it is hovered or focused. */
const shownMs = 9_000;

interface NoticesProviderProps {
  readonly children: ReactNode;
}

/** Shows notices one after the other at the bottom, and reads them out to those who cannot see them. */
export function NoticesProvider({ children }: NoticesProviderProps) {
  const { t } = useTranslation();
  const [queue, setQueue] = useState<readonly (Notice & { readonly id: number })[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const notify = useCallback((notice: Notice) => {
    // A newer notice takes the place of one that is shown: the newest is what the person just did.
    setQueue((former) => [{ ...notice, id: (former[0]?.id ?? 0) + 1 }]);
    setIsOpen(true);
  }, []);
  const current = queue[0];
  return (
    <NoticesContext value={notify}>
      {children}
      <Snackbar
        key={current?.id ?? 0}
        open={isOpen && current !== undefined}
        autoHideDuration={current?.severity === 'error' ? null : shownMs}
        onClose={(_event, reason) => {
          if (reason !== 'clickaway') setIsOpen(false);
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <Alert
          severity={current?.severity ?? 'info'}
          variant="standard"
          role={current?.severity === 'error' ? 'alert' : 'status'}
          action={
            <>
              {current?.action}
              <IconButton size="small" color="inherit" aria-label={t('common.close')} onClick={() => setIsOpen(false)}>
                <CloseIcon fontSize="small" />
              </IconButton>
            </>
          }
          sx={{
            border: 1,
            borderColor: 'divider',
            boxShadow: 6,
            alignItems: 'center',
            maxWidth: 560,
            '& .MuiAlert-action': { pt: 0, alignItems: 'center', gap: 0.5 },
          }}
        >
          {current?.text}
        </Alert>
      </Snackbar>
    </NoticesContext>
  );
}
