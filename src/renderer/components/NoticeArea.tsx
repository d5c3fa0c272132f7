import { Box } from '@mui/material';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeCard } from './NoticeCard';
import { ShownNoticesContext } from './notices';

/**
 * The part of a bar in which notices stand, and the empty space of it while there are none. They cover nothing: one line has
 * room in the bar, and what needs more makes it higher. They are read out to those who cannot see them.
 */
export function NoticeArea() {
  const { t } = useTranslation();
  const notices = use(ShownNoticesContext);
  return (
    <Box
      component="section"
      aria-label={t('app.notices')}
      aria-live="polite"
      sx={{
        // Above what darkens the page behind a dialog.
        ...{ position: 'relative', zIndex: 'snackbar' },
        ...{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5, justifyItems: 'end', py: '2px' },
      }}
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </Box>
  );
}
