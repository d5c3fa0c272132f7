import { Alert, Box, Button, Paper, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from '../../../shared/contract/health';
import { AppError } from '../../../shared/domain/app-error';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert, ErrorState } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { PageHeader } from '../../components/PageHeader';
import { useLastVisit } from '../../components/use-last-visit';
import { FailureTable, JobTable, SlowTable, WorkerTable } from './HealthTables';
import { errorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/use-format';
import { SupportCard } from './SupportCard';
import { useHealthFacts } from './use-health-facts';

const pollMs = 2_000;
const littleRoomBytes = 1_000_000_000;

/** How the application fares, for who looks after it, and for support. */
export function HealthPage() {
  const { t } = useTranslation();
  const { since } = useLastVisit('health');
  const { data, error, refetch } = useCall('host', 'health', since === null ? {} : { since }, {
    refetchWhile: ({ afterCrash }) => (afterCrash?.state === 'checking' ? pollMs : false),
  });
  return (
    <Box sx={{ maxWidth: 860, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader title={t('health.title')} />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={420} sx={{ mt: 1.5 }} /> : null}
      {data ? (
        <Box sx={{ display: 'grid', gap: 2, mt: 1.5 }}>
          <Summary health={data} since={since} />
          <FactsCard health={data} />
          <Section
            title={t('health.failures')}
            intro={data.failures.length > 0 ? t('health.failuresIntro') : t('health.noFailures')}
          >
            {data.failures.length > 0 ? <FailureTable failures={data.failures} /> : null}
          </Section>
          <Section title={t('health.use')} intro={t('health.workersIntro')}>
            <WorkerTable process={data.process} workers={data.workers} />
            {data.jobs.length > 0 ? (
              <Box sx={{ mt: 2 }}>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('health.jobsIntro')}
                </Typography>
                <JobTable jobs={data.jobs} />
              </Box>
            ) : null}
          </Section>
          <Section title={t('health.slow')} intro={data.slow.length > 0 ? null : t('health.noSlow')}>
            {data.slow.length > 0 ? <SlowTable slow={data.slow} /> : null}
          </Section>
          <SupportCard health={data} />
        </Box>
      ) : null}
    </Box>
  );
}

interface HealthProps {
  readonly health: Health;
}

/** What somebody has to do something about, or that there is nothing. */
function Summary({ health, since }: HealthProps & { readonly since: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { application, model, database, backedUpAt, backupFailure, unsavedDays, rehearsal, freeBytes, failureCounts } =
    health;
  const problems = [
    database.isDamaged && t('health.problems.damaged'),
    application.isSafe && t('health.problems.safeMode'),
    database.encryption.failure !== null && t('health.problems.encryption'),
    model.state !== 'ready' && t('health.problems.model'),
    backedUpAt === null && !database.isEmpty && t('health.problems.noBackup'),
    backupFailure !== null &&
      t('health.problems.backups', {
        date: format.dateTime(backupFailure.since),
        why: errorText(t, AppError.fromWire(backupFailure.failure)).what,
      }),
    unsavedDays !== null && t('health.problems.unsaved', { count: unsavedDays }),
    rehearsal !== null && rehearsal.failure !== null && t('health.problems.rehearsal'),
    freeBytes !== null && freeBytes < littleRoomBytes && t('health.problems.disk'),
    since !== null &&
      failureCounts.new > 0 &&
      t('health.sinceVisit', { count: failureCounts.new, date: format.dateTime(since) }),
  ].filter((problem) => problem !== false);
  if (problems.length === 0)
    return (
      <Alert severity="success" variant="outlined">
        {t('health.well')}
      </Alert>
    );
  return (
    <Alert severity={database.isDamaged ? 'error' : 'warning'} variant="outlined">
      {t('health.look')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </Box>
    </Alert>
  );
}

function FactsCard({ health }: HealthProps) {
  const { t } = useTranslation();
  const facts = useHealthFacts(health);
  const check = useAction('host', 'checkDatabase');
  const isSound = check.data?.integrity === 'ok';
  return (
    <Paper variant="outlined" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
      <Facts facts={facts} />
      <Box>
        <Button variant="outlined" loading={check.isPending} onClick={() => check.mutate({})}>
          {t('health.check')}
        </Button>
      </Box>
      {check.error ? <ErrorAlert error={check.error} /> : null}
      {check.data ? (
        <Alert severity={isSound ? 'success' : 'error'} variant="outlined">
          {isSound ? t('health.isSound') : t('health.isDamaged')}
        </Alert>
      ) : null}
    </Paper>
  );
}

interface SectionProps {
  readonly title: string;
  readonly intro: string | null;
  readonly children: ReactNode;
}

function Section({ title, intro, children }: SectionProps) {
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2.5 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {intro === null ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {intro}
        </Typography>
      )}
      {children}
    </Paper>
  );
}
