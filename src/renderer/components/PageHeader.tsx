import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { usePageTitle } from './use-page-title';

interface PageHeaderProps {
  readonly title: string;
  /** How many there are, read out when it changes. */
  readonly count?: string | undefined;
  readonly actions?: ReactNode;
  /** Before the name. */
  readonly leading?: ReactNode;
}

/** The name of the page, its count and what can be done with the whole of it. */
export function PageHeader({ title, count, actions, leading }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 40, flexWrap: 'wrap' }}>
      {leading}
      <Typography variant="h1">{title}</Typography>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
        {count ?? ''}
      </Typography>
      <Box sx={{ flex: 1 }} />
      {actions}
    </Box>
  );
}
