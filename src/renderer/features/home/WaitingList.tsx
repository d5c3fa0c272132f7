import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overview } from '../../../shared/contract/university';
import type { DueCounts } from '../../../shared/contract/offers';
import { useAction, useCall } from '../../api/use-call';
import { useRunningJobs } from '../../api/use-job';
import { ErrorAlert } from '../../components/ErrorState';
import { JobProgressCard } from '../../components/JobProgressCard';
import type { Translate } from '../../i18n/translate';

interface WaitingListProps {
  readonly overview: Overview;
}

/** What asks for somebody's attention, each with the way to deal with it. */
export function WaitingList({ overview }: WaitingListProps) {
  const { t } = useTranslation();
  const info = useCall('host', 'info', {}).data;
  const transmissions = useCall('transmissions', 'counts', {}).data;
  const due = useCall('offers', 'due', {}).data;
  const refresh = useAction('matches', 'refresh');
  const running = useRunningJobs();
  const { outcomes, offers, formations } = overview;
  const items: Item[] = [];
  if (info && info.model.state !== 'ready') {
    const text = t(info.model.state === 'missing' ? 'home.modelMissing' : 'home.modelDamaged');
    items.push({ key: 'model', text, action: linkTo('/settings', t('home.seeAbout')) });
  }
  if (info?.notices.includes('jobs-interrupted')) {
    items.push({ key: 'interrupted', text: t('home.jobsInterrupted'), action: linkTo('/jobs', t('home.seeJobs')) });
  }
  if (transmissions && transmissions.offersToSend > 0) {
    const text = t('home.offersToSend', { count: transmissions.offersToSend });
    items.push({ key: 'to-send', text, action: linkTo('/transmissions/to-send', t('home.transmitThem')) });
  }
  if (transmissions && transmissions.prepared > 0) {
    const text = t('home.draftsToConfirm', { count: transmissions.prepared });
    items.push({ key: 'drafts', text, action: linkTo('/transmissions?state=prepared', t('home.lookAtThem')) });
  }
  if (transmissions && transmissions.due > 0) {
    const text = t('home.remindersDue', { count: transmissions.due });
    items.push({ key: 'due', text, action: linkTo('/transmissions?due=yes', t('home.remindThem')) });
  }
  if (due) items.push(...dueItems(t, due));
  if (formations === 0) {
    const action = linkTo('/imports/new?kind=formations', t('home.stepFormations'));
    items.push({ key: 'formations', text: t('home.noFormations'), action });
  }
  if (offers === 0) {
    items.push({
      key: 'offers',
      text: t('home.noOffers'),
      action: linkTo('/imports/new?kind=offers', t('home.stepOffers')),
    });
  }
  if (outcomes.pending > 0 && formations > 0 && running.length === 0) {
    items.push({
      key: 'pending',
      text: t('home.pendingOffers', { count: outcomes.pending }),
      action: (
        <Button size="small" loading={refresh.isPending} onClick={() => refresh.mutate({})}>
          {t('home.refreshMatches')}
        </Button>
      ),
    });
  }
  if (outcomes['no-suitable-formation'] > 0) {
    items.push({
      key: 'gap',
      text: t('home.gapOffers', { count: outcomes['no-suitable-formation'] }),
      action: linkTo('/offers?outcome=no-suitable-formation', t('home.lookAtThem')),
    });
  }
  if (outcomes['insufficient-text'] > 0) {
    items.push({
      key: 'short',
      text: t('home.shortOffers', { count: outcomes['insufficient-text'] }),
      action: linkTo('/offers?outcome=insufficient-text', t('home.lookAtThem')),
    });
  }
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
      {items.length === 0 && running.length === 0 ? (
        <Box sx={{ display: 'flex', gap: 1, color: 'text.secondary', alignItems: 'center' }}>
          <DoneIcon fontSize="small" aria-hidden />
          <Typography variant="body2">{t('home.nothingWaits')}</Typography>
        </Box>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map(({ key, text, action }) => (
          <Box
            component="li"
            key={key}
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
            {action}
          </Box>
        ))}
      </Box>
    </Paper>
  );
}

interface Item {
  readonly key: string;
  readonly text: string;
  readonly action?: ReactNode;
}

/** What the calendar asks of offers, and what somebody began to write. */
function dueItems(t: Translate, due: DueCounts): Item[] {
  const items = [
    { count: due.expired, text: t('due.expired', { count: due.expired }), to: '/offers?due=expired' },
    { count: due.expiring, text: t('due.expiring', { count: due.expiring }), to: '/offers?due=expiring' },
    { count: due['past-start'], text: t('due.pastStart', { count: due['past-start'] }), to: '/offers?due=past-start' },
    { count: due.drafts, text: t('due.drafts', { count: due.drafts }), to: '/offers?status=draft' },
  ];
  return items
    .filter(({ count }) => count > 0)
    .map(({ text, to }) => ({ key: to, text, action: linkTo(to, t('home.lookAtThem')) }));
}

function linkTo(to: string, label: string): ReactNode {
  return (
    <Button size="small" component={Link} to={to} sx={{ flexShrink: 0 }}>
      {label}
    </Button>
  );
}
