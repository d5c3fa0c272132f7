import CloseIcon from '@mui/icons-material/Close';
import { Alert, IconButton } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseNoticeContext, type ShownNotice } from './notices';

/** Long enough to read and to reach the button with a keyboard. */
const shownMs = 9_000;

interface NoticeCardProps {
  readonly notice: ShownNotice;
}

/** One notice. It goes by itself, unless it tells of a failure or somebody points at it. */
export function NoticeCard({ notice }: NoticeCardProps) {
  const { t } = useTranslation();
  const { onClose } = notice;
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  const isLasting = notice.severity === 'error' || isPointedAt || hasFocus;
  useEffect(() => {
    if (isLasting) return;
    const timer = setTimeout(() => close.current(), shownMs);
    return () => clearTimeout(timer);
  }, [isLasting]);
  return (
    <Alert
      severity={notice.severity}
      role={notice.severity === 'error' ? 'alert' : 'status'}
      onMouseEnter={() => setIsPointedAt(true)}
      onMouseLeave={() => setIsPointedAt(false)}
      // A dialog that its button opens counts as part of it.
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
      action={
        <>
          <CloseNoticeContext value={onClose}>{notice.action}</CloseNoticeContext>
          <IconButton size="small" color="inherit" aria-label={t('common.close')} onClick={onClose}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </>
      }
      sx={{
        border: 1,
        borderColor: 'divider',
        boxShadow: 6,
        alignItems: 'center',
        maxWidth: 640,
        '& .MuiAlert-action': { pt: 0, alignItems: 'center', gap: 0.5 },
      }}
    >
      {notice.text}
    </Alert>
  );
}
