import { Alert, Box, Button, Paper, Skeleton, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../shared/contract/backups';
import { AppError, type WireError } from '../../../shared/domain/app-error';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { useNotify } from '../../components/notices';
import { useFormat } from '../../i18n/use-format';
import { BackupTable } from './BackupTable';
import { backupDate } from './backup-date';
import { SettingRow } from './SettingsCard';

/** Where backups lie, which there are, and how to make or restore one. */
export function BackupCard() {
  const { t } = useTranslation();
  const headingId = useId();
  const { data: state, error, refetch } = useCall('backups', 'state', {});
  return (
    <Paper variant="outlined" component="section" aria-labelledby={headingId} sx={{ p: 2.5 }}>
      <Typography variant="h2" id={headingId} sx={{ mb: 1 }}>
        {t('backups.title')}
      </Typography>
      {error && !state ? (
        <ErrorAlert
          error={error}
          action={
            <Button color="inherit" size="small" onClick={() => void refetch()}>
              {t('common.retry')}
            </Button>
          }
        />
      ) : null}
      {!state && !error ? <Skeleton variant="rounded" height={180} /> : null}
      {state ? <Backups state={state} /> : null}
    </Paper>
  );
}

interface BackupsProps {
  readonly state: BackupState;
}

function Backups({ state }: BackupsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const start = useAction('backups', 'start');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('backups.intro')}
      </Typography>
      <RestoreNotices state={state} />
      {state.failure ? (
        <Failed
          title={t('backups.failed', { date: format.dateTime(state.failure.since) })}
          failure={state.failure.failure}
        />
      ) : null}
      <Facts
        facts={[
          {
            label: t('backups.last'),
            value: state.lastAt === null ? t('backups.none') : format.dateTime(state.lastAt),
          },
          { label: t('backups.folder'), value: <code>{state.folder}</code> },
        ]}
      />
      <FolderRow key={state.chosenFolder} chosenFolder={state.chosenFolder} />
      {start.error ? <ErrorAlert error={start.error} /> : null}
      <Box>
        <Button variant="contained" loading={start.isPending} onClick={() => start.mutate({})}>
          {t('backups.make')}
        </Button>
      </Box>
      {state.rows.length > 0 ? <BackupTable state={state} /> : null}
    </Box>
  );
}

interface FailedProps {
  readonly title: string;
  readonly failure: WireError;
}

/** What was not done, and why. */
function Failed({ title, failure }: FailedProps) {
  return (
    <Box>
      <Typography variant="body2" sx={{ mb: 0.5, fontWeight: 600 }}>
        {title}
      </Typography>
      <ErrorAlert error={AppError.fromWire(failure)} />
    </Box>
  );
}

/** What a restore has done or will do. */
function RestoreNotices({ state: { restore, requested } }: BackupsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useAction('backups', 'cancelRestore');
  const restart = useAction('host', 'restart');
  const canRestart = useCall('host', 'info', {}).data?.canRestart ?? false;
  const restoredOf = restore && (backupDate(restore.name, format) ?? restore.name);
  const outcome = restore ? t(`backups.outcomes.${restore.state}`, { date: restoredOf }) : '';
  const requestedOn = requested === null ? null : backupDate(requested, format);
  return (
    <>
      {restore?.failure ? <Failed title={outcome} failure={restore.failure} /> : null}
      {restore?.state === 'restored' ? (
        <Alert severity="success" variant="outlined">
          {outcome}
        </Alert>
      ) : null}
      {requested === null ? null : (
        <Alert severity="info" variant="outlined">
          {requestedOn === null ? t('backups.requestedOther') : t('backups.requested', { date: requestedOn })}{' '}
          {t(canRestart ? 'backups.closeAndOpen' : 'backups.stopAndStart')}
          <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
            {canRestart ? (
              <Button color="inherit" size="small" loading={restart.isPending} onClick={() => restart.mutate({})}>
                {t('backups.restartNow')}
              </Button>
            ) : null}
            <Button color="inherit" size="small" loading={cancel.isPending} onClick={() => cancel.mutate({})}>
              {t('backups.cancel')}
            </Button>
          </Box>
        </Alert>
      )}
      {cancel.error ? <ErrorAlert error={cancel.error} /> : null}
    </>
  );
}

interface FolderRowProps {
  readonly chosenFolder: string | null;
}

function FolderRow({ chosenFolder }: FolderRowProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [folder, setFolder] = useState(chosenFolder ?? '');
  const save = useAction('backups', 'setFolder');
  const wanted = folder.trim() === '' ? null : folder.trim();
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === chosenFolder) return;
        const onSuccess = (): void => notify({ severity: 'success', text: t('backups.folderSaved') });
        save.mutate({ folder: wanted }, { onSuccess });
      }}
    >
      <SettingRow label={t('backups.folder')} hint={t('backups.folderHint')}>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <TextField
            fullWidth
            value={folder}
            placeholder={t('backups.folderPlaceholder')}
            onChange={(event) => setFolder(event.target.value)}
            slotProps={{ htmlInput: { 'aria-label': t('backups.folder'), maxLength: 1_000, spellCheck: false } }}
          />
          <Button type="submit" disabled={wanted === chosenFolder} loading={save.isPending} sx={{ flexShrink: 0 }}>
            {t('backups.saveFolder')}
          </Button>
        </Box>
        {save.error ? (
          <Box sx={{ mt: 1 }}>
            <ErrorAlert error={save.error} />
          </Box>
        ) : null}
      </SettingRow>
    </Box>
  );
}
