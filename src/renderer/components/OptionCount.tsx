import { Box } from '@mui/material';
import { useFormat } from '../i18n/use-format';

interface OptionCountProps {
  /** Undefined shows nothing. */
  readonly count: number | undefined;
}

/** How many rows a choice of a filter leaves, at the end of its line. */
export function OptionCount({ count }: OptionCountProps) {
  const format = useFormat();
  if (count === undefined) return null;
  return (
    <Box
      component="span"
      sx={{ ml: 'auto', pl: 2, color: 'text.secondary', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums' }}
    >
      {format.number(count)}
    </Box>
  );
}
