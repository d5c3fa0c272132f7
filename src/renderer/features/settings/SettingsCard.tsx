import { Box, Button, Paper, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings';
import { useAction } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useNotify } from '../../components/notices';

interface SettingsCardProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What would be saved, or null while something entered cannot be. Left out where a choice counts at once. */
  readonly change?: Partial<Settings> | null;
  readonly isChanged?: boolean;
}

/** One group of settings, saved together by its button or by Enter. */
export function SettingsCard({ title, children, change, isChanged = false }: SettingsCardProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const update = useAction('settings', 'update');
  const headingId = useId();
  const save = (): void => {
    if (!change || !isChanged) return;
    update.mutate(change, { onSuccess: () => notify({ severity: 'success', text: t('settings.saved') }) });
  };
  return (
    <Paper
      variant="outlined"
      component="form"
      aria-labelledby={headingId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      sx={{ p: 2.5 }}
    >
      <Typography variant="h2" id={headingId} sx={{ mb: 2 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2.5 }}>{children}</Box>
      {update.error ? (
        <Box sx={{ mt: 2 }}>
          <ErrorAlert error={update.error} />
        </Box>
      ) : null}
      {change === undefined ? null : (
        <Button
          type="submit"
          variant="contained"
          disabled={!isChanged || change === null}
          loading={update.isPending}
          sx={{ mt: 2.5 }}
        >
          {t('settings.save')}
        </Button>
      )}
    </Paper>
  );
}

interface SettingRowProps {
  readonly label: string;
  readonly hint?: string;
  readonly labelId?: string;
  readonly children: ReactNode;
}

/** A setting with its name and explanation on the left. */
export function SettingRow({ label, hint, labelId, children }: SettingRowProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 3, alignItems: 'start' }}>
      <Box sx={{ pt: 0.75 }}>
        <Typography variant="body2" id={labelId} sx={{ fontWeight: 600 }}>
          {label}
        </Typography>
        {hint ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {hint}
          </Typography>
        ) : null}
      </Box>
      <Box>{children}</Box>
    </Box>
  );
}
