import LockIcon from '@mui/icons-material/LockOutlined';
import { Box, Button, IconButton, Tooltip, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import type { Settings } from '../../shared/contract/settings';
import { useCall } from '../api/use-call';
import type { Connection } from '../api/use-changes';
import { HeldTextContext } from '../components/held-text';
import { NoticeArea } from '../components/NoticeArea';
import { NoticesProvider } from '../components/NoticesProvider';
import { PageTabs } from '../components/PageTabs';
import { useFormat } from '../i18n/use-format';
import { ConnectionNotice } from './ConnectionNotice';
import { CrashPage } from './CrashPage';
import { ErrorBoundary } from './ErrorBoundary';
import { isKioskPage, kioskStart } from './kiosk-pages';
import { LeaveKiosk } from './LeaveKiosk';
import { SkipLink } from './SkipLink';
import { useFreshStart } from './use-fresh-start';

interface KioskLayoutProps {
  readonly connection: Connection;
}

/** The frame while students have this PC: their pages, a fresh start for the next one, and the way out for the office. */
export function KioskLayout({ connection }: KioskLayoutProps) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const location = useLocation();
  const { pathname } = location;
  const [isLeaving, setIsLeaving] = useState(false);
  const begin = useFreshStart(useCallback(() => setIsLeaving(false), []));
  const [written, setWritten] = useState({ since: 0, text: '' });
  const universityName = useCall('settings', 'get', {}).data?.universityName ?? '';
  const begunAt = useBegunAt(location.state);
  const text = written.since === begunAt ? written.text : '';
  const held = useMemo(
    () => ({ text, hold: (next: string) => setWritten({ since: begunAt, text: next }) }),
    [begunAt, text],
  );
  return (
    <NoticesProvider>
      <SkipLink main={main} />
      <Box
        sx={{
          ...{ display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
          '@media print': { display: 'block', height: 'auto' },
        }}
      >
        <Box
          component="header"
          sx={{
            displayPrint: 'none',
            ...{ minHeight: 56, display: 'flex', alignItems: 'center', gap: 2, px: 3, borderBottom: 1 },
            ...{ borderColor: 'divider', backgroundColor: 'background.paper', flexWrap: 'wrap' },
          }}
        >
          <Typography component="p" noWrap sx={{ fontWeight: 600 }}>
            {universityName}
          </Typography>
          <PageTabs
            label={t('kiosk.pages')}
            pages={[
              { to: kioskStart, name: t('kiosk.students') },
              { to: '/search', name: t('nav.search') },
            ]}
          />
          <NoticeArea />
          <Button variant="outlined" onClick={begin}>
            {t('kiosk.fresh')}
          </Button>
          <LanguageSwitch />
          <Tooltip title={t('kiosk.leave')}>
            <IconButton onClick={() => setIsLeaving(true)} aria-label={t('kiosk.leave')} edge="end">
              <LockIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        </Box>
        <ConnectionNotice connection={connection} />
        <Box
          component="main"
          ref={main}
          tabIndex={-1}
          onClickCapture={keepInside}
          sx={{
            ...{ flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outline: 'none' } },
            '@media print': { overflow: 'visible' },
          }}
        >
          <ErrorBoundary resetKey={pathname} fallback={<CrashPage />}>
            {/* Another start is another person: nothing that was typed stays. */}
            <HeldTextContext value={held}>{isKioskPage(pathname) ? <Outlet key={begunAt} /> : null}</HeldTextContext>
          </ErrorBoundary>
        </Box>
      </Box>
      {isLeaving ? <LeaveKiosk onClose={() => setIsLeaving(false)} /> : null}
    </NoticesProvider>
  );
}

/** Links to pages of the office lead nowhere here. */
function keepInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || (link.origin === window.location.origin && isKioskPage(link.pathname))) return;
  event.preventDefault();
  event.stopPropagation();
}

/** When this person's turn began: an entry of the history that does not say it belongs to the one before it. */
function useBegunAt(state: unknown): number {
  const [latest, setLatest] = useState(0);
  const begun = begunIn(state);
  if (begun > latest) setLatest(begun);
  return Math.max(begun, latest);
}

function begunIn(state: unknown): number {
  return typeof state === 'object' && state !== null && 'begunAt' in state && typeof state.begunAt === 'number'
    ? state.begunAt
    : 0;
}

/** The language of who sits here now; the office's own comes back with the next fresh start. */
function LanguageSwitch() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const queryClient = useQueryClient();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <Button
      color="inherit"
      lang={other}
      aria-label={`${other.toUpperCase()} – ${t('app.switchLanguage')}`}
      onClick={() =>
        queryClient.setQueryData<Settings>(['settings', 'get', {}], (known) => known && { ...known, language: other })
      }
      sx={{ minWidth: 40, color: 'text.secondary' }}
    >
      {other.toUpperCase()}
    </Button>
  );
}
