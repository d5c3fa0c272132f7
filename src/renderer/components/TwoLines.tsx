import { Box } from '@mui/material';

interface TwoLinesProps {
  readonly text: string;
}

/** A cell's text on up to two lines, whole in its tooltip. */
export function TwoLines({ text }: TwoLinesProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', height: '100%', minWidth: 0 }}>
      <Box
        component="span"
        title={text}
        sx={{
          display: '-webkit-box',
          WebkitBoxOrient: 'vertical',
          WebkitLineClamp: 2,
          overflow: 'hidden',
          whiteSpace: 'normal',
          lineHeight: 1.35,
          overflowWrap: 'break-word',
          hyphens: 'auto',
        }}
      >
        {text}
      </Box>
    </Box>
  );
}
