import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format';

interface ScoreTagProps {
  readonly score: number;
  readonly isLarge?: boolean;
}

/** A score between 0 and 1 as points out of 100. */
export function ScoreTag({ score, isLarge = false }: ScoreTagProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box
      component="span"
      title={`${format.score(score)} ${t('common.outOf100')}`}
      sx={(theme) => ({
        flexShrink: 0,
        minWidth: isLarge ? 38 : 30,
        px: 0.5,
        py: isLarge ? 0.5 : 0.125,
        borderRadius: 0.75,
        textAlign: 'center',
        fontVariantNumeric: 'tabular-nums',
        fontWeight: 650,
        fontSize: isLarge ? '1rem' : '0.8125rem',
        lineHeight: 1.5,
        // On the row that is chosen and pointed at, the accent colour would be too faint.
        color: 'text.primary',
        backgroundColor: theme.palette.action.selected,
      })}
    >
      {format.score(score)}
    </Box>
  );
}
