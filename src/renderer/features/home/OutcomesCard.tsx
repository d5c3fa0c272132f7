import { Paper, Skeleton, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../shared/contract/university';
import type { MatchOutcome } from '../../../shared/domain/offer';
import { outcomeColors } from '../../charts/outcome-colors';
import { useFormat } from '../../i18n/use-format';

interface OutcomesCardProps {
  readonly overview: Overview;
}

/** The chart's libraries are a fifth of the first page: everything else is shown before they are read. */
const BarChart = lazy(async () => ({ default: (await import('../../charts/BarChart')).BarChart }));

const order: readonly MatchOutcome[] = ['ranked', 'no-suitable-formation', 'insufficient-text', 'pending'];

/** How many offers found a formation, and what became of the others. */
export function OutcomesCard({ overview }: OutcomesCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcomes, offers } = overview;
  const figures = {
    ranked: format.number(outcomes.ranked),
    total: format.number(offers),
    without: format.number(outcomes['no-suitable-formation']),
    short: format.number(outcomes['insufficient-text']),
    pending: format.number(outcomes.pending),
  };
  return (
    <Paper variant="outlined" sx={{ p: 2.5 }}>
      {offers === 0 ? (
        <>
          <Typography variant="h2">{t('home.chartTitle')}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {t('home.chartEmpty')}
          </Typography>
        </>
      ) : (
        <Suspense fallback={<Skeleton variant="rounded" height={220} aria-hidden />}>
          <BarChart
            title={t('home.chartTitle')}
            sentence={t(outcomes.pending > 0 ? 'home.chartSentencePending' : 'home.chartSentence', figures)}
            bars={order
              .filter((outcome) => outcome !== 'pending' || outcomes.pending > 0)
              .map((outcome) => ({
                id: outcome,
                label: t(`outcomes.${outcome}`),
                value: outcomes[outcome],
                color: outcomeColors[outcome],
              }))}
            formatValue={format.number}
            labelHeader={t('home.chartState')}
            valueHeader={t('home.chartCount')}
          />
        </Suspense>
      )}
    </Paper>
  );
}
