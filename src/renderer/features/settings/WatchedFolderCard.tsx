import { Box, Button, Paper, Skeleton, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useNotify } from '../../components/notices';
import { SettingRow } from './SettingsCard';

/** Which folder is watched for files to import; none unless somebody names one. */
export function WatchedFolderCard() {
  const { t } = useTranslation();
  const headingId = useId();
  const { data: state, error } = useCall('watchedFolder', 'state', {});
  return (
    <Paper variant="outlined" component="section" aria-labelledby={headingId} sx={{ p: 2.5 }}>
      <Typography variant="h2" id={headingId} sx={{ mb: 1 }}>
        {t('watchedFolder.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('watchedFolder.intro')}
      </Typography>
      {error && !state ? <ErrorAlert error={error} /> : null}
      {!state && !error ? <Skeleton variant="rounded" height={56} /> : null}
      {state ? <FolderForm key={state.folder} known={state.folder} /> : null}
    </Paper>
  );
}

interface FolderFormProps {
  readonly known: string | null;
}

function FolderForm({ known }: FolderFormProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [folder, setFolder] = useState(known ?? '');
  const save = useAction('watchedFolder', 'set');
  const wanted = folder.trim() === '' ? null : folder.trim();
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === known) return;
        const text = t(wanted === null ? 'watchedFolder.stopped' : 'watchedFolder.watching');
        save.mutate({ folder: wanted }, { onSuccess: () => notify({ severity: 'success', text }) });
      }}
    >
      <SettingRow label={t('watchedFolder.folder')} hint={t('watchedFolder.folderHint')}>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <TextField
            fullWidth
            value={folder}
            placeholder={t('watchedFolder.folderPlaceholder')}
            onChange={(event) => setFolder(event.target.value)}
            slotProps={{ htmlInput: { 'aria-label': t('watchedFolder.title'), maxLength: 1_000, spellCheck: false } }}
          />
          <Button type="submit" disabled={wanted === known} loading={save.isPending} sx={{ flexShrink: 0 }}>
            {t('watchedFolder.save')}
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
