import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { GroupsPage } from './GroupsPage';
import { ReminderGroup } from './ReminderGroup';

/** What has been waiting for an answer for too long, by the manager who has it: one reminder each. */
export function RemindersPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('transmissions', 'toRemind', {});
  const days = useCall('settings', 'get', {}).data?.reminderAfterDays;
  const isEmpty = data?.total === 0 && days !== undefined;
  return (
    <GroupsPage
      title={t('transmissions.toRemindTitle')}
      count={data && t('transmissions.toRemindCount', { count: data.total })}
      error={error}
      onRetry={() => void refetch()}
      empty={
        isEmpty
          ? {
              title: t('transmissions.toRemindEmpty'),
              text: t('transmissions.toRemindEmptyText', { count: days }),
              action: (
                <Button variant="outlined" component={Link} to="/transmissions">
                  {t('transmissions.register')}
                </Button>
              ),
            }
          : null
      }
    >
      {data?.groups.map((group) => (
        <ReminderGroup key={group.managerEmail.toLowerCase()} {...group} />
      ))}
    </GroupsPage>
  );
}
