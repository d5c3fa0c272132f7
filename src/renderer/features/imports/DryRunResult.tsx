import { Alert, Box, Paper, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/domain/app-error';
import type { ImportId, JobId } from '../../../shared/domain/ids';
import type { Import } from '../../../shared/domain/import';
import { isJobOver } from '../../../shared/domain/job';
import { useCall } from '../../api/use-call';
import { useJob } from '../../api/use-job';
import { ErrorAlert } from '../../components/ErrorState';
import { JobProgressCard } from '../../components/JobProgressCard';
import { AlikeRowsButton } from './AlikeRowsButton';
import { outcomeOf, type ShownRows } from './import-address';
import { ImportCountsBar } from './ImportCountsBar';
import { ImportRows } from './ImportRows';
import { RecognitionLine } from './RecognitionLine';

interface DryRunResultProps {
  readonly importId: ImportId;
  readonly jobId: JobId;
  /** What was tried, where several things were. */
  readonly name?: string;
}

/** What importing the file would do, after everything was read and nothing stored. */
export function DryRunResult({ importId, jobId, name }: DryRunResultProps) {
  const { t } = useTranslation();
  const { job, error } = useJob(jobId);
  const isDone = job?.state === 'succeeded';
  const result = useCall('imports', 'get', { importId }, { enabled: isDone });
  const title = t('imports.dryRunTitle') + (name === undefined ? '' : ` – ${name}`);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It appears below a long page, where nobody would look for it.
    card.current?.scrollIntoView({ block: 'center' });
  }, [result.data]);
  const failure = error ?? result.error ?? (job?.error ? AppError.fromWire(job.error) : null);
  if (failure) return <ErrorAlert error={failure} />;
  if (job && isJobOver(job.state) && !isDone) return <Alert severity="info">{t('jobs.states.cancelled')}</Alert>;
  return (
    <Paper
      ref={card}
      variant="outlined"
      component="section"
      aria-label={title}
      sx={{ p: 2.5, borderColor: 'primary.main' }}
    >
      <Box role="status">
        <Typography variant="h3" sx={{ mb: 0.5 }}>
          {isDone ? title : t('imports.dryRunRunning')}
        </Typography>
      </Box>
      {job && !isDone ? <JobProgressCard job={job} hasName={false} /> : null}
      {result.data ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('imports.dryRunSentence')}
          </Typography>
          <FoundRows item={result.data} />
        </Box>
      ) : null}
    </Paper>
  );
}

interface FoundRowsProps {
  readonly item: Import;
}

/** What would become of the rows, the rejected ones first; each figure opens its own. */
function FoundRows({ item }: FoundRowsProps) {
  const { counts } = item;
  const [chosen, setChosen] = useState<ShownRows>(counts.rejected > 0 ? 'rejected' : null);
  const [isChosen, setIsChosen] = useState(false);
  const [page, setPage] = useState(0);
  // Before anybody chose, what there is something to say of.
  const onlyWithIssues = !isChosen && chosen === null && counts.warnings > 0;
  const outcome = outcomeOf(chosen);
  const choose = (shown: ShownRows): void => {
    setChosen(shown);
    setIsChosen(true);
    setPage(0);
  };
  return (
    <>
      <ImportCountsBar counts={counts} {...(outcome === undefined ? {} : { chosen: outcome })} onChoose={choose} />
      <AlikeRowsButton item={item} isChosen={chosen === 'alike'} onChoose={() => choose('alike')} />
      <RecognitionLine item={item} />
      <ImportRows
        importId={item.id}
        state={chosen}
        onlyWithIssues={onlyWithIssues}
        {...(onlyWithIssues || outcome === undefined ? {} : { count: counts[outcome ?? 'read'] })}
        page={page}
        onPage={setPage}
      />
    </>
  );
}
