import SampleIcon from '@mui/icons-material/AutoStoriesOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAction } from '../../api/use-call';
import { useRunningJobs } from '../../api/use-job';
import { ErrorAlert } from '../../components/ErrorState';
import { usePageTitle } from '../../components/use-page-title';
import { JobProgressCard } from '../../components/JobProgressCard';
import { EncryptionOffer } from './EncryptionOffer';

/** The first visit: an invented university to try everything on, or one's own files. */
export function Welcome() {
  const { t } = useTranslation();
  usePageTitle(t('home.title'));
  const load = useAction('university', 'loadSample');
  const loading = useRunningJobs().find((job) => job.kind === 'load-sample');
  return (
    <Box sx={{ maxWidth: 880, mx: 'auto', pt: { xs: 3, lg: 6 } }}>
      <Typography variant="h1" sx={{ fontSize: '1.75rem', letterSpacing: '-0.02em', mb: 1 }}>
        {t('home.welcomeTitle')}
      </Typography>
      <Typography variant="body1" sx={{ color: 'text.secondary', maxWidth: '68ch', mb: 4 }}>
        {t('home.welcomeText')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <Choice
          icon={<SampleIcon />}
          title={t('home.sampleTitle')}
          text={t('home.sampleText')}
          action={
            loading ? (
              <JobProgressCard job={loading} />
            ) : (
              <Button variant="contained" loading={load.isPending} onClick={() => load.mutate({})}>
                {t('home.loadSample')}
              </Button>
            )
          }
        />
        <Choice
          icon={<UploadIcon />}
          title={t('home.ownTitle')}
          text={t('home.ownText')}
          action={
            <Button variant="outlined" component={Link} to="/imports/new?kind=formations">
              {t('home.importOwn')}
            </Button>
          }
        />
      </Box>
      <EncryptionOffer />
      {load.error ? (
        <Box sx={{ mt: 2 }}>
          <ErrorAlert error={load.error} />
        </Box>
      ) : null}
    </Box>
  );
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
}

function Choice({ icon, title, text, action }: ChoiceProps) {
  return (
    <Paper variant="outlined" sx={{ p: 3, display: 'flex', flexDirection: 'column' }}>
      <Box aria-hidden sx={{ color: 'primary.main', mb: 1.5, '& svg': { fontSize: 30 } }}>
        {icon}
      </Box>
      <Typography variant="h2" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2.5, flex: 1 }}>
        {text}
      </Typography>
      <Box>{action}</Box>
    </Paper>
  );
}
