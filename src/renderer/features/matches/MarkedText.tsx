import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { Place } from '../../../shared/domain/explanation/explanation';

interface MarkedTextProps {
  readonly text: string;
  /** In the order of the text, none overlapping; units of `text`. */
  readonly words: readonly Place[];
}

/** A text in which some words stand out by weight and underline as well as by colour. */
export function MarkedText({ text, words }: MarkedTextProps) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of words) {
    parts.push(text.slice(from, start));
    parts.push(
      <Box
        component="mark"
        key={start}
        sx={(theme) => ({
          color: 'inherit',
          fontWeight: 650,
          borderRadius: 0.25,
          backgroundColor: theme.palette.action.selected,
          textDecoration: 'underline',
          textDecorationThickness: '1px',
          textUnderlineOffset: '3px',
        })}
      >
        {text.slice(start, end)}
      </Box>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}
