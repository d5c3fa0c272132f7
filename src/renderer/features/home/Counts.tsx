import { Box, ButtonBase, Paper, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '../../../shared/contract/university';
import { useFormat } from '../../i18n/use-format';

interface CountsProps {
  readonly overview: Overview;
}

const tiles = [
  { name: 'offers', to: '/offers' },
  { name: 'formations', to: '/formations' },
  { name: 'components', to: '/formations?sort=component.asc' },
  { name: 'companies', to: '/companies' },
] as const;

/** The size of the database, each figure leading to its rows. */
export function Counts({ overview }: CountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box
      component="section"
      aria-label={t('home.counts')}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' }}
    >
      {tiles.map(({ name, to }) => (
        <Paper key={name} variant="outlined" sx={{ overflow: 'hidden' }}>
          <ButtonBase
            component={Link}
            to={to}
            sx={{
              width: '100%',
              p: 2,
              justifyContent: 'flex-start',
              alignItems: 'baseline',
              gap: 1,
              textAlign: 'left',
              '&:hover': { backgroundColor: 'action.hover' },
              '&.Mui-focusVisible': { outlineOffset: -3 },
            }}
          >
            <Typography
              component="span"
              sx={{ fontSize: '1.75rem', fontWeight: 650, letterSpacing: '-0.02em', lineHeight: 1.2 }}
            >
              {format.number(overview[name])}
            </Typography>
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`home.${name}`, { count: overview[name] })}
            </Typography>
          </ButtonBase>
        </Paper>
      ))}
    </Box>
  );
}
