import { Box, Paper, Skeleton, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { useFormat } from '../../i18n/use-format';

interface QualityCardProps {
  /** Below this count no percentage is shown. */
  readonly smallNumber: number;
}

/** How the proposals stood the test of what people decided. */
export function QualityCard({ smallNumber }: QualityCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const { data, error, refetch } = useCall('decisions', 'quality', {});
  const figure = (count: number, offers: number): string =>
    offers < smallNumber
      ? format.number(count)
      : t('decisions.qualityPart', { value: format.number(count), part: format.percent(count / offers) });
  return (
    <Paper variant="outlined" component="section" aria-labelledby={titleId} sx={{ p: 2.5 }}>
      <Typography variant="h2" id={titleId} sx={{ mb: 1.5 }}>
        {t('decisions.quality')}
      </Typography>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={80} /> : null}
      {data?.offers === 0 ? <Typography variant="body2">{t('decisions.qualityNone')}</Typography> : null}
      {data && data.offers > 0 ? (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="body2">{t('decisions.qualityOffers', { count: data.offers })}</Typography>
          <Box
            component="ul"
            sx={{ m: 0, pl: 2.5, fontSize: '0.875rem', '& strong': { fontVariantNumeric: 'tabular-nums' } }}
          >
            {[
              { count: data.first, what: t('decisions.qualityFirst') },
              { count: data.amongThree, what: t('decisions.qualityAmongThree') },
            ].map(({ count, what }) => (
              <li key={what}>
                <strong>{figure(count, data.offers)}</strong> – {what}
              </li>
            ))}
          </Box>
          {data.offers < smallNumber ? (
            <Typography variant="caption" component="p">
              {t('decisions.qualityNoPercentage', { count: smallNumber })}
            </Typography>
          ) : null}
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {t('decisions.qualityHint')}
          </Typography>
        </Box>
      ) : null}
    </Paper>
  );
}
