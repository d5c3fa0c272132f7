import { Box, CssBaseline, ThemeProvider, useMediaQuery } from '@mui/material';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call';
import { ErrorState } from '../components/ErrorState';
import { createAppTheme } from './theme';
import { useIsPrinting } from './use-is-printing';

interface AppearanceFromSettingsProps {
  readonly children: ReactNode;
}

/** Language and theme as the settings say. Shows nothing until they are known, so that nothing changes under the eyes. */
export function AppearanceFromSettings({ children }: AppearanceFromSettingsProps) {
  const settings = useCall('settings', 'get', {});
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const { i18n } = useTranslation();
  const language = settings.data?.language ?? 'fr';
  const wanted = settings.data?.theme ?? 'system';
  const chosen = wanted === 'system' ? (prefersDark ? 'dark' : 'light') : wanted;
  // Paper is white.
  const mode = useIsPrinting() ? 'light' : chosen;
  const theme = useMemo(() => createAppTheme(mode, language), [mode, language]);

  useLayoutEffect(() => {
    void i18n.changeLanguage(language);
    document.documentElement.lang = language;
  }, [i18n, language]);
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = mode;
  }, [mode]);

  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      {settings.data ? children : null}
      {settings.error && !settings.data ? (
        <Box component="main" sx={{ height: '100%', display: 'grid', placeItems: 'center' }}>
          <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
        </Box>
      ) : null}
    </ThemeProvider>
  );
}
