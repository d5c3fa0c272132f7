import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const pages = [
  { what: 'offers', to: '/search' },
  { what: 'formations', to: '/search/formations' },
] as const;

/** What is searched: each is a page with an address of its own, so that these are links. */
export function SearchTabs() {
  const { t } = useTranslation();
  return (
    <Box
      component="nav"
      aria-label={t('search.tabs')}
      sx={{ display: 'flex', gap: 0.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {pages.map(({ what, to }) => (
        <ButtonBase
          key={what}
          component={NavLink}
          to={to}
          end
          sx={{
            height: 40,
            px: 2,
            font: 'inherit',
            fontWeight: 600,
            color: 'text.secondary',
            borderBottom: 2,
            borderColor: 'transparent',
            mb: '-1px',
            '&:hover': { color: 'text.primary' },
            '&.active': { color: 'primary.main', borderColor: 'primary.main' },
          }}
        >
          {t(`search.tab.${what}`)}
        </ButtonBase>
      ))}
    </Box>
  );
}
