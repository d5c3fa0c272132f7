import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings';
import { contactAccesses } from '../../../shared/domain/company';
import { SettingRow, SettingsCard } from './SettingsCard';

interface StudentsCardProps {
  readonly settings: Settings;
}

/** What students are told of companies that offered what they look for. */
export function StudentsCard({ settings }: StudentsCardProps) {
  const { t } = useTranslation();
  const [access, setAccess] = useState(settings.contactAccess);
  return (
    <SettingsCard
      title={t('settings.students')}
      isChanged={access !== settings.contactAccess}
      change={{ contactAccess: access }}
    >
      <SettingRow label={t('settings.contactAccess')} hint={t('settings.contactAccessHint')}>
        <TextField
          select
          value={access}
          onChange={(event) => setAccess(contactAccesses.find((each) => each === event.target.value) ?? 'none')}
          sx={{ width: 320 }}
          slotProps={{ select: { 'aria-label': t('settings.contactAccess') } }}
        >
          {contactAccesses.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`settings.contactAccesses.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </SettingRow>
    </SettingsCard>
  );
}
