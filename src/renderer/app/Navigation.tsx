import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import DashboardIcon from '@mui/icons-material/InsightsOutlined';
import FoldIcon from '@mui/icons-material/KeyboardDoubleArrowLeft';
import UnfoldIcon from '@mui/icons-material/KeyboardDoubleArrowRight';
import SchoolIcon from '@mui/icons-material/SchoolOutlined';
import StudentsIcon from '@mui/icons-material/EmojiPeopleOutlined';
import SearchIcon from '@mui/icons-material/ManageSearchOutlined';
import SendIcon from '@mui/icons-material/SendOutlined';
import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import OffersIcon from '@mui/icons-material/WorkOutlineOutlined';
import { Box, ButtonBase, IconButton, Tooltip } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Logo } from './Logo';

const pages = [
  { to: '/', name: 'home', icon: <HomeIcon /> },
  { to: '/offers', name: 'offers', icon: <OffersIcon /> },
  { to: '/formations', name: 'formations', icon: <SchoolIcon /> },
  { to: '/companies', name: 'companies', icon: <BusinessIcon /> },
  { to: '/transmissions', name: 'transmissions', icon: <SendIcon /> },
  { to: '/search', name: 'search', icon: <SearchIcon /> },
  { to: '/students', name: 'students', icon: <StudentsIcon /> },
  { to: '/dashboards', name: 'dashboards', icon: <DashboardIcon /> },
  { to: '/imports', name: 'imports', icon: <UploadIcon /> },
] as const;

const foldedKey = 'navigation-folded';

/** The pages, as icons with words or, folded, as icons alone. The choice is this window's own habit. */
export function Navigation() {
  const { t } = useTranslation();
  const [isFolded, setIsFolded] = useState(() => window.localStorage.getItem(foldedKey) === 'yes');
  const toggle = (): void => {
    window.localStorage.setItem(foldedKey, isFolded ? 'no' : 'yes');
    setIsFolded(!isFolded);
  };
  const foldLabel = isFolded ? t('app.unfoldNavigation') : t('app.foldNavigation');
  return (
    <Box
      component="nav"
      aria-label={t('app.navigation')}
      sx={{
        width: isFolded ? 64 : 208,
        flexShrink: 0,
        display: 'flex',
        displayPrint: 'none',
        flexDirection: 'column',
        gap: 0.25,
        px: 1,
        pb: 1,
        borderRight: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
        transition: 'width 120ms ease-out',
      }}
    >
      <Logo isFolded={isFolded} />
      {pages.map(({ to, name, icon }) => (
        <NavigationLink key={to} to={to} label={t(`nav.${name}`)} icon={icon} isFolded={isFolded} />
      ))}
      <Box sx={{ flex: 1 }} />
      <NavigationLink to="/settings" label={t('nav.settings')} icon={<SettingsIcon />} isFolded={isFolded} />
      <Tooltip title={foldLabel} placement="right">
        <IconButton
          onClick={toggle}
          aria-label={foldLabel}
          aria-expanded={!isFolded}
          sx={{ alignSelf: 'flex-start', m: 0.5 }}
        >
          {isFolded ? <UnfoldIcon fontSize="small" /> : <FoldIcon fontSize="small" />}
        </IconButton>
      </Tooltip>
    </Box>
  );
}

interface NavigationLinkProps {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly isFolded: boolean;
}

function NavigationLink({ to, label, icon, isFolded }: NavigationLinkProps) {
  return (
    <Tooltip title={isFolded ? label : ''} placement="right">
      <ButtonBase
        component={NavLink}
        to={to}
        end={to === '/'}
        aria-label={isFolded ? label : undefined}
        sx={(theme) => ({
          justifyContent: isFolded ? 'center' : 'flex-start',
          gap: 1.5,
          height: 40,
          px: 1.5,
          borderRadius: 1,
          fontSize: '0.9375rem',
          fontWeight: 550,
          fontFamily: theme.typography.fontFamily,
          color: 'text.secondary',
          whiteSpace: 'nowrap',
          '& svg': { fontSize: 21 },
          '&:hover': { backgroundColor: 'action.hover', color: 'text.primary' },
          '&.active': { backgroundColor: 'action.selected', color: 'primary.main', fontWeight: 650 },
        })}
      >
        {icon}
        {isFolded ? null : <span>{label}</span>}
      </ButtonBase>
    </Tooltip>
  );
}
