import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ListRoomContext } from './use-is-wide';

interface SidePanelProps {
  readonly label: string;
  readonly title: ReactNode;
  /** What stands above the title, small: the kind of thing and its marks. */
  readonly marks?: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** Takes the focus when the panel was opened from the keyboard. */
  readonly takesFocus: boolean;
  /** Changes with the thing that is shown, so that the next one begins at its top. */
  readonly contentKey: number;
  /** Takes more of a wide window, for two texts side by side. */
  readonly isWide?: boolean;
}

/** The opened thing beside its list. Escape closes it from anywhere, unless something else has used the key. */
export function SidePanel(props: SidePanelProps) {
  const { label, title, marks, children, onClose, takesFocus, contentKey, isWide = false } = props;
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  const { take } = useContext(ListRoomContext);
  useEffect(() => {
    take(isWide);
    return () => take(false);
  }, [take, isWide]);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    if (takesFocus) heading.current?.focus();
  }, [takesFocus, contentKey]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isInPopup =
        event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], [role="listbox"]');
      if (event.key === 'Escape' && !event.defaultPrevented && !isInPopup) close.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Box
      component="aside"
      aria-label={label}
      sx={{
        width: { xs: 440, lg: 480, xl: isWide ? 880 : 600 },
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        borderLeft: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
        '@media print': { display: 'block', width: 'auto', borderLeft: 0 },
      }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'flex-start',
          gap: 1,
          pl: 3,
          pr: 1.5,
          pt: 1.5,
          pb: 1.5,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0, pt: 0.5 }}>
          <Typography
            variant="h2"
            ref={heading}
            tabIndex={-1}
            sx={{ overflowWrap: 'anywhere', '&:focus-visible': { outlineOffset: 4 } }}
          >
            {title}
          </Typography>
          {marks ? (
            <Box sx={{ mt: 0.75, display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>{marks}</Box>
          ) : null}
        </Box>
        <Tooltip title={t('common.closePanel')}>
          <IconButton onClick={onClose} aria-label={t('common.closePanel')} sx={{ displayPrint: 'none' }}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <Box
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={label}
        sx={{
          position: 'relative',
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          '@media print': { overflow: 'visible' },
          px: 3,
          py: 2,
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

interface PanelSectionProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** One titled part of a panel. */
export function PanelSection({ title, children, action }: PanelSectionProps) {
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Typography variant="h3">{title}</Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}
