import { Paper, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface EncryptionSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One thing that can be decided of the encryption. It is not printed: a sheet is. */
export function EncryptionSection({ title, children }: EncryptionSectionProps) {
  const headingId = useId();
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={headingId}
      sx={{ p: 2.5, display: 'grid', gap: 2, '@media print': { display: 'none' } }}
    >
      <Typography variant="h2" id={headingId}>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}
