import DashboardIcon from '@mui/icons-material/InsightsOutlined';
import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DashboardScope } from '../../../shared/contract/dashboard-figures';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import type { DashboardAddress } from './use-dashboard-address';

interface NoFiguresProps {
  readonly address: DashboardAddress;
  readonly scope: DashboardScope;
}

/** In place of figures where none is counted: why, and the nearest way to some. */
export function NoFigures({ address, scope }: NoFiguresProps) {
  const { t } = useTranslation();
  const { data: years } = useCall('dashboards', 'values', { filter: address.filter, facet: 'year', text: '' });
  if (!years) return null;
  const named = { year: formatAcademicYear(scope.year) };
  const ofYear = years.find(({ value }) => value === String(scope.year));
  const [latest] = years.toSorted((one, other) => Number(other.value) - Number(one.value));
  if (!latest && !address.isFiltered) {
    return (
      <EmptyState
        icon={<DashboardIcon />}
        title={t('dashboards.emptyTitle')}
        text={t('dashboards.emptyText')}
        action={
          <Button variant="outlined" component={Link} to="/imports/new?kind=offers">
            {t('offers.emptyAction')}
          </Button>
        }
      />
    );
  }
  if (ofYear && scope.span === 'to-date') {
    return (
      <EmptyState
        icon={<DashboardIcon />}
        title={t('dashboards.noneTitle')}
        text={t('dashboards.noneToDate', { ...named, count: ofYear.count })}
        action={
          <Button variant="outlined" onClick={() => address.setFilter({ span: 'whole' })}>
            {t('dashboards.spans.whole')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<DashboardIcon />}
      title={t('dashboards.noneTitle')}
      text={t('dashboards.noneText', named)}
      action={
        latest ? (
          <Button variant="outlined" onClick={() => address.setFilter({ year: Number(latest.value) })}>
            {t('dashboards.openYear', { year: formatAcademicYear(Number(latest.value)) })}
          </Button>
        ) : (
          <Button onClick={address.clearFilter}>{t('common.clearFilters')}</Button>
        )
      }
    />
  );
}
