import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings';
import { maxPersonLength } from '../../../shared/domain/decision';
import { SettingRow, SettingsCard } from './SettingsCard';

interface PersonCardProps {
  readonly settings: Settings;
}

/** Who works on this computer, by whom decisions are signed. */
export function PersonCard({ settings }: PersonCardProps) {
  const { t } = useTranslation();
  const former = settings.personName ?? '';
  const [name, setName] = useState(former);
  return (
    <SettingsCard title={t('settings.person')} change={{ personName: name.trim() }} isChanged={name.trim() !== former}>
      <SettingRow label={t('settings.personName')} hint={t('settings.personNameHint')}>
        <TextField
          fullWidth
          value={name}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': t('settings.personName'), maxLength: maxPersonLength } }}
        />
      </SettingRow>
    </SettingsCard>
  );
}
