import { Alert, Box, Button, Paper, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { UpdatesSwitch } from './UpdatesSwitch';

/** Version, model and the place of the data: what support asks for first. */
export function AboutCard() {
  const { t } = useTranslation();
  const { data: info, error, refetch } = useCall('host', 'info', {});
  return (
    <Paper variant="outlined" component="section" aria-label={t('settings.about')} sx={{ p: 2.5 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('settings.about')}
      </Typography>
      {error && !info ? (
        <ErrorAlert
          error={error}
          action={
            <Button color="inherit" size="small" onClick={() => void refetch()}>
              {t('common.retry')}
            </Button>
          }
        />
      ) : null}
      {!info && !error ? <Skeleton variant="rounded" height={110} /> : null}
      {info ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          {info.model.state === 'ready' ? null : (
            <Alert severity="warning" variant="outlined">
              {t(info.model.state === 'missing' ? 'settings.modelMissingHint' : 'settings.modelDamagedHint')}
            </Alert>
          )}
          <Facts
            facts={[
              { label: t('settings.version'), value: info.version },
              { label: t('settings.shell'), value: t(`settings.shells.${info.shell}`) },
              {
                label: t('settings.model'),
                value: [info.model.id, t(`settings.modelStates.${info.model.state}`)]
                  .filter((part) => part)
                  .join(' – '),
              },
              { label: t('settings.dataDir'), value: <code>{info.dataDir}</code> },
            ]}
          />
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('settings.dataDirHint')}
          </Typography>
          {info.updates === 'none' ? null : <UpdatesSwitch isForbidden={info.updates === 'forbidden'} />}
          <Box>
            <Button component={Link} to="/settings/health" variant="outlined">
              {t('health.see')}
            </Button>
          </Box>
        </Box>
      ) : null}
    </Paper>
  );
}
