import { Box, useTheme } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Shares } from '../../../shared/domain/explanation/explanation';
import { okabeIto } from '../../components/score-colors';
import { useFormat } from '../../i18n/use-format';

interface ShareBarProps {
  readonly shares: Shares;
}

/** Where a score comes from, as one bar of three parts with the name and the figure of each. */
export function ShareBar({ shares }: ShareBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { scoreColors } = useTheme();
  const colors = { meaning: scoreColors.meaning, occupation: okabeIto.green, words: scoreColors.words };
  const names = ['meaning', 'occupation', 'words'] as const;
  const label = t('reasons.sharesLabel', {
    meaning: format.score(shares.meaning),
    occupation: format.score(shares.occupation),
    words: format.score(shares.words),
  });
  return (
    <Box role="img" aria-label={label}>
      <Box sx={{ display: 'flex', gap: '2px', height: 8, mb: 0.75 }}>
        {names.map((name) => (
          <Box
            key={name}
            sx={{ width: `${shares[name] * 100}%`, borderRadius: 0.5, backgroundColor: colors[name], minWidth: 0 }}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.8125rem', color: 'text.secondary' }}>
        {names.map((name) => (
          <Box key={name} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
            <Box component="span" sx={{ width: 10, height: 10, borderRadius: 0.25, backgroundColor: colors[name] }} />
            {t(`reasons.share.${name}`)}
            <Box component="span" sx={{ color: 'text.primary', fontVariantNumeric: 'tabular-nums' }}>
              {t('reasons.percent', { value: format.score(shares[name]) })}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
