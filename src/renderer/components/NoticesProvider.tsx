import { Box } from '@mui/material';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeCard } from './NoticeCard';
import { NoticesContext, type Notice } from './notices';

/** More would hide the page; the oldest gives way. */
const shownAtMost = 3;

/** What of the top bar stays free of notices: the buttons at its end, in pixels. */
const barButtonsPx = 152;

interface NoticesProviderProps {
  readonly children: ReactNode;
}

/**
 * Shows notices in the empty part of the top bar, where they cover no button and no row, and reads them out to those who
 * cannot see them.
 */
export function NoticesProvider({ children }: NoticesProviderProps) {
  const { t } = useTranslation();
  const nextId = useRef(0);
  const [notices, setNotices] = useState<readonly (Notice & { readonly id: number })[]>([]);
  const notify = useCallback((notice: Notice) => {
    nextId.current += 1;
    const id = nextId.current;
    // A notice about the same thing takes the place of the one before: "preparing" becomes "ready".
    setNotices((former) =>
      [...former.filter(({ about }) => about === undefined || about !== notice.about), { ...notice, id }].slice(
        -shownAtMost,
      ),
    );
  }, []);
  const close = useCallback((id: number) => setNotices((former) => former.filter((notice) => notice.id !== id)), []);
  return (
    <NoticesContext value={notify}>
      {children}
      <Box
        component="section"
        aria-label={t('app.notices')}
        aria-live="polite"
        sx={{
          position: 'fixed',
          top: 4,
          right: barButtonsPx,
          zIndex: 'snackbar',
          display: 'grid',
          gap: 1,
          justifyItems: 'end',
          width: 'max-content',
          maxWidth: { xs: '50vw', lg: 640 },
        }}
      >
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onClose={() => close(notice.id)} />
        ))}
      </Box>
    </NoticesContext>
  );
}
