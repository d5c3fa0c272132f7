import { Box, Paper, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface GroupCardProps {
  readonly title: string;
  /** The address, how many: short facts beside the title. */
  readonly about: readonly (string | null)[];
  readonly children: ReactNode;
}

/** What waits for one person, under their name. */
export function GroupCard({ title, about, children }: GroupCardProps) {
  const headingId = useId();
  return (
    <Paper variant="outlined" component="section" aria-labelledby={headingId} sx={{ p: 2.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1, mb: 1 }}>
        <Typography id={headingId} variant="h2">
          {title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          {about.filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {children}
    </Paper>
  );
}
