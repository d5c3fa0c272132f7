import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../api/use-call';
import { errorText } from '../i18n/error-text';

interface LeaveKioskProps {
  readonly onClose: () => void;
}

/** Asks for the code that gives the PC back to the office. */
export function LeaveKiosk({ onClose }: LeaveKioskProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const leave = useAction('kiosk', 'leave');
  const [code, setCode] = useState('');
  const problem = leave.error ? errorText(t, leave.error) : null;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          leave.mutate({ code });
        }}
      >
        <DialogTitle id={titleId}>{t('kiosk.leave')}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            fullWidth
            type="password"
            label={t('kiosk.code')}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            error={problem !== null}
            helperText={problem ? `${problem.what} ${problem.todo}` : ' '}
            sx={{ mt: 1 }}
            slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 100 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={code === ''} loading={leave.isPending}>
            {t('kiosk.giveBack')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
