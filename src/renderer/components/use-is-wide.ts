import { useMediaQuery } from '@mui/material';

/** Whether a whole table and a panel fit side by side, so that nothing of the table has to give way. */
export function useIsWide(): boolean {
  return useMediaQuery('(min-width: 1880px)');
}
