import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../shared/domain/academic-year';
import { endOfDay, localDay } from '../../../shared/util/local-day';
import { useAction } from '../../api/use-call';
import { useLook } from '../../api/use-look';
import { DayField } from '../../components/DayField';
import { ErrorAlert } from '../../components/ErrorState';
import { useSettled } from '../../components/use-settled';
import { useFormat } from '../../i18n/use-format';
import { UndoPreview } from './UndoPreview';

/** While somebody types a year, it is whole at 0002, 0020 and 0202 already. */
const settledMs = 500;

/** Takes back all imports after a day at once, once the person has seen what that does. */
export function GoBackButton() {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        {t('rereading.goBack')}
      </Button>
      {isAsking ? <GoBackDialog onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}

interface GoBackDialogProps {
  readonly onClose: () => void;
}

function GoBackDialog({ onClose }: GoBackDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const [day, setDay] = useState<IsoDate | null>(null);
  const goBack = useAction('imports', 'goBack');
  const at = day === null ? null : endOfDay(day).toISOString();
  const isSettled = useSettled(at, settledMs) === at;
  const look = useLook('previewGoBack', at !== null && isSettled ? { at } : null);
  const isLooking = at !== null && (look.isFetching || !isSettled);
  const counts = look.data;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId} variant="h2">
        {t('rereading.goBackTitle')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText variant="body2" sx={{ mb: 2.5 }}>
          {t('rereading.goBackLead')}
        </DialogContentText>
        <DayField label={t('rereading.day')} value={day} onChange={setDay} />
        <Box role="status" sx={{ mt: 2, minHeight: 96 }}>
          {isLooking ? (
            <>
              <Typography variant="body2" sx={{ mb: 0.5 }}>
                {t('rereading.looking')}
              </Typography>
              <LinearProgress aria-label={t('rereading.looking')} />
            </>
          ) : counts ? (
            <UndoPreview counts={counts} />
          ) : null}
          {(look.error ?? goBack.error) ? <ErrorAlert error={look.error ?? goBack.error} /> : null}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('rereading.cancel')}</Button>
        <Button
          variant="contained"
          disabled={at === null || !counts || counts.imports.length === 0 || isLooking}
          loading={goBack.isPending}
          onClick={() => goBack.mutate({ at: at ?? '' }, { onSuccess: onClose })}
        >
          {day === null ? t('rereading.goBackTitle') : t('rereading.confirm', { day: format.longDate(day) })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface WentBackProps {
  readonly undoneAt: string;
  readonly imports: number;
}

/** Says that imports were taken back together, with the way forward. */
export function WentBack({ undoneAt, imports }: WentBackProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const goForward = useAction('imports', 'goForward');
  const at = format.longDate(localDay(new Date(undoneAt)));
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ mt: 1.5 }}
      action={
        <Button
          color="inherit"
          size="small"
          loading={goForward.isPending}
          onClick={() => goForward.mutate({ undoneAt })}
        >
          {t('rereading.goForward')}
        </Button>
      }
    >
      {t('rereading.wentBack', { at, count: imports })}
    </Alert>
  );
}
