import { Breadcrumbs, Link as TextLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DashboardScope } from '../../../shared/contract/dashboard-figures';
import type { DashboardAddress } from './use-dashboard-address';

interface LevelCrumbsProps {
  readonly address: DashboardAddress;
  readonly scope: DashboardScope;
}

/** The level of view, each level above one click away. */
export function LevelCrumbs({ address, scope }: LevelCrumbsProps) {
  const { t } = useTranslation();
  const { component, formation } = scope;
  const levels = [
    {
      level: 'university',
      name: t('dashboards.university'),
      filter: { componentId: undefined, formationId: undefined },
    },
    ...(component
      ? [{ level: 'component', name: component.name, filter: { componentId: component.id, formationId: undefined } }]
      : []),
    ...(formation ? [{ level: 'formation', name: formation.title, filter: {} }] : []),
  ];
  return (
    <Breadcrumbs aria-label={t('dashboards.level')} sx={{ fontSize: '0.875rem' }}>
      {levels.map(({ level, name, filter }, index) =>
        index === levels.length - 1 ? (
          <Typography key={level} variant="body2" aria-current="page" sx={{ fontWeight: 600, color: 'text.primary' }}>
            {name}
          </Typography>
        ) : (
          <TextLink key={level} component={Link} to={address.addressOf({ filter })}>
            {name}
          </TextLink>
        ),
      )}
    </Breadcrumbs>
  );
}
