import { Box, Checkbox, Link as TextLink, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';

interface TickedLineProps {
  readonly title: string;
  /** Where its title leads to. */
  readonly to: string;
  /** What else is known of it; what is missing is left out. */
  readonly about: readonly (string | null)[];
  /** Null where it cannot be ticked. */
  readonly isTicked: boolean | null;
  readonly onTick: (isTicked: boolean) => void;
  /** At the end of the line. */
  readonly action?: ReactNode;
  /** Below the line. */
  readonly children?: ReactNode;
}

/** One line of what a message to a manager is about, left out by unticking it. */
export function TickedLine({ title, to, about, isTicked, onTick, action, children }: TickedLineProps) {
  const labelId = useId();
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        {isTicked === null ? null : (
          <Checkbox
            size="small"
            checked={isTicked}
            onChange={(_event, checked) => onTick(checked)}
            slotProps={{ input: { 'aria-labelledby': labelId } }}
            sx={{ mt: -0.5, ml: -1 }}
          />
        )}
        <Box id={labelId} sx={{ flex: 1, minWidth: 0 }}>
          <TextLink component={Link} to={to} variant="body2">
            {title}
          </TextLink>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {about.filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        {action}
      </Box>
      {children}
    </Box>
  );
}
