import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { FormationOutlook } from '../../../shared/contract/students';
import type { FormationId } from '../../../shared/domain/ids';
import type { MatchPreview } from '../../../shared/domain/match';
import { useCall } from '../../api/use-call';
import { TextBlock } from '../../components/TextBlock';
import type { FormationFact } from '../matches/formation-fact';

/** What a student wants to know of the formations proposed: where they are, how many they take, what they ask for, and the jobs behind them. */
export function useFormationFacts(preview: MatchPreview | null): readonly FormationFact[] {
  const { t } = useTranslation();
  const shown = preview === null ? [] : preview.matches.length > 0 ? preview.matches : preview.nearest;
  const formationIds = shown.map(({ formation }) => formation.id);
  const { data } = useCall(
    'students',
    'outlooks',
    { formationIds },
    { enabled: formationIds.length > 0, keepPrevious: true },
  );
  const about = (id: FormationId): FormationOutlook | undefined => data?.find((one) => one.formationId === id);
  const fact = (label: string, content: (outlook: FormationOutlook) => React.ReactNode): FormationFact => ({
    label,
    content: ({ id }) => {
      const outlook = about(id);
      return outlook ? content(outlook) : null;
    },
  });
  return [
    fact(t('students.place'), ({ city }) => city),
    fact(t('students.capacity'), ({ capacity }) =>
      capacity === null ? null : t('formations.students', { count: capacity }),
    ),
    fact(t('students.prerequisites'), ({ prerequisites }) =>
      prerequisites === null ? t('common.notGiven') : <TextBlock text={prerequisites} isFact />,
    ),
    fact(t('students.leadsTo'), ({ jobs }) => jobs.join(', ')),
    fact(t('students.offeredJobs'), (outlook) => <OfferedJobs outlook={outlook} />),
  ];
}

interface OfferedJobsProps {
  readonly outlook: FormationOutlook;
}

/** The jobs that offers show behind a formation, or that no offer shows any yet. */
function OfferedJobs({ outlook: { offerCount, titles } }: OfferedJobsProps) {
  const { t } = useTranslation();
  if (offerCount === 0) return t('students.noOfferedJobs');
  return (
    <>
      {t('students.firstIn', { count: offerCount })}
      <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
        {titles.map(({ title, count }) => (
          <li key={title}>
            {title}
            {count === 1 ? null : (
              <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {` ${t('students.times', { count })}`}
              </Typography>
            )}
          </li>
        ))}
      </Box>
    </>
  );
}
