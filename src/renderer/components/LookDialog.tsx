import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from './ErrorState';

interface LookDialogProps {
  readonly title: string;
  /** What is found out before anybody says yes. */
  readonly look: { readonly isFetching: boolean; readonly error: Error | null };
  /** What it found, once it is over. */
  readonly found: ReactNode;
  /** What holds whatever it finds. */
  readonly note?: ReactNode;
  /** Room for what will be found, in pixels, so that the buttons stay where they are. */
  readonly minHeight: number;
  readonly keepLabel: string;
  readonly confirmLabel: string;
  /** False while there is nothing to say yes to. */
  readonly canConfirm: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks whether something is to be done, and says what it is going to do, found out by trying it. */
export function LookDialog(props: LookDialogProps) {
  const { title, look, found, note, minHeight, keepLabel, confirmLabel, canConfirm, onClose, onConfirm } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const textId = useId();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <DialogTitle id={titleId} variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </DialogTitle>
      <DialogContent id={textId}>
        <Box role="status" sx={{ minHeight }}>
          {look.isFetching ? (
            <>
              <Typography variant="body2" sx={{ mb: 0.5 }}>
                {t('rereading.looking')}
              </Typography>
              <LinearProgress aria-label={t('rereading.looking')} />
            </>
          ) : (
            found
          )}
          {look.error ? <ErrorAlert error={look.error} /> : null}
        </Box>
        {note}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} autoFocus>
          {keepLabel}
        </Button>
        <Button variant="contained" disabled={!canConfirm || look.isFetching} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
