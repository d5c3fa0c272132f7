import { useTranslation } from 'react-i18next';
import type { Settings } from '../../shared/contract/settings';
import { useSettingsSwitch } from '../api/use-settings-switch';
import { errorText } from '../i18n/error-text';
import { useNotify } from './notices';

/** Changes language or theme under the person's hand, and tells when that could not be kept. */
export function useDisplaySwitch(): (change: Partial<Pick<Settings, 'language' | 'theme'>>) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return useSettingsSwitch((error) => {
    const { what, todo } = errorText(t, error);
    notify({ about: 'settings', severity: 'error', text: `${what} ${todo}` });
  });
}
