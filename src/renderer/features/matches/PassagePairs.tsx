import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { CitedPassage, PassagePair } from '../../../shared/domain/explanation/explanation';
import { useFormat } from '../../i18n/use-format';
import { MarkedText } from './MarkedText';
import { PassageNumber } from './PassageNumber';

interface PassagePairsProps {
  readonly passages: readonly PassagePair[];
}

/** Passages of both texts that meet, side by side where there is room. */
export function PassagePairs({ passages }: PassagePairsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
      {passages.map(({ offer, formation, similarity }, index) => (
        <Box component="li" key={`${offer.field} ${offer.item} ${offer.start}`}>
          <Typography
            variant="caption"
            component="p"
            sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mb: 0.5, color: 'text.secondary' }}
          >
            <PassageNumber number={index + 1} />
            {t('reasons.likeness', { value: format.score(similarity) })}
          </Typography>
          <Box
            sx={{
              display: 'grid',
              gap: 0.75,
              gridTemplateColumns: '1fr',
              '@container reasons (min-width: 600px)': { gridTemplateColumns: '1fr 1fr', gap: 1.25 },
            }}
          >
            <Cited side={t('reasons.offer')} passage={offer} />
            <Cited side={t('reasons.formation')} passage={formation} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

interface CitedProps {
  readonly side: string;
  readonly passage: CitedPassage;
}

function Cited({ side, passage }: CitedProps) {
  const { t } = useTranslation();
  const { start, text, words, field } = passage;
  const own = words.map((word) => ({ start: word.start - start, end: word.end - start }));
  return (
    <Box
      sx={(theme) => ({
        minWidth: 0,
        pl: 1.25,
        borderLeft: `3px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
      })}
    >
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {`${side} · ${t(`reasons.fields.${field}`)}`}
      </Typography>
      <Typography variant="body2" component="blockquote" dir="auto" sx={{ m: 0, whiteSpace: 'pre-line' }}>
        <MarkedText text={text} words={own} />
      </Typography>
    </Box>
  );
}
