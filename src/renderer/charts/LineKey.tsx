import { Box, Typography } from '@mui/material';

interface LineKeyProps {
  readonly entries: readonly { readonly label: string; readonly color: string; readonly dashes?: string }[];
}

/** Which line is which, by its colour and its strokes. */
export function LineKey({ entries }: LineKeyProps) {
  return (
    <Box aria-hidden sx={{ display: 'flex', flexWrap: 'wrap', gap: 2.5, mb: 0.5 }}>
      {entries.map(({ label, color, dashes }) => (
        <Typography key={label} variant="caption" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <svg width="28" height="8" focusable="false">
            <line x1="0" x2="28" y1="4" y2="4" stroke={color} strokeWidth="2.5" strokeDasharray={dashes} />
          </svg>
          {label}
        </Typography>
      ))}
    </Box>
  );
}
