import { InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsSchema, type Settings } from '../../../shared/contract/settings';
import { SettingRow, SettingsCard } from './SettingsCard';

const bounds = { min: 1, max: 90 } as const;

interface TransmissionsCardProps {
  readonly settings: Settings;
}

/** After how many days without an answer a transmission asks for a reminder. */
export function TransmissionsCard({ settings }: TransmissionsCardProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState(String(settings.reminderAfterDays));
  const wanted = settingsSchema.shape.reminderAfterDays.safeParse(/^\s*\d{1,3}\s*$/.test(days) ? Number(days) : null);
  return (
    <SettingsCard
      title={t('settings.transmissions')}
      isChanged={!wanted.success || wanted.data !== settings.reminderAfterDays}
      change={wanted.success ? { reminderAfterDays: wanted.data } : null}
    >
      <SettingRow label={t('settings.reminderAfterDays')} hint={t('settings.reminderAfterDaysHint')}>
        <TextField
          value={days}
          onChange={(event) => setDays(event.target.value)}
          error={!wanted.success}
          helperText={wanted.success ? undefined : t('settings.invalidNumber', bounds)}
          sx={{ width: 220 }}
          slotProps={{
            htmlInput: { 'aria-label': t('settings.reminderAfterDays'), inputMode: 'numeric' },
            input: { endAdornment: <InputAdornment position="end">{t('settings.days')}</InputAdornment> },
          }}
        />
      </SettingRow>
    </SettingsCard>
  );
}
