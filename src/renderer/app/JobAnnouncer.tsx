import { Button } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AppError } from '../../shared/domain/app-error';
import { importIdSchema } from '../../shared/domain/ids';
import { undoCountsSchema } from '../../shared/domain/import';
import { isJobOver, type Job } from '../../shared/domain/job';
import { useClient } from '../api/client-context';
import { useRecentJobs } from '../api/use-job';
import { useNotify, type Notice } from '../components/notices';
import { errorText } from '../i18n/error-text';
import { useFormat } from '../i18n/use-format';
import { useUndoImport } from '../components/use-undo-import';
import { useJobName } from '../components/use-job-name';

/** Tells how a job ended, wherever the person is by then. A finished import can be undone on the spot. */
export function JobAnnouncer() {
  const { t } = useTranslation();
  const notify = useNotify();
  const jobs = useRecentJobs();
  const nameOf = useJobName();
  const client = useClient();
  const format = useFormat();
  const navigate = useNavigate();
  const undo = useUndoImport();
  const told = useRef<ReadonlySet<number> | null>(null);

  useEffect(() => {
    if (jobs === null) return;
    const over = jobs.filter((job) => isJobOver(job.state));
    // What was over before this page was opened is no news. Short jobs are over before they are ever seen running.
    const ended = told.current === null ? [] : over.filter((job) => !told.current?.has(job.id));
    told.current = new Set(over.map((job) => job.id));
    for (const job of ended) {
      // An export tells its own end where it was asked for.
      if (job.kind === 'export') continue;
      if (job.kind === 'import' && job.state === 'succeeded') void announceImport(job);
      else notify(noticeOf(job, nameOf(job)));
    }

    function noticeOf(job: Job, name: string): Notice {
      if (job.state === 'succeeded') return { severity: 'success', text: successOf(job) };
      if (job.state === 'cancelled') return { severity: 'info', text: t('jobs.announceCancelled', { name }) };
      const why = job.error ? errorText(t, AppError.fromWire(job.error)).what : t('jobs.interruptedText');
      return { severity: 'error', text: t('jobs.announceFailed', { name, why }) };
    }

    function successOf({ kind, summary }: Job): string {
      const counts = undoCountsSchema.safeParse(summary);
      if (kind !== 'undo-import' || !counts.success) return t(`jobs.succeeded.${kind}`);
      const { removed, restored, kept } = counts.data;
      return t('imports.undoDone', {
        removed: format.number(removed),
        restored: format.number(restored),
        kept: format.number(kept),
      });
    }

    async function announceImport(job: Job): Promise<void> {
      const parsed = importIdSchema.safeParse(job.summary['importId']);
      if (!parsed.success) return;
      const importId = parsed.data;
      const done = await client.imports.get({ importId }).catch(() => null);
      // A dry run stores nothing; its page shows what it found.
      if (done?.state !== 'committed') return;
      notify({
        about: `import-${importId}`,
        severity: 'success',
        text: t('imports.done', { name: done.fileName, read: format.number(done.counts.read) }),
        action: (
          <>
            {window.location.pathname === `/imports/${importId}` ? null : (
              <Button color="inherit" size="small" onClick={() => void navigate(`/imports/${importId}`)}>
                {t('imports.seeReport')}
              </Button>
            )}
            <Button color="inherit" size="small" onClick={() => undo.run(importId)}>
              {t('imports.undo')}
            </Button>
          </>
        ),
      });
    }
  }, [jobs, nameOf, notify, t, client, format, navigate, undo]);

  return null;
}
