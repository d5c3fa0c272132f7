import { Box, Paper } from '@mui/material';
import type { ReactNode } from 'react';

interface ListPageProps {
  readonly header: ReactNode;
  readonly filters: ReactNode;
  readonly table: ReactNode;
  readonly pages: ReactNode;
  readonly panel: ReactNode;
}

/** The form of every list page: title and filters above, rows on the left, the opened one on the right. */
export function ListPage({ header, filters, table, pages, panel }: ListPageProps) {
  return (
    <Box sx={{ height: '100%', minHeight: 420, display: 'flex', minWidth: 0 }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 2 }}>
        {header}
        {filters}
        <Paper
          variant="outlined"
          sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' }}
        >
          {table}
          {pages}
        </Paper>
      </Box>
      {panel}
    </Box>
  );
}
