import { Box, Tooltip } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ReadMarkProps {
  /** Where it comes from, in words: the passage, or that it follows from the meaning. */
  readonly source: string;
}

/** A small word beside a value that nobody gave: it was read, and pointing at the word or reaching it by key tells where. */
export function ReadMark({ source }: ReadMarkProps) {
  const { t } = useTranslation();
  return (
    <ReadTip source={source}>
      <Box
        component="button"
        type="button"
        aria-label={source}
        sx={{
          ml: 0.75,
          px: 0.5,
          minHeight: 24,
          border: 0,
          borderBottom: '1px dotted',
          borderColor: 'text.secondary',
          bgcolor: 'transparent',
          font: 'inherit',
          fontSize: '0.75rem',
          fontStyle: 'italic',
          color: 'text.secondary',
          cursor: 'help',
        }}
      >
        {t('reading.mark')}
      </Box>
    </ReadTip>
  );
}

interface ReadTipProps {
  readonly source: string;
  readonly children: ReactElement;
}

/** Shows where something was read while it is pointed at, touched or reached by key. */
export function ReadTip({ source, children }: ReadTipProps): ReactNode {
  return (
    <Tooltip title={source} enterTouchDelay={0} leaveTouchDelay={6_000} describeChild>
      {children}
    </Tooltip>
  );
}
