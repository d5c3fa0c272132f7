import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Skeleton,
} from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/backups';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { useFormat } from '../../i18n/use-format';
import { UnlockBackup } from './UnlockBackup';

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** Tells what a restore would take away, before it is asked for. */
export function RestoreDialog({ backup: { name, at, isFormer }, onClose }: RestoreDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const comparison = useCall('backups', 'compare', { name });
  const restore = useAction('backups', 'restore');
  const restart = useAction('host', 'restart');
  const canRestart = useCall('host', 'info', {}).data?.canRestart ?? false;
  const { data } = comparison;
  const reason = comparison.error?.reason;
  // A key file that was missing may have been put back.
  const isLocked = reason === 'key-needed' || reason === 'key-file-missing';
  const lossOf = (isOther: boolean) => (isOther ? (isFormer ? 'formerLost' : 'allLost') : 'lost');
  const profiles = data?.lost.find(({ kind }) => kind === 'candidate');
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('backups.restoreTitle', { date: format.dateTime(at) })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        {restore.error ? <ErrorAlert error={restore.error} /> : null}
        {restart.error ? <ErrorAlert error={restart.error} /> : null}
        {comparison.error ? <ErrorAlert error={comparison.error} /> : null}
        {isLocked ? <UnlockBackup name={name} keyId={comparison.error?.details['keyId']} /> : null}
        {!data && !comparison.error ? <Skeleton variant="rounded" height={120} /> : null}
        {data ? (
          <>
            <DialogContentText>
              {data.lost.length === 0 ? t('backups.nothingLost') : t(`backups.${lossOf(data.isOther)}`)}
            </DialogContentText>
            <Facts
              facts={data.lost.map(({ kind, count }) => ({
                label: t(`backups.kinds.${kind}`),
                value: format.number(count),
              }))}
            />
            {profiles ? (
              <Alert severity="warning" variant="outlined">
                {t('backups.profilesLost', { count: profiles.count })}
              </Alert>
            ) : null}
            <DialogContentText>{t('backups.reversible')}</DialogContentText>
          </>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          variant={canRestart ? 'outlined' : 'contained'}
          disabled={!data}
          loading={restore.isPending}
          onClick={() => restore.mutate({ name }, { onSuccess: onClose })}
        >
          {t('backups.restoreThis')}
        </Button>
        {canRestart ? (
          <Button
            variant="contained"
            disabled={!data || restore.isPending}
            loading={restart.isPending}
            onClick={() => restore.mutate({ name }, { onSuccess: () => restart.mutate({}) })}
          >
            {t('backups.restoreAndRestart')}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}
