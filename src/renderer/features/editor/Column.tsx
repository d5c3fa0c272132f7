import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface ColumnProps {
  readonly title: string;
  /** Beside the title, read out when it changes. */
  readonly note?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the page with a title that stays and content that scrolls. */
export function Column({ title, note, action, children }: ColumnProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          flexWrap: 'wrap',
          px: 2,
          py: 1,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {note === undefined ? null : (
          <Typography variant="caption" role="status" sx={{ color: 'text.secondary' }}>
            {note}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {action}
      </Box>
      <Box
        tabIndex={0}
        role="group"
        aria-labelledby={id}
        sx={{
          position: 'relative',
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          px: 2,
          py: 1.5,
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}
