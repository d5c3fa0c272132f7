import { Box, Link as TextLink, Typography } from '@mui/material';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { arrowStep } from './arrow-step';

interface SteppedChartProps {
  /** What the chart shows, for those who listen. */
  readonly title: string;
  /** What arrow keys go through: the name first, then what is said of it; and where its rows are. */
  readonly things: readonly { readonly lines: readonly string[]; readonly to: string }[];
  /** Which of them is chosen, −1 for none. */
  readonly at: number;
  readonly onChoose: (at: number) => void;
  readonly children: ReactNode;
}

/** A picture whose things the arrow keys go through; the line below says what the tooltip says, and Enter opens the rows. */
export function SteppedChart({ title, things, at, onChoose, children }: SteppedChartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const chosen = things[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = arrowStep(event.key, at, things.length);
    if (next !== null) onChoose(next);
    else if (event.key === 'Enter' && chosen) void navigate(chosen.to);
    else return;
    event.preventDefault();
  };
  const [name, ...said] = chosen?.lines ?? [];
  return (
    <>
      <Box role="group" aria-label={t('common.chartKeys', { title })} tabIndex={0} onKeyDown={onKeyDown}>
        {children}
      </Box>
      <Typography variant="body2" aria-live="polite" sx={{ minHeight: 22, mt: 0.75, color: 'text.secondary' }}>
        {chosen ? (
          <>
            <TextLink component={Link} to={chosen.to}>
              {name}
            </TextLink>
            {['', ...said].join(' · ')}
          </>
        ) : null}
      </Typography>
    </>
  );
}
