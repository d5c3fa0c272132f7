import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Paper, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '../../../shared/contract/university';
import { useAction } from '../../api/use-call';
import { useRunningJobs } from '../../api/use-job';
import { CardError } from '../../components/CardError';
import { ErrorAlert } from '../../components/ErrorState';
import { JobProgressCard } from '../../components/JobProgressCard';
import { useWaiting } from './use-waiting';

interface WaitingListProps {
  readonly overview: Overview;
}

/** What asks for somebody's attention, each with the way to deal with it. */
export function WaitingList({ overview }: WaitingListProps) {
  const { t } = useTranslation();
  const refresh = useAction('matches', 'refresh');
  const running = useRunningJobs();
  const { items, isLoading, error, retry } = useWaiting(overview);
  const { pending } = overview.outcomes;
  const asksForRanking = pending > 0 && overview.formations > 0 && running.length === 0;
  return (
    <Paper variant="outlined" component="section" aria-label={t('home.waiting')} sx={{ p: 2.5 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('home.waiting')}
      </Typography>
      {running.map((job) => (
        <Box key={job.id} sx={{ mb: 1.5 }}>
          <JobProgressCard job={job} />
        </Box>
      ))}
      {refresh.error ? <ErrorAlert error={refresh.error} /> : null}
      {error ? <CardError error={error} onRetry={retry} /> : null}
      {isLoading ? <Skeleton variant="rounded" height={96} sx={{ mb: 1 }} /> : null}
      {!isLoading && !error && items.length === 0 && running.length === 0 && !asksForRanking ? (
        <Box sx={{ display: 'flex', gap: 1, color: 'text.secondary', alignItems: 'center' }}>
          <DoneIcon fontSize="small" aria-hidden />
          <Typography variant="body2">{t('home.nothingWaits')}</Typography>
        </Box>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {asksForRanking ? (
          <Item text={t('home.pendingOffers', { count: pending })}>
            <Button size="small" loading={refresh.isPending} onClick={() => refresh.mutate({})}>
              {t('home.refreshMatches')}
            </Button>
          </Item>
        ) : null}
        {items.map(({ to, text, label }) => (
          <Item key={to} text={text}>
            <Button size="small" component={Link} to={to} sx={{ flexShrink: 0 }}>
              {label}
            </Button>
          </Item>
        ))}
      </Box>
    </Paper>
  );
}

interface ItemProps {
  readonly text: string;
  /** The way to deal with it. */
  readonly children: ReactNode;
}

function Item({ text, children }: ItemProps) {
  return (
    <Box
      component="li"
      sx={{
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Typography variant="body2" sx={{ flex: 1 }}>
        {text}
      </Typography>
      {children}
    </Box>
  );
}
