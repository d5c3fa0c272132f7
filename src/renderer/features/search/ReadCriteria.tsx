import AddIcon from '@mui/icons-material/Add';
import { Box, Chip, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferFilter } from '../../../shared/contract/offers';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { localDay } from '../../../shared/util/local-day';
import { useCall } from '../../api/use-call';
import { useKiosk } from '../../api/use-kiosk';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { criteriaIn, isParagraph, type ReadCriterion } from './read-criteria';

interface ReadCriteriaProps {
  readonly text: string;
  readonly filter: OfferFilter;
  readonly onChoose: (criterion: ReadCriterion) => void;
}

/** What a paragraph names that could be a criterion; nothing of it counts before a person says so. */
export function ReadCriteria({ text, filter, onChoose }: ReadCriteriaProps) {
  const { t } = useTranslation();
  const labelId = useId();
  const nameOf = useCriterionName();
  // What was not stored is read for the office only.
  const isAsked = useKiosk() === false && isParagraph(text);
  const { data: reading } = useCall(
    'offers',
    'readText',
    {
      ...{ title: '', description: text.slice(0, maxDescriptionLength), skills: [] },
      ...{ company: null, contact: null, city: null },
    },
    { enabled: isAsked, keepPrevious: true },
  );
  const criteria = isAsked && reading ? criteriaIn(text, reading, filter, localDay(new Date())) : [];
  if (criteria.length === 0) return null;
  return (
    <Box
      role="group"
      aria-labelledby={labelId}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}
    >
      <Typography id={labelId} variant="body2" sx={{ color: 'text.secondary' }}>
        {t('search.readCriteria')}
      </Typography>
      {criteria.map((criterion) => (
        <Chip
          key={JSON.stringify(criterion)}
          size="small"
          variant="outlined"
          icon={<AddIcon />}
          label={nameOf(criterion)}
          onClick={() => onChoose(criterion)}
        />
      ))}
    </Box>
  );
}

function useCriterionName(): (criterion: ReadCriterion) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const levelName = useStudyLevel();
  return ({ contractType, city, level, seniority, skill, startsFrom, startsTo }) => {
    if (contractType !== undefined) return t(`contractTypes.${contractType}`);
    if (level !== undefined) return levelName(level);
    if (seniority !== undefined) return t(`seniority.${seniority}`);
    if (startsFrom === undefined) return city ?? skill ?? '';
    const from = format.date(startsFrom);
    return startsTo === undefined
      ? t('search.startOn', { day: from })
      : t('dashboards.chips.starts', { from, to: format.date(startsTo) });
  };
}
