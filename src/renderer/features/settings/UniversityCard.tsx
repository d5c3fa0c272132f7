import { Box, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings';
import { useFormat } from '../../i18n/use-format';
import { SettingRow, SettingsCard } from './SettingsCard';

const months = Array.from({ length: 12 }, (_, index) => index + 1);
// Up to the 28th, so that the day exists in every month of every year.
const days = Array.from({ length: 28 }, (_, index) => index + 1);

interface UniversityCardProps {
  readonly settings: Settings;
}

/** Whose data this is, and when its year begins. */
export function UniversityCard({ settings }: UniversityCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [name, setName] = useState(settings.universityName);
  const [start, setStart] = useState(settings.academicYearStart);
  const former = settings.academicYearStart;
  const isChanged = name.trim() !== settings.universityName || start.day !== former.day || start.month !== former.month;
  return (
    <SettingsCard
      title={t('settings.university')}
      change={{ universityName: name.trim(), academicYearStart: start }}
      isChanged={isChanged}
    >
      <SettingRow label={t('settings.universityName')} hint={t('settings.universityNameHint')}>
        <TextField
          fullWidth
          value={name}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': t('settings.universityName'), maxLength: 200 } }}
        />
      </SettingRow>
      <SettingRow label={t('settings.academicYearStart')} hint={t('settings.academicYearStartHint')}>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <TextField
            select
            label={t('settings.day')}
            value={start.day}
            onChange={(event) => setStart({ ...start, day: Number(event.target.value) })}
            sx={{ width: 88 }}
          >
            {days.map((day) => (
              <MenuItem key={day} value={day}>
                {day}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={t('settings.month')}
            value={start.month}
            onChange={(event) => setStart({ ...start, month: Number(event.target.value) })}
            sx={{ width: 150 }}
          >
            {months.map((month) => (
              <MenuItem key={month} value={month}>
                {format.monthName(month)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
      </SettingRow>
    </SettingsCard>
  );
}
