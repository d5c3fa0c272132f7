import { Box, Link as TextLink, Paper, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { offersFollowedUp, offersOfScope } from '../../../shared/contract/dashboard-rows';
import type { OfferFilter } from '../../../shared/contract/offers';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import type { Compared } from '../../../shared/domain/dashboard/figures';
import { useCall } from '../../api/use-call';
import { CardError } from '../../components/CardError';
import { useFormat } from '../../i18n/use-format';

const filter = { year: null, basis: 'deposit', span: null } as const;

/** The year at a glance beside the one before, up to the same day or whole; each figure leads to its list. */
export function YearCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useCall('dashboards', 'offers', { filter });
  const isWhole = data?.scope.span === 'whole';
  const of = (more: OfferFilter = {}): string =>
    data ? `/offers?${paramsOf({ ...offersOfScope(filter, data.scope, 'now'), ...more })}` : '';
  const followed = (what: 'sent' | 'answered' | 'filled'): string =>
    data ? of(offersFollowedUp(data.scope, 'now', what)) : '';
  const figures: readonly { readonly name: FigureName; readonly figure: Compared; readonly to: string }[] = data
    ? [
        { name: 'offers', figure: data.total, to: of() },
        { name: 'companies', figure: data.companies, to: '/dashboards?tab=companies#companies' },
        { name: 'sent', figure: data.sent, to: followed('sent') },
        { name: 'answered', figure: data.answered, to: followed('answered') },
        { name: 'filled', figure: data.filled, to: followed('filled') },
      ]
    : [];
  return (
    <Paper variant="outlined" component="section" aria-label={t('year.title')} sx={{ p: 2.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1.5, mb: 1 }}>
        <Typography variant="h2">{t('year.title')}</Typography>
        {data ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(isWhole ? 'year.whole' : 'year.until', {
              year: formatAcademicYear(data.scope.year),
              date: format.date(data.scope.now.to),
            })}
          </Typography>
        ) : null}
        <Box sx={{ flex: 1 }} />
        <TextLink component={Link} to="/dashboards" variant="body2">
          {t('year.more')}
        </TextLink>
      </Box>
      {data ? (
        <Box
          component="ul"
          sx={{
            ...{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 },
            gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
          }}
        >
          {figures.map(({ name, figure, to }) => (
            <Box component="li" key={name}>
              <TextLink component={Link} to={to} underline="hover" color="textPrimary" sx={{ fontWeight: 650 }}>
                <Box component="span" sx={{ fontSize: '1.375rem', letterSpacing: '-0.01em', mr: 0.75 }}>
                  {format.number(figure.now)}
                </Box>
                <Typography component="span" variant="body2">
                  {t(`year.${name}`, { count: figure.now })}
                </Typography>
              </TextLink>
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {t(isWhole ? 'year.beforeWhole' : 'year.before', { figure: format.number(figure.before) })}
              </Typography>
            </Box>
          ))}
        </Box>
      ) : null}
      {error && !data ? <CardError error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={64} /> : null}
    </Paper>
  );
}

type FigureName = 'offers' | 'companies' | 'sent' | 'answered' | 'filled';

function paramsOf(criteria: OfferFilter): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(criteria)) if (value !== undefined) params.set(key, String(value));
  return params.toString();
}
