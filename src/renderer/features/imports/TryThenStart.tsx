import { Button, Paper } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/domain/app-error';
import type { ImportId, JobId } from '../../../shared/domain/ids';
import { ErrorAlert } from '../../components/ErrorState';
import { DryRunResult } from './DryRunResult';

/** A way of having an import begun: for a trial, or for good. */
interface Beginning {
  readonly data: { readonly importId: ImportId; readonly jobId: JobId } | undefined;
  readonly error: AppError | null;
  readonly isPending: boolean;
  readonly begin: () => void;
}

interface TryThenStartProps {
  readonly trial: Beginning;
  readonly start: Beginning;
  readonly startLabel: string;
  readonly isBlocked: boolean;
}

/** What a trial found, and the two ways on, which stay in sight. */
export function TryThenStart({ trial, start, startLabel, isBlocked }: TryThenStartProps) {
  const { t } = useTranslation();
  const error = start.error ?? trial.error;
  return (
    <>
      {trial.data ? (
        <DryRunResult key={trial.data.jobId} importId={trial.data.importId} jobId={trial.data.jobId} />
      ) : null}
      {error ? <ErrorAlert error={error} /> : null}
      <Paper
        variant="outlined"
        sx={{ position: 'sticky', bottom: 0, p: 1.5, display: 'flex', gap: 1.5, justifyContent: 'flex-end', zIndex: 1 }}
      >
        <Button variant="outlined" disabled={isBlocked} loading={trial.isPending} onClick={trial.begin}>
          {t('imports.dryRun')}
        </Button>
        <Button variant="contained" disabled={isBlocked} loading={start.isPending} onClick={start.begin}>
          {startLabel}
        </Button>
      </Paper>
    </>
  );
}
