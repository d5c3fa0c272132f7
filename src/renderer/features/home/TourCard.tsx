import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton, Link as TextLink, Paper, Tooltip, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const steps = [
  { name: 'bring', to: '/imports/new' },
  { name: 'read', to: '/offers' },
  { name: 'send', to: '/transmissions/to-send' },
  { name: 'advise', to: '/students/internship' },
] as const;

interface TourCardProps {
  readonly onClose: () => void;
}

/** What is done here in four steps, each with the way there. It covers nothing and asks for nothing. */
export function TourCard({ onClose }: TourCardProps) {
  const { t } = useTranslation();
  return (
    <Paper variant="outlined" component="section" aria-label={t('tour.title')} sx={{ px: 2.5, py: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="h2" sx={{ flex: 1, mb: 0.5 }}>
          {t('tour.title')}
        </Typography>
        <Tooltip title={t('tour.close')}>
          <IconButton size="small" onClick={onClose} aria-label={t('tour.close')}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <Box
        component="ol"
        sx={{
          ...{ listStyle: 'none', m: 0, p: 0, display: 'grid', columnGap: 3, rowGap: 1.5 },
          gridTemplateColumns: 'repeat(auto-fit, minmax(210px, 1fr))',
        }}
      >
        {steps.map(({ name, to }, index) => (
          <Box component="li" key={name}>
            <Typography variant="body2" sx={{ fontWeight: 650 }}>
              {t('tour.step', { number: index + 1, name: t(`tour.${name}.name`) })}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`tour.${name}.text`)}
            </Typography>
            <TextLink component={Link} to={to} variant="body2">
              {t(`tour.${name}.way`)}
            </TextLink>
          </Box>
        ))}
      </Box>
    </Paper>
  );
}
