import { Box } from '@mui/material';
import { visuallyHidden } from './visually-hidden';

interface TwoLinesProps {
  readonly text: string;
  /** Where the text comes from, when it is not what somebody said: set in italics and told in the tooltip. */
  readonly remark?: string;
}

/** A cell's text on up to two lines, whole in its tooltip. */
export function TwoLines({ text, remark }: TwoLinesProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', height: '100%', minWidth: 0 }}>
      <Box
        component="span"
        title={remark === undefined ? text : `${text} (${remark})`}
        sx={{
          display: '-webkit-box',
          WebkitBoxOrient: 'vertical',
          WebkitLineClamp: 2,
          overflow: 'hidden',
          whiteSpace: 'normal',
          lineHeight: 1.35,
          overflowWrap: 'break-word',
          hyphens: 'auto',
          ...(remark === undefined ? {} : { fontStyle: 'italic', color: 'text.secondary' }),
        }}
      >
        {text}
        {remark === undefined ? null : <span style={visuallyHidden}> ({remark})</span>}
      </Box>
    </Box>
  );
}
