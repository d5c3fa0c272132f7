import { Box, Chip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/offer';
import type { OfferReading } from '../../../shared/domain/reading/reading';
import { readSource } from './read-source';
import { ReadTip } from './ReadMark';

interface ReadSkillsProps {
  readonly offer: Offer;
  readonly skills: OfferReading['skills'];
}

/** Skills that were read in a text, each with its passage; dashed and said to be read, because nobody named them. */
export function ReadSkills({ offer, skills }: ReadSkillsProps) {
  const { t } = useTranslation();
  return (
    <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, m: 0, p: 0, listStyle: 'none' }}>
      {skills.map(({ code, label, passage }) => (
        <li key={code}>
          <ReadTip source={readSource(t, offer, passage)}>
            <Chip size="small" variant="outlined" label={label} tabIndex={0} sx={{ borderStyle: 'dashed' }} />
          </ReadTip>
        </li>
      ))}
      <Box
        component="li"
        sx={{ alignSelf: 'center', fontSize: '0.75rem', fontStyle: 'italic', color: 'text.secondary' }}
      >
        {t('reading.inText')}
      </Box>
    </Box>
  );
}
