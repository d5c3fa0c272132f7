import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import { Box, Button, Chip, IconButton, Link as TextLink, Tooltip, Typography, useTheme } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { academicYearOf, formatAcademicYear } from '../../shared/domain/academic-year';
import { localDay } from '../../shared/util/local-day';
import { useCall } from '../api/use-call';
import { NoticeArea } from '../components/NoticeArea';
import { useDisplaySwitch } from '../components/use-display-switch';
import { useFormat } from '../i18n/use-format';
import { JobsMenu } from './JobsMenu';

/** Stays where it is when notices make the bar higher. */
const sideOfBar = { display: 'flex', alignItems: 'center', gap: 1.5, height: 56, minWidth: 0 };

/** Whose data this is, which year, what runs, and the two switches that people reach for. */
export function TopBar() {
  const { t } = useTranslation();
  const settings = useCall('settings', 'get', {});
  const switchTo = useDisplaySwitch();
  const isDark = useTheme().palette.mode === 'dark';
  const { language } = useFormat();
  const themeLabel = isDark ? t('app.toLight') : t('app.toDark');
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <Box
      component="header"
      sx={{
        flexShrink: 0,
        display: 'flex',
        displayPrint: 'none',
        gap: 1.5,
        px: 3,
        borderBottom: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
      }}
    >
      <Box sx={sideOfBar}>
        <UniversityName name={settings.data?.universityName ?? null} />
        {settings.data ? (
          <Tooltip title={t('app.academicYear')}>
            <Chip
              size="small"
              variant="outlined"
              label={formatAcademicYear(academicYearOf(localDay(new Date()), settings.data.academicYearStart))}
            />
          </Tooltip>
        ) : null}
      </Box>
      <NoticeArea />
      <Box sx={sideOfBar}>
        <JobsMenu />
        <Tooltip title={t('app.switchLanguage')}>
          <Button
            color="inherit"
            onClick={() => switchTo({ language: other })}
            aria-label={`${other.toUpperCase()} – ${t('app.switchLanguage')}`}
            lang={other}
            sx={{ minWidth: 40, color: 'text.secondary' }}
          >
            {other.toUpperCase()}
          </Button>
        </Tooltip>
        <Tooltip title={themeLabel}>
          <IconButton onClick={() => switchTo({ theme: isDark ? 'light' : 'dark' })} aria-label={themeLabel} edge="end">
            {isDark ? <LightIcon fontSize="small" /> : <DarkIcon fontSize="small" />}
          </IconButton>
        </Tooltip>
      </Box>
    </Box>
  );
}

interface UniversityNameProps {
  readonly name: string | null;
}

function UniversityName({ name }: UniversityNameProps) {
  const { t } = useTranslation();
  if (name === null) return null;
  if (name !== '') {
    return (
      <Typography component="p" noWrap sx={{ fontWeight: 600, minWidth: 0 }}>
        {name}
      </Typography>
    );
  }
  return (
    <TextLink component={Link} to="/settings" color="textSecondary" noWrap>
      {t('app.noUniversityName')}
    </TextLink>
  );
}
