import { Alert, Button, Paper } from '@mui/material';
import { useState } from 'react';
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
  /** What an import of now would be told: a trial of anything else says nothing about it. */
  readonly order: object;
  readonly startLabel: string;
  readonly isBlocked: boolean;
}

/** What a trial found, and the two ways on, which stay in sight. */
export function TryThenStart({ trial, start, order, startLabel, isBlocked }: TryThenStartProps) {
  const { t } = useTranslation();
  const [tried, setTried] = useState('');
  const now = JSON.stringify(order);
  const isOfNow = tried === now;
  const error = start.error ?? (isOfNow ? trial.error : null);
  return (
    <>
      {trial.data && !isOfNow ? <Alert severity="info">{t('imports.dryRunStale')}</Alert> : null}
      {trial.data && isOfNow ? (
        <DryRunResult key={trial.data.jobId} importId={trial.data.importId} jobId={trial.data.jobId} />
      ) : null}
      {error ? <ErrorAlert error={error} /> : null}
      <Paper
        variant="outlined"
        sx={{ position: 'sticky', bottom: 0, p: 1.5, display: 'flex', gap: 1.5, justifyContent: 'flex-end', zIndex: 1 }}
      >
        <Button
          variant="outlined"
          disabled={isBlocked}
          loading={trial.isPending}
          onClick={() => {
            setTried(now);
            trial.begin();
          }}
        >
          {t('imports.dryRun')}
        </Button>
        <Button variant="contained" disabled={isBlocked} loading={start.isPending} onClick={start.begin}>
          {startLabel}
        </Button>
      </Paper>
    </>
  );
}
