import { Box } from '@mui/material';

interface ChartTooltipProps {
  /** Lines of text, the first of which names what is pointed at. */
  readonly children: readonly string[];
}

/** What a chart says of the thing under the pointer. */
export function ChartTooltip({ children }: ChartTooltipProps) {
  return (
    <Box
      sx={{
        px: 1.25,
        py: 0.75,
        borderRadius: 1,
        border: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
        color: 'text.primary',
        fontSize: 13,
        // Nivo gives a tooltip the width that is left beside the pointer: words must not break into a column there.
        whiteSpace: 'nowrap',
      }}
    >
      {children.map((line, index) => (
        <Box key={line} sx={{ fontWeight: index === 0 && children.length > 1 ? 600 : 400 }}>
          {line}
        </Box>
      ))}
    </Box>
  );
}
