import { Box, useTheme } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Score } from '../../shared/domain/match';
import { useFormat } from '../i18n/use-format';

interface ScoreBarsProps {
  readonly score: Score;
}

/** The two parts of a score, each as a bar out of 100 with its name and its figure. They are weighed, not added up. */
export function ScoreBars({ score }: ScoreBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { scoreColors } = useTheme();
  const parts = [
    { name: t('offers.scoreMeaning'), value: score.semantic, color: scoreColors.meaning },
    { name: t('offers.scoreWords'), value: score.lexical, color: scoreColors.words },
  ];
  const label = t('offers.scoreExplained', {
    score: format.score(score.score),
    semantic: format.score(score.semantic),
    lexical: format.score(score.lexical),
  });
  return (
    <Box
      role="img"
      aria-label={label}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'max-content 1fr 2.2em',
        columnGap: 1,
        rowGap: 0.25,
        alignItems: 'center',
      }}
    >
      {parts.map(({ name, value, color }) => (
        <Box key={name} sx={{ display: 'contents', fontSize: '0.75rem', color: 'text.secondary' }}>
          <span>{name}</span>
          <Box sx={{ height: 6, borderRadius: 1, overflow: 'hidden', backgroundColor: scoreColors.track }}>
            <Box sx={{ width: `${value * 100}%`, height: '100%', backgroundColor: color }} />
          </Box>
          <Box component="span" sx={{ textAlign: 'right' }}>
            {format.score(value)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
