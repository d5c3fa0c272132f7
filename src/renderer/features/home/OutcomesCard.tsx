import { Paper, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../shared/contract/university';
import type { MatchOutcome } from '../../../shared/domain/offer';
import { BarChart } from '../../charts/BarChart';
import { outcomeColors } from '../../charts/outcome-colors';
import { useFormat } from '../../i18n/use-format';

interface OutcomesCardProps {
  readonly overview: Overview;
}

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
      )}
    </Paper>
  );
}
