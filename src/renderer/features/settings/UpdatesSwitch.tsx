import { FormControlLabel, FormHelperText, Switch } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call';
import { useSettingsSwitch } from '../../api/use-settings-switch';
import { useNotify } from '../../components/notices';
import { errorText } from '../../i18n/error-text';

interface UpdatesSwitchProps {
  /** Whether those who look after this PC have decided against it. */
  readonly isForbidden: boolean;
}

/** Whether the application may ask for newer versions: off until somebody switches it on, and counts at once. */
export function UpdatesSwitch({ isForbidden }: UpdatesSwitchProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const hintId = useId();
  const { data: settings } = useCall('settings', 'get', {});
  const switchTo = useSettingsSwitch((error) => {
    const { what, todo } = errorText(t, error);
    notify({ about: 'settings', severity: 'error', text: `${what} ${todo}` });
  });
  return (
    <div>
      <FormControlLabel
        label={t('updates.look')}
        control={
          <Switch
            checked={!isForbidden && (settings?.looksForUpdates ?? false)}
            disabled={isForbidden || !settings}
            onChange={(_event, looksForUpdates) => switchTo({ looksForUpdates })}
            slotProps={{ input: { 'aria-describedby': hintId } }}
          />
        }
      />
      <FormHelperText id={hintId} sx={{ mt: 0 }}>
        {t(isForbidden ? 'updates.forbidden' : 'updates.hint')}
      </FormHelperText>
    </div>
  );
}
