import { Box, Skeleton } from '@mui/material';

/** The shape of a panel whose content is on its way. */
export function PanelSkeleton() {
  return (
    <Box>
      <Skeleton width="40%" height={26} sx={{ mb: 1 }} />
      {[72, 64, 80, 60].map((width) => (
        <Box key={width} sx={{ display: 'flex', gap: 2, mb: 1.5, alignItems: 'center' }}>
          <Skeleton variant="rounded" width={38} height={32} />
          <Box sx={{ flex: 1 }}>
            <Skeleton width={`${width}%`} />
            <Skeleton width="90%" height={10} />
          </Box>
        </Box>
      ))}
      <Skeleton width="30%" height={26} sx={{ mt: 3, mb: 1 }} />
      {[92, 97, 88, 95, 60].map((width) => (
        <Skeleton key={width} width={`${width}%`} />
      ))}
    </Box>
  );
}
