import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Paper, Skeleton } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { ReminderGroup } from './ReminderGroup';

/** What has been waiting for an answer for too long, by the manager who has it: one reminder each. */
export function RemindersPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('transmissions', 'toRemind', {});
  const days = useCall('settings', 'get', {}).data?.reminderAfterDays;
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4, display: 'grid', gap: 2 }}>
      <PageHeader
        title={t('transmissions.toRemindTitle')}
        count={data === undefined ? undefined : t('transmissions.toRemindCount', { count: data.total })}
        actions={
          <Button variant="outlined" component={Link} to="/transmissions">
            {t('transmissions.register')}
          </Button>
        }
      />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={320} /> : null}
      {data?.total === 0 && days !== undefined ? (
        <Paper variant="outlined">
          <EmptyState
            icon={<DoneIcon />}
            title={t('transmissions.toRemindEmpty')}
            text={t('transmissions.toRemindEmptyText', { count: days })}
            action={
              <Button variant="outlined" component={Link} to="/transmissions">
                {t('transmissions.register')}
              </Button>
            }
          />
        </Paper>
      ) : null}
      {data?.groups.map((group) => (
        <ReminderGroup key={group.managerEmail.toLowerCase()} {...group} />
      ))}
    </Box>
  );
}
