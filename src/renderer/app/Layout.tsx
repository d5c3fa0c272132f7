import { Alert, Box, Button } from '@mui/material';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useChanges } from '../api/use-changes';
import { useKiosk } from '../api/use-kiosk';
import { NoticesProvider } from '../components/NoticesProvider';
import { CrashPage } from './CrashPage';
import { ErrorBoundary } from './ErrorBoundary';
import { JobAnnouncer } from './JobAnnouncer';
import { KioskLayout } from './KioskLayout';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';

/** The frame around every page: the office's, or what is left of it while students have this PC. */
export function Layout() {
  const connection = useChanges();
  const isKiosk = useKiosk();
  if (isKiosk === undefined) return null;
  return isKiosk ? <KioskLayout /> : <OfficeLayout connection={connection} />;
}

interface OfficeLayoutProps {
  readonly connection: ReturnType<typeof useChanges>;
}

/** Skip link, navigation, top bar, notices. */
function OfficeLayout({ connection }: OfficeLayoutProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  return (
    <NoticesProvider>
      <JobAnnouncer />
      <Button
        variant="contained"
        onClick={() => main.current?.focus()}
        sx={{
          position: 'fixed',
          top: 8,
          left: 8,
          zIndex: 'tooltip',
          transform: 'translateY(-200%)',
          '&:focus': { transform: 'none' },
        }}
      >
        {t('app.skipToContent')}
      </Button>
      <Box sx={{ display: 'flex', height: '100%', minWidth: 0, '@media print': { display: 'block', height: 'auto' } }}>
        <Navigation />
        <Box
          sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', '@media print': { display: 'block' } }}
        >
          <TopBar />
          {connection === 'lost' ? (
            <Alert severity="warning" variant="filled" square role="alert">
              {t('app.connectionLost')}
            </Alert>
          ) : null}
          <Box
            component="main"
            ref={main}
            tabIndex={-1}
            sx={{
              position: 'relative',
              flex: 1,
              minHeight: 0,
              overflow: 'auto',
              '@media print': { overflow: 'visible' },
              '&:focus-visible': { outline: 'none' },
            }}
          >
            <ErrorBoundary resetKey={pathname} fallback={<CrashPage />}>
              <Outlet />
            </ErrorBoundary>
          </Box>
        </Box>
      </Box>
    </NoticesProvider>
  );
}
