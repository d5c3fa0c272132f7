import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes, type Settings } from '../../../shared/contract/settings';
import { useAction } from '../../api/use-call';
import { SettingRow, SettingsCard } from './SettingsCard';

interface DisplayCardProps {
  readonly settings: Settings;
}

/** Language and theme; a choice counts at once. */
export function DisplayCard({ settings }: DisplayCardProps) {
  const { t } = useTranslation();
  const update = useAction('settings', 'update');
  const languageId = useId();
  const themeId = useId();
  return (
    <SettingsCard title={t('settings.display')}>
      <SettingRow label={t('settings.language')} labelId={languageId}>
        <ToggleButtonGroup
          exclusive
          size="small"
          color="primary"
          aria-labelledby={languageId}
          value={settings.language}
          onChange={(_event, language: Settings['language'] | null) => {
            if (language) update.mutate({ language });
          }}
        >
          {languages.map((language) => (
            <ToggleButton key={language} value={language} lang={language}>
              {t(`settings.languages.${language}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </SettingRow>
      <SettingRow label={t('settings.theme')} labelId={themeId}>
        <ToggleButtonGroup
          exclusive
          size="small"
          color="primary"
          aria-labelledby={themeId}
          value={settings.theme}
          onChange={(_event, theme: Settings['theme'] | null) => {
            if (theme) update.mutate({ theme });
          }}
        >
          {themes.map((theme) => (
            <ToggleButton key={theme} value={theme}>
              {t(`settings.themes.${theme}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </SettingRow>
    </SettingsCard>
  );
}
