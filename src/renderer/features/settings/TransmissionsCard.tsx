import { InputAdornment, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, settingsSchema, type Settings } from '../../../shared/contract/settings';
import { SettingRow, SettingsCard } from './SettingsCard';

const bounds = { min: 1, max: 90 } as const;

interface TransmissionsCardProps {
  readonly settings: Settings;
}

/** In which language managers are written to, who signs, and when a transmission without an answer asks for a reminder. */
export function TransmissionsCard({ settings }: TransmissionsCardProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState(String(settings.reminderAfterDays));
  const [office, setOffice] = useState(settings.officeName);
  const [language, setLanguage] = useState(settings.messageLanguage);
  const wanted = settingsSchema.shape.reminderAfterDays.safeParse(/^\s*\d{1,3}\s*$/.test(days) ? Number(days) : null);
  return (
    <SettingsCard
      title={t('settings.transmissions')}
      isChanged={
        !wanted.success ||
        wanted.data !== settings.reminderAfterDays ||
        office.trim() !== settings.officeName ||
        language !== settings.messageLanguage
      }
      change={
        wanted.success ? { reminderAfterDays: wanted.data, officeName: office.trim(), messageLanguage: language } : null
      }
    >
      <SettingRow label={t('settings.officeName')} hint={t('settings.officeNameHint')}>
        <TextField
          fullWidth
          value={office}
          onChange={(event) => setOffice(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': t('settings.officeName'), maxLength: 200 } }}
        />
      </SettingRow>
      <SettingRow label={t('settings.messageLanguage')} hint={t('settings.messageLanguageHint')}>
        <TextField
          select
          value={language}
          onChange={(event) => setLanguage(languages.find((each) => each === event.target.value) ?? 'fr')}
          sx={{ width: 220 }}
          slotProps={{ select: { 'aria-label': t('settings.messageLanguage') } }}
        >
          {languages.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`settings.languages.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </SettingRow>
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
