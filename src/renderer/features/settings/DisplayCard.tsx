import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes, type Settings } from '../../../shared/contract/settings';
import { useDisplaySwitch } from '../../components/use-display-switch';
import { SettingRow, SettingsCard } from './SettingsCard';

interface DisplayCardProps {
  readonly settings: Settings;
}

/** Language and theme; a choice counts at once. */
export function DisplayCard({ settings }: DisplayCardProps) {
  const { t } = useTranslation();
  const switchTo = useDisplaySwitch();
  return (
    <SettingsCard title={t('settings.display')}>
      <Choice
        label={t('settings.language')}
        value={settings.language}
        options={languages.map((language) => ({
          value: language,
          label: t(`settings.languages.${language}`),
          lang: language,
        }))}
        onChange={(language) => switchTo({ language })}
      />
      <Choice
        label={t('settings.theme')}
        value={settings.theme}
        options={themes.map((theme) => ({ value: theme, label: t(`settings.themes.${theme}`) }))}
        onChange={(theme) => switchTo({ theme })}
      />
    </SettingsCard>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const labelId = useId();
  return (
    <SettingRow label={label} labelId={labelId}>
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        aria-labelledby={labelId}
        value={value}
        onChange={(_event, chosen: Value | null) => {
          if (chosen) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </SettingRow>
  );
}
