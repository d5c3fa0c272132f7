import { Box } from '@mui/material';
import { useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useChanges, type Connection } from '../api/use-changes';
import { useKiosk } from '../api/use-kiosk';
import { NoticesProvider } from '../components/NoticesProvider';
import { ConnectionNotice } from './ConnectionNotice';
import { CrashPage } from './CrashPage';
import { ErrorBoundary } from './ErrorBoundary';
import { JobAnnouncer } from './JobAnnouncer';
import { KioskLayout } from './KioskLayout';
import { Navigation } from './Navigation';
import { SafeModeNotice } from './SafeModeNotice';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';

/** The frame around every page: the office's, or what is left of it while students have this PC. */
export function Layout() {
  const connection = useChanges();
  const isKiosk = useKiosk();
  if (isKiosk === undefined) return null;
  return isKiosk ? <KioskLayout connection={connection} /> : <OfficeLayout connection={connection} />;
}

interface OfficeLayoutProps {
  readonly connection: Connection;
}

/** Skip link, navigation, top bar, notices. */
function OfficeLayout({ connection }: OfficeLayoutProps) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  return (
    <NoticesProvider>
      <JobAnnouncer />
      <SkipLink main={main} />
      <Box sx={{ display: 'flex', height: '100%', minWidth: 0, '@media print': { display: 'block', height: 'auto' } }}>
        <Navigation />
        <Box
          sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', '@media print': { display: 'block' } }}
        >
          <TopBar />
          <ConnectionNotice connection={connection} />
          <SafeModeNotice />
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
