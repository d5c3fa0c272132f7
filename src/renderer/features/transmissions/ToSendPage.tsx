import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Paper, Skeleton } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { ToSendGroup } from './ToSendGroup';

/** What was accepted and waits to be transmitted, by the manager it goes to: one message each instead of many. */
export function ToSendPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('transmissions', 'toSend', {});
  const shown = data?.groups.reduce((sum, { pairs }) => sum + pairs.length, 0) ?? 0;
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4, display: 'grid', gap: 2 }}>
      <PageHeader
        title={t('transmissions.toSendTitle')}
        count={
          data === undefined
            ? undefined
            : [
                t('transmissions.toSendCount', { count: data.total }),
                data.total > shown ? t('transmissions.toSendMore', { count: shown }) : '',
              ].join(' ')
        }
        actions={
          <Button variant="outlined" component={Link} to="/transmissions">
            {t('transmissions.register')}
          </Button>
        }
      />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={320} /> : null}
      {data?.total === 0 ? (
        <Paper variant="outlined">
          <EmptyState
            icon={<DoneIcon />}
            title={t('transmissions.toSendEmpty')}
            text={t('transmissions.toSendEmptyText')}
            action={
              <Button variant="outlined" component={Link} to="/offers?status=published">
                {t('transmissions.emptyAction')}
              </Button>
            }
          />
        </Paper>
      ) : null}
      {data?.groups.map((group) => (
        <ToSendGroup key={group.manager?.id ?? 0} manager={group.manager} pairs={group.pairs} />
      ))}
    </Box>
  );
}
