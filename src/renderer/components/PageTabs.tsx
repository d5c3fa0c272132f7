import { Box, ButtonBase } from '@mui/material';
import { NavLink } from 'react-router';

interface PageTabsProps {
  readonly label: string;
  readonly pages: readonly { readonly to: string; readonly name: string }[];
}

/** Pages that belong together: each has an address of its own, so that these are links. */
export function PageTabs({ label, pages }: PageTabsProps) {
  return (
    <Box
      component="nav"
      aria-label={label}
      sx={{ display: 'flex', displayPrint: 'none', gap: 0.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {pages.map(({ to, name }) => (
        <ButtonBase
          key={to}
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
          {name}
        </ButtonBase>
      ))}
    </Box>
  );
}
