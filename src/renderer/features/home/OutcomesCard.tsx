import { Paper, Skeleton, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../shared/contract/university';
import type { MatchOutcome } from '../../../shared/domain/offer';
import { useCall } from '../../api/use-call';
import { outcomeColors } from '../../charts/outcome-colors';
import type { Translate } from '../../i18n/translate';
import { useFormat, type Format } from '../../i18n/use-format';

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
  const smallNumber = useCall('settings', 'get', {}).data?.smallNumber;
  const hasPercentages = smallNumber !== undefined && offers >= smallNumber;
  const isSmall = smallNumber !== undefined && !hasPercentages;
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
            sentence={[
              sentenceOf(t, format, overview),
              ...(isSmall ? [t('home.chartNoPercentage', { count: smallNumber })] : []),
            ].join(' ')}
            bars={order
              .filter((outcome) => outcome !== 'pending' || outcomes.pending > 0)
              .map((outcome) => ({
                id: outcome,
                label: t(`outcomes.${outcome}`),
                value: outcomes[outcome],
                color: outcomeColors[outcome],
              }))}
            formatValue={(value) =>
              hasPercentages
                ? t('home.chartPart', { value: format.number(value), part: format.percent(value / offers) })
                : format.number(value)
            }
            labelHeader={t('home.chartState')}
            valueHeader={t('home.chartCount')}
          />
        </Suspense>
      )}
    </Paper>
  );
}

/** What the bars show, in one sentence that leaves out what there is none of. */
function sentenceOf(t: Translate, format: Format, { outcomes, offers }: Overview): string {
  const ranked = t('home.chartRanked', { count: outcomes.ranked, total: offers });
  const rest = [
    ['home.chartWithout', outcomes['no-suitable-formation']] as const,
    ['home.chartShort', outcomes['insufficient-text']] as const,
    ['home.chartPending', outcomes.pending] as const,
  ].flatMap(([key, count]) => (count === 0 ? [] : [t(key, { count })]));
  return rest.length === 0
    ? t('home.chartSentence', { ranked })
    : t('home.chartSentenceWithRest', { ranked, rest: format.list(rest) });
}
