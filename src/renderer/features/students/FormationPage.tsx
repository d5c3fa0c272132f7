import { Box, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { wishToRank } from '../../../shared/domain/wish';
import { askPreview } from '../../api/ask-preview';
import { useLive } from '../../api/use-live';
import { FilterSelect } from '../../components/FilterSelect';
import { PageHeader } from '../../components/PageHeader';
import { useHandedText } from '../../components/held-text';
import { WishWording } from '../../i18n/WishWording';
import { useStudyLevel } from '../../components/use-study-level';
import { LiveFormations } from '../matches/LiveFormations';
import { SearchBox } from '../search/SearchBox';
import { useFormationFacts } from './formation-facts';
import { StudentTabs } from './StudentTabs';

const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** For a student: formations for what they want to study or become, with why and the jobs behind them. Nothing is kept. */
export function FormationPage() {
  const { t } = useTranslation();
  const levelName = useStudyLevel();
  const [wish, setWish] = useHandedText();
  const [level, setLevel] = useState<number | undefined>();
  const text = wishToRank(wish, level === undefined ? [] : [level]);
  const live = useLive(askPreview, text);
  const facts = useFormationFacts(live.answer);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 3 }}>
      <PageHeader title={t('students.formationTitle')} />
      <StudentTabs />
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        {t('students.formationLead')}
      </Typography>
      <SearchBox
        label={t('students.formationBox')}
        placeholder={t('students.formationPlaceholder')}
        value={wish}
        onChange={(next) => setWish(next.slice(0, maxDescriptionLength))}
        lines={3}
      />
      <FilterSelect
        label={t('students.diplomaLevel')}
        width={200}
        value={level}
        options={levels.map((value) => ({ value, label: levelName(value) }))}
        onChange={setLevel}
      />
      <Paper component="section" variant="outlined" aria-label={t('students.formations')} sx={{ p: 2 }}>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {t('students.formations')}
        </Typography>
        <WishWording>
          <LiveFormations
            live={live}
            text={text}
            offerId={null}
            facts={facts}
            hints={{
              empty: t(wish.trim() === '' ? 'students.formationHint' : 'students.notUnderstood'),
              insufficient: t('students.tooLittle'),
            }}
          />
        </WishWording>
      </Paper>
    </Box>
  );
}
