import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { GroupsPage } from './GroupsPage';
import { ToSendGroup } from './ToSendGroup';

/** What was accepted and waits to be transmitted, by the manager it goes to: one message each instead of many. */
export function ToSendPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('transmissions', 'toSend', {});
  const shown = data?.groups.reduce((sum, { pairs }) => sum + pairs.length, 0) ?? 0;
  const counted = (total: number): string =>
    [
      t('transmissions.toSendCount', { count: total }),
      total > shown ? t('transmissions.toSendMore', { count: shown }) : '',
    ].join(' ');
  return (
    <GroupsPage
      title={t('transmissions.toSendTitle')}
      count={data && counted(data.total)}
      error={error}
      onRetry={() => void refetch()}
      empty={
        data?.total === 0
          ? {
              title: t('transmissions.toSendEmpty'),
              text: t('transmissions.toSendEmptyText'),
              action: (
                <Button variant="outlined" component={Link} to="/offers?status=published">
                  {t('transmissions.emptyAction')}
                </Button>
              ),
            }
          : null
      }
    >
      {data?.groups.map((group) => (
        <ToSendGroup key={group.manager?.id ?? 0} manager={group.manager} pairs={group.pairs} />
      ))}
    </GroupsPage>
  );
}
