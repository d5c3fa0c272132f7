import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
  readonly heading?: 'h1' | 'h2' | 'h3' | 'p';
}

/** Says what belongs in an empty place, and offers the next step. */
export function EmptyState({ icon, title, text, action, heading = 'h2' }: EmptyStateProps) {
  return (
    <Box sx={{ textAlign: 'center', px: 3, py: 5, maxWidth: 480, mx: 'auto' }}>
      <Box
        aria-hidden
        sx={(theme) => ({
          width: 56,
          height: 56,
          mx: 'auto',
          mb: 2,
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          color: 'primary.main',
          backgroundColor: theme.palette.action.selected,
          '& svg': { fontSize: 28 },
        })}
      >
        {icon}
      </Box>
      <Typography variant="h2" component={heading} sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', textWrap: 'pretty' }}>
        {text}
      </Typography>
      {action ? <Box sx={{ mt: 2.5 }}>{action}</Box> : null}
    </Box>
  );
}
