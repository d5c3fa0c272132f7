import TasksIcon from '@mui/icons-material/PendingActionsOutlined';
import { Box, Button, Chip, Paper, TableCell, TableRow, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppError } from '../../../shared/domain/app-error';
import { isJobOver, type Job, type JobKind, type JobState } from '../../../shared/domain/job';
import { useAction, useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ErrorAlert } from '../../components/ErrorState';
import { HeadedTable } from '../../components/HeadedTable';
import { JobProgressCard } from '../../components/JobProgressCard';
import { PagedRows } from '../../components/PagedRows';
import { PageHeader } from '../../components/PageHeader';
import { usePageAddress } from '../../components/page-address';
import { errorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/use-format';

const pageSize = 25;

/** Every long work, running and past, with what became of it. */
export function JobsPage() {
  const { t } = useTranslation();
  const [page, setPage] = usePageAddress();
  const answer = useCall(
    'jobs',
    'list',
    { page, pageSize },
    { keepPrevious: true, refetchWhile: ({ rows }) => (rows.some((job) => !isJobOver(job.state)) ? 1_000 : false) },
  );
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader title={t('jobs.title')} />
      <Paper variant="outlined" sx={{ mt: 1.5 }}>
        <PagedRows
          answer={answer}
          page={page}
          pageSize={pageSize}
          onPage={setPage}
          heightPx={280}
          empty={<EmptyState icon={<TasksIcon />} title={t('jobs.emptyTitle')} text={t('jobs.emptyText')} />}
        >
          {(rows) => (
            <HeadedTable
              label={t('jobs.listLabel')}
              headings={[
                { label: t('jobs.columns.kind'), width: '45%' },
                { label: t('jobs.columns.state'), width: '35%' },
                { label: t('jobs.columns.createdAt') },
                { label: t('jobs.columns.took'), align: 'right' },
              ]}
            >
              {rows.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </HeadedTable>
          )}
        </PagedRows>
      </Paper>
    </Box>
  );
}

const colors = {
  queued: 'default',
  running: 'info',
  succeeded: 'success',
  failed: 'error',
  cancelled: 'default',
  interrupted: 'warning',
} as const satisfies Record<JobState, string>;

interface JobRowProps {
  readonly job: Job;
}

function JobRow({ job }: JobRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const took =
    job.startedAt !== null && job.endedAt !== null ? Date.parse(job.endedAt) - Date.parse(job.startedAt) : null;
  return (
    <TableRow sx={{ '& td, & th': { verticalAlign: 'top' }, '&:last-child td, &:last-child th': { borderBottom: 0 } }}>
      <TableCell component="th" scope="row">
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t(`jobs.kinds.${job.kind}`)}
        </Typography>
        {job.subject !== '' && job.kind !== 'load-sample' ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {job.subject}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        {isJobOver(job.state) ? (
          <>
            <Chip size="small" variant="outlined" color={colors[job.state]} label={t(`jobs.states.${job.state}`)} />
            <WhyEnded job={job} />
          </>
        ) : (
          <JobProgressCard job={job} hasName={false} />
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(job.createdAt)}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {took === null ? '' : format.span(took)}
      </TableCell>
    </TableRow>
  );
}

function WhyEnded({ job }: JobRowProps) {
  const { t } = useTranslation();
  if (job.state === 'interrupted') {
    return (
      <>
        <Why text={t('jobs.interruptedText')} />
        <Again kind={job.kind} />
      </>
    );
  }
  if (job.state !== 'failed' || job.error === null) return null;
  const { what, where, todo } = errorText(t, AppError.fromWire(job.error));
  return <Why text={[what, where === '' ? '' : `${where}.`, todo].filter((part) => part !== '').join(' ')} />;
}

interface WhyProps {
  readonly text: string;
}

function Why({ text }: WhyProps) {
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
      {text}
    </Typography>
  );
}

/** Where an interrupted task can be asked for again; a ranking needs nothing but the word. */
const againAt = {
  import: '/imports/new',
  'undo-import': '/imports',
  'redo-import': '/imports',
  'load-sample': '/',
  export: '/offers',
  backup: '/settings',
  letters: '/transmissions/to-send',
} as const satisfies Record<Exclude<JobKind, 'rank'>, string>;

interface AgainProps {
  readonly kind: JobKind;
}

function Again({ kind }: AgainProps) {
  const { t } = useTranslation();
  const refresh = useAction('matches', 'refresh');
  const label = t(`jobs.again.${kind}`);
  if (kind !== 'rank') {
    return (
      <Button size="small" component={Link} to={againAt[kind]} sx={{ mt: 0.5 }}>
        {label}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" loading={refresh.isPending} onClick={() => refresh.mutate({})} sx={{ mt: 0.5 }}>
        {label}
      </Button>
      {refresh.error ? <ErrorAlert error={refresh.error} /> : null}
    </>
  );
}
